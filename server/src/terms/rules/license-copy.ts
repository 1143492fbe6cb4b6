import { t } from '../../l10n.ts';
import { distributes, judge } from './answers.ts';
import type { Rule } from './rule.ts';

export const licenseCopy: Rule<'license-copy'> = {
  group: 'must',
  weigh: (clause, situation) => ({
    ...judge(distributes(situation)),
    text: t('Pass on a copy of the licence when {0}', clause.when),
    brief: t('pass the licence on'),
  }),
};
