import { t } from '../../l10n.ts';
import { distributes, either, hosts, judge } from './answers.ts';
import type { Rule } from './rule.ts';

export const disclosure: Rule<'disclosure'> = {
  group: 'must',
  weigh: (clause, situation) => ({
    ...judge(either(distributes(situation), hosts(situation))),
    text: t('Disclose {0}', clause.what),
    brief: t('disclose {0}', clause.what),
  }),
};
