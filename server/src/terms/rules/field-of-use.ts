import { t } from '../../l10n.ts';
import { barredField } from '../fields.ts';
import { list, quoted } from '../words.ts';
import type { Rule, Weighing } from './rule.ts';

export const fieldOfUse: Rule<'field-of-use'> = {
  group: 'must-not',
  weigh(clause, { usage }) {
    const shown = {
      text: t('Not for these fields: {0}', list(clause.forbids, 10)),
      line: t('Use it in these fields: {0}', list(clause.forbids)),
    };
    const weighing = (rest: Pick<Weighing, 'verdict' | 'reason' | 'asks'>): Weighing => ({
      ...rest,
      ...shown,
      brief: t('not for {0}', list(clause.forbids, 3)),
    });
    if (!usage.fields) return weighing({ verdict: 'conditional', asks: ['fields'] });
    const barred = barredField(usage.fields, clause.forbids);
    if (barred === 'none') {
      return weighing({ verdict: 'does-not-apply', reason: t('you declared {0}', list(usage.fields)) });
    }
    if (barred === 'cannot-tell') {
      return weighing({
        verdict: 'conditional',
        reason: t('you declared {0}; compare for yourself', list(usage.fields)),
      });
    }
    if (barred.inPart) {
      return weighing({
        verdict: 'conditional',
        reason: t('you declared the field {0}; compare for yourself: {1}', quoted(barred.field), barred.by),
      });
    }
    return {
      ...shown,
      verdict: 'applies',
      brief: t('not for {0}', barred.by),
      reason: t('you declared the field {0}', quoted(barred.field)),
    };
  },
};
