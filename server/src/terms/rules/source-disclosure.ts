import { t } from '../../l10n.ts';
import { distributes, either, hosts, judge } from './answers.ts';
import type { Rule } from './rule.ts';

export const sourceDisclosure: Rule<'source-disclosure'> = {
  group: 'must',
  weigh: (clause, situation) => ({
    ...judge(either(distributes(situation), hosts(situation))),
    text: t('Make the source available when {0}', clause.when),
    brief: t('make the source available'),
  }),
};
