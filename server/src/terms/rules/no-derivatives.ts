import { t } from '../../l10n.ts';
import { both, distributes, fineTunes, judge } from './answers.ts';
import type { Rule } from './rule.ts';

/** Changing it in private is another matter (Creative Commons ND allows it); passing the change on is what is barred. */
export const noDerivatives: Rule<'no-derivatives'> = {
  group: 'must-not',
  weigh: ({ copiesToo }, situation) =>
    copiesToo
      ? {
          ...judge(distributes(situation)),
          text: t('Do not pass the model on, changed or not'),
          line: t('Pass the model on, changed or not'),
          brief: t('not to be passed on'),
        }
      : {
          ...judge(both(fineTunes(situation), distributes(situation))),
          text: t('Do not pass on changed versions'),
          line: t('Pass on changed versions'),
          brief: t('no changed versions passed on'),
        },
};
