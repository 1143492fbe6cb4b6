import { t } from '../../l10n.ts';
import { commercial } from './answers.ts';
import type { Rule } from './rule.ts';

/** The trigger is the licence's own words; only a commercial one can be weighed against the profile. */
export const registration: Rule<'registration'> = {
  group: 'must',
  weigh(clause, situation) {
    const shown = {
      text: t('Register with {0} when {1}', clause.with, clause.when),
      brief: t('register with {0}', clause.with),
    };
    if (!/\bcommercial/i.test(clause.when)) return { ...shown, verdict: 'conditional' };
    const business = commercial(situation);
    if (business.is === undefined) return { ...shown, verdict: 'conditional', asks: business.asks };
    return { ...shown, verdict: business.is ? 'applies' : 'does-not-apply', reason: business.reason };
  },
};
