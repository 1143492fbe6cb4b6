import { t } from '../../l10n.ts';
import { capitalised, number, withDetails } from '../words.ts';
import type { Rule, Weighing } from './rule.ts';

/** Weighs the declared monthly users. A count per year is at least that of its best month, so it can only be shown to be passed. */
export const userThreshold: Rule<'user-threshold'> = {
  group: 'limits',
  weigh(clause, { usage }, license) {
    const limit = number(clause.count);
    const monthly = clause.period === 'month';
    const release = license.released;
    const brief =
      clause.above === 'needs-license'
        ? monthly
          ? t('above {0} monthly users you need a licence from {1}', limit, clause.licensor)
          : t('above {0} yearly users you need a licence from {1}', limit, clause.licensor)
        : monthly
          ? t('no licence above {0} monthly users', limit)
          : t('no licence above {0} yearly users', limit);
    const text = withDetails(capitalised(brief), [
      clause.measured === 'at-release' &&
        (release
          ? t("counted in the month before the version's release, {0}", release)
          : t("counted in the month before the version's release")),
      clause.affiliates && t('affiliates included'),
    ]);
    const weighing = (rest: Omit<Weighing, 'text' | 'brief'>): Weighing => ({ ...rest, text, brief });

    const users = usage.monthlyActiveUsers;
    if (users === undefined) return weighing({ verdict: 'conditional', asks: ['monthlyActiveUsers'] });
    const reason = t('you declared {0} monthly users', number(users));
    if (users > clause.count) return weighing({ verdict: 'applies', reason });
    if (monthly) return weighing({ verdict: 'does-not-apply', reason });
    return weighing({ verdict: 'conditional', reason });
  },
};
