import type { ClauseOf } from '@modelterms/licenses-db';
import { t } from '../../l10n.ts';
import type { RuleLevel } from '../types.ts';
import { withDetails } from '../words.ts';
import { hosts, judge } from './answers.ts';
import type { Rule } from './rule.ts';

type Stance = ClauseOf<'hosting'>['stance'];

const STANCES: Record<Stance, { text(): string; brief(): string; applies: RuleLevel }> = {
  forbidden: {
    text: () => t('Do not offer the model to others as a service'),
    brief: () => t('no hosting for others'),
    applies: 'warning',
  },
  'needs-license': {
    text: () => t('Offering the model to others as a service needs a licence of its own'),
    brief: () => t('hosting for others needs a licence'),
    applies: 'warning',
  },
  'terms-must-pass': {
    text: () => t('Offering the model as a service passes its terms on to the users'),
    brief: () => t('a hosted service passes its terms on'),
    applies: 'information',
  },
};

export const hosting: Rule<'hosting'> = {
  group: (clause) => (clause.stance === 'forbidden' ? 'must-not' : 'must'),
  weigh(clause, situation) {
    const stance = STANCES[clause.stance];
    const judged = judge(hosts(situation));
    return {
      ...judged,
      ...(judged.verdict === 'applies' ? { level: stance.applies } : {}),
      text: withDetails(stance.text(), [clause.detail?.replace(/\.$/, '')]),
      brief: stance.brief(),
    };
  },
};
