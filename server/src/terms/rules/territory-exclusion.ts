import { t } from '../../l10n.ts';
import { isMultimodal } from '../../models/modality.ts';
import { list, regionName, regionsOverlap, withDetails } from '../words.ts';
import type { Rule, Weighing } from './rule.ts';

export const territoryExclusion: Rule<'territory-exclusion'> = {
  group: 'must-not',
  weigh(clause, { usage, model }) {
    const where = list(clause.regions.map(regionName));
    const text = withDetails(
      clause.covers === 'multimodal'
        ? t('Its multimodal models are not licensed in: {0}', where)
        : t('Not licensed in: {0}', where),
      [clause.exempts && t('except {0}', list(clause.exempts))],
    );
    const weighing = (rest: Omit<Weighing, 'text' | 'brief'>): Weighing => ({
      ...rest,
      text,
      brief:
        clause.covers === 'multimodal'
          ? t('multimodal models not licensed in: {0}', where)
          : t('not licensed in: {0}', where),
    });

    const multimodal = isMultimodal(model);
    if (clause.covers === 'multimodal' && multimodal === false) {
      return weighing({ verdict: 'does-not-apply', reason: t('this model is not multimodal') });
    }
    if (!usage.regions) return weighing({ verdict: 'conditional', asks: ['regions'] });
    const hit = usage.regions.find((region) => clause.regions.some((excluded) => regionsOverlap(region, excluded)));
    if (hit === undefined) {
      return weighing({
        verdict: 'does-not-apply',
        reason: t('you declared {0}', list(usage.regions.map(regionName), 6)),
      });
    }
    const reason = t('you declared {0}', regionName(hit));
    // not known whether the model is one of those the clause reaches
    const covered = clause.covers === 'all' || multimodal === true;
    return weighing(covered ? { verdict: 'applies', reason } : { verdict: 'conditional', reason });
  },
};
