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
    // a card has the place to say all of it
    const all = list(clause.forbids);
    const line = () => {
      if (clause.forbids.length === 0) return t('Use it for anything that is forbidden by the {0}', title);
      return own
        ? t('Use it in these ways: {0}', all)
        : t('Use it for anything that is forbidden by the {0}: {1}', title, all);
    };
    const shown = {
      text: text(),
      line: line(),
      brief: own ? t('keep to its use restrictions') : t('keep to its use policy'),
    };
    const barred = usage.fields ? barredField(usage.fields, clause.forbids) : undefined;
    if (typeof barred === 'object' && barred.inPart) {
      return {
        ...shown,
        verdict: 'applies',
        reason: t('you declared the field {0}; compare for yourself: {1}', quoted(barred.field), barred.by),
      };
    }
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
