import type { ClauseOf } from '@modelterms/licenses-db';
import { t } from '../../l10n.ts';
import type { Situation } from '../situation.ts';
import type { RuleLevel } from '../types.ts';
import { money, withDetails } from '../words.ts';
import { hosts, judge } from './answers.ts';
import { overRevenue } from './revenue.ts';
import type { Rule, Weighing } from './rule.ts';

type Clause = ClauseOf<'hosting'>;
type Stance = Clause['stance'];

interface Said {
  text(licensor: string): string;
  line?(): string;
  brief(): string;
  applies: RuleLevel;
}

const STANCES: Record<Stance, Said> = {
  forbidden: {
    text: () => t('Do not offer the model to others as a service'),
    line: () => t('Offer the model to others as a service'),
    brief: () => t('no hosting for others'),
    applies: 'warning',
  },
  'needs-license': {
    text: (licensor) => t('Get permission from {0} before you offer the model to others as a service', licensor),
    brief: () => t('hosting for others needs permission'),
    applies: 'warning',
  },
  'terms-must-pass': {
    text: () => t('Pass its terms on to the users where you offer the model as a service'),
    brief: () => t('a hosted service passes its terms on'),
    applies: 'information',
  },
};

function limit({ revenue }: Clause): string | undefined {
  if (!revenue) return undefined;
  const sum = money(revenue.amount, revenue.currency);
  const over =
    revenue.period === 'year'
      ? t('only above {0} of yearly revenue', sum)
      : t('only above {0} of monthly revenue', sum);
  return revenue.affiliates ? t('{0}, affiliates included', over) : over;
}

/** Some texts bind only those who host and earn more than a sum: clear of either is clear of the clause. */
function weighed(clause: Clause, situation: Situation): Pick<Weighing, 'verdict' | 'reason' | 'asks'> {
  const service = judge(hosts(situation));
  if (!clause.revenue || service.verdict === 'does-not-apply') return service;
  const earned = overRevenue(situation.usage.annualRevenue, clause.revenue);
  if (earned.verdict === 'does-not-apply') return earned;
  const reason = [service.reason, earned.reason].filter(Boolean).join('; ') || undefined;
  const both = service.verdict === 'applies' && earned.verdict === 'applies';
  if (both) return { verdict: 'applies', reason };
  return { verdict: 'conditional', reason, asks: [...(service.asks ?? []), ...(earned.asks ?? [])] };
}

export const hosting: Rule<'hosting'> = {
  group: (clause) => (clause.stance === 'forbidden' ? 'must-not' : 'must'),
  weigh(clause, situation, license) {
    const stance = STANCES[clause.stance];
    const judged = weighed(clause, situation);
    const details = [limit(clause), clause.detail?.replace(/\.$/, '')];
    return {
      ...judged,
      ...(judged.verdict === 'applies' ? { level: stance.applies } : {}),
      text: withDetails(stance.text(license.licensor ?? t('the licensor')), details),
      ...(stance.line ? { line: withDetails(stance.line(), details) } : {}),
      brief: stance.brief(),
    };
  },
};
