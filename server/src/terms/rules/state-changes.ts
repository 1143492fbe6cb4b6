import { t } from '../../l10n.ts';
import { both, distributes, fineTunes, judge } from './answers.ts';
import type { Rule } from './rule.ts';

export const stateChanges: Rule<'state-changes'> = {
  group: 'must',
  weigh: (_clause, situation) => ({
    ...judge(both(fineTunes(situation), distributes(situation))),
    text: t('Say in what you pass on that you changed it'),
    brief: t('state your changes'),
  }),
};
