import { t } from '../../l10n.ts';
import { withDetails } from '../words.ts';
import { weighControl } from './control.ts';
import type { Rule } from './rule.ts';

export const revocable: Rule<'revocable'> = {
  group: 'limits',
  weigh: (clause, situation) => ({
    ...weighControl(situation),
    text: withDetails(t('The licence can be revoked'), [clause.how]),
    brief: t('the licence can be revoked'),
  }),
};
