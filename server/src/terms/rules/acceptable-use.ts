import { t } from '../../l10n.ts';
import { barredField } from '../fields.ts';
import { list, quoted } from '../words.ts';
import type { Rule } from './rule.ts';

/** A use policy binds everybody who uses the model; it is a warning only where a declared field is one that it bars. */
export const acceptableUse: Rule<'acceptable-use'> = {
  group: 'must-not',
  weigh(clause, { usage }, license) {
    const own = clause.policy === 'license';
    const title = license.documents[clause.policy]?.title ?? license.shortName;
    const forbids = list(clause.forbids, 8);
    const text = () => {
      if (clause.forbids.length === 0) return t('Not for what the {0} forbids', title);
      return own ? t('Not for: {0}', forbids) : t('Not for what the {0} forbids: {1}', title, forbids);
    };
    const shown = {
      text: text(),
      brief: own ? t('keep to its use restrictions') : t('keep to its use policy'),
    };
    const barred = usage.fields ? barredField(usage.fields, clause.forbids) : undefined;
    if (typeof barred === 'object') {
      return {
        ...shown,
        verdict: 'applies',
        level: 'warning',
        brief: t('not for {0}', barred.by),
        reason: t('you declared the field {0}', quoted(barred.field)),
      };
    }
    return { ...shown, verdict: 'applies' };
  },
};
