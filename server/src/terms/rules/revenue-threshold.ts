import { t } from '../../l10n.ts';
import { capitalised, money, withDetails } from '../words.ts';
import { overRevenue } from './revenue.ts';
import type { Rule } from './rule.ts';

export const revenueThreshold: Rule<'revenue-threshold'> = {
  group: 'limits',
  weigh(clause, { usage }) {
    const limit = money(clause.amount, clause.currency);
    const brief =
      clause.above === 'needs-license'
        ? clause.period === 'year'
          ? t('above {0} of yearly revenue you need a licence from {1}', limit, clause.licensor)
          : t('above {0} of monthly revenue you need a licence from {1}', limit, clause.licensor)
        : clause.period === 'year'
          ? t('no licence above {0} of yearly revenue', limit)
          : t('no licence above {0} of monthly revenue', limit);
    return {
      ...overRevenue(usage.annualRevenue, clause),
      text: withDetails(capitalised(brief), [clause.affiliates && t('affiliates included')]),
      brief,
    };
  },
};
