import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import { NAME_LIMIT, nameHolds } from '../names.ts';
import { quoted } from '../words.ts';
import { both, distributes, either, fineTunes, judge, trainsOnOutputs } from './answers.ts';
import type { Rule } from './rule.ts';

/** Whether the duty can arise at all. Names that a document gives are judged by the rule `derivative-name`. */
export const derivativeNamePrefix: Rule<'derivative-name-prefix'> = {
  group: 'must',
  weigh(clause, situation) {
    const { words, position, covers } = clause;
    const text =
      position === 'prefix'
        ? covers.includes('outputs')
          ? t(
              'Begin the name of any model you make with it, or train on its outputs, and pass on with {0}',
              quoted(words),
            )
          : t('Begin the name of any model you make with it and pass on with {0}', quoted(words))
        : t('Put {0} into the name of any model you make with it and pass on', quoted(words));
    const brief =
      position === 'prefix'
        ? t('begin derived models’ names with {0}', quoted(words))
        : t('name derived models with {0}', quoted(words));

    const named = situation.names.find((name) => nameHolds(name.text, words, position));
    if (named)
      return { verdict: 'met', reason: t('{0} does so', quoted(visible(named.text, NAME_LIMIT))), text, brief };
    const makes = [
      ...(covers.includes('materials') ? [fineTunes(situation)] : []),
      ...(covers.includes('outputs') ? [trainsOnOutputs(situation)] : []),
    ];
    return { ...judge(both(either(...makes), distributes(situation))), text, brief };
  },
};
