import { t } from '../../l10n.ts';
import { isMultimodal } from '../../models/modality.ts';
import { list, regionName, regionsOverlap, withDetails } from '../words.ts';
import type { Rule, Weighing } from './rule.ts';

export const territoryExclusion: Rule<'territory-exclusion'> = {
  group: 'must-not',
  weigh(clause, { usage, model }) {
    const where = list(clause.regions.map(regionName));
    const someModels = clause.covers === 'multimodal';
    const details = [clause.exempts && t('except {0}', list(clause.exempts))];
    const shown = {
      text: withDetails(
        someModels ? t('Its multimodal models are not licensed in: {0}', where) : t('Not licensed in: {0}', where),
        details,
      ),
      line: withDetails(
        someModels
          ? t('Use its multimodal models where they are not licensed: {0}', where)
          : t('Use it where it is not licensed: {0}', where),
        details,
      ),
    };
    const weighing = (rest: Pick<Weighing, 'verdict' | 'reason' | 'asks'>): Weighing => ({
      ...rest,
      ...shown,
      brief: someModels ? t('multimodal models not licensed in: {0}', where) : t('not licensed in: {0}', where),
    });

    const multimodal = isMultimodal(model);
    if (someModels && multimodal === false) {
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
    const covered = !someModels || multimodal === true;
    return weighing(covered ? { verdict: 'applies', reason } : { verdict: 'conditional', reason });
  },
};
