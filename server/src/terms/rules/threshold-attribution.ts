import type { ClauseOf } from '@modelterms/licenses-db';
import { t } from '../../l10n.ts';
import type { UsageProfile } from '../types.ts';
import { list, money, number, quoted } from '../words.ts';
import { overRevenue } from './revenue.ts';
import type { Rule, Weighing } from './rule.ts';

type Clause = ClauseOf<'threshold-attribution'>;
type Side = Pick<Weighing, 'verdict' | 'reason' | 'asks'>;

function overUsers(clause: Clause, usage: UsageProfile): Side | undefined {
  if (!clause.users) return undefined;
  const users = usage.monthlyActiveUsers;
  if (users === undefined) return { verdict: 'conditional', asks: ['monthlyActiveUsers'] };
  const reason = t('you declared {0} monthly users', number(users));
  if (users > clause.users.count) return { verdict: 'applies', reason };
  return { verdict: clause.users.period === 'month' ? 'does-not-apply' : 'conditional', reason };
}

/** Words owed once a product is large: over either number is enough, so both must be known to be clear of it. */
export const thresholdAttribution: Rule<'threshold-attribution'> = {
  group: 'must',
  weigh(clause, { usage, holdsWords, showsWords }) {
    const { users, revenue } = clause;
    const thresholds = [
      users &&
        (users.period === 'month'
          ? t('{0} monthly users', number(users.count))
          : t('{0} yearly users', number(users.count))),
      revenue &&
        (revenue.period === 'month'
          ? t('{0} of monthly revenue', money(revenue.amount, revenue.currency))
          : t('{0} of yearly revenue', money(revenue.amount, revenue.currency))),
    ].filter((threshold): threshold is string => Boolean(threshold));
    const over = thresholds.join(t(' or '));
    const shown = {
      text: clause.prominent
        ? t('Above {0}, show {1} prominently in: {2}', over, quoted(clause.words), list(clause.where, 5))
        : t('Above {0}, show {1} in: {2}', over, quoted(clause.words), list(clause.where, 5)),
      brief: t('above {0} show {1}', over, quoted(clause.words)),
    };

    const sides = [overUsers(clause, usage), revenue && overRevenue(usage.annualRevenue, revenue)].filter(
      (side): side is Side => side !== undefined,
    );
    const passed = sides.find((side) => side.verdict === 'applies');
    if (passed) {
      const met = holdsWords(clause.words) === true || showsWords(clause.words);
      return { ...shown, verdict: met ? 'met' : 'applies', reason: met ? t('the words are there') : passed.reason };
    }
    const reason =
      sides
        .map((side) => side.reason)
        .filter(Boolean)
        .join('; ') || undefined;
    if (sides.every((side) => side.verdict === 'does-not-apply'))
      return { ...shown, verdict: 'does-not-apply', reason };
    return { ...shown, verdict: 'conditional', reason, asks: sides.flatMap((side) => side.asks ?? []) };
  },
};
