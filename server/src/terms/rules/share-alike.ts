import { t } from '../../l10n.ts';
import type { Situation } from '../situation.ts';
import { withDetails } from '../words.ts';
import { type Answer, both, distributes, either, fineTunes, hosts, judge, trainsOnOutputs } from './answers.ts';
import type { Rule } from './rule.ts';

/** Copyleft: what is made from it and passed on comes under the same licence. */
export const shareAlike: Rule<'share-alike'> = {
  group: 'must',
  weigh(clause, situation) {
    const license = clause.license?.replace(/\.$/, '');
    const makes: Record<typeof clause.scope, (situation: Situation) => Answer> = {
      derivatives: (s) => both(fineTunes(s), distributes(s)),
      'outputs-too': (s) => either(both(fineTunes(s), distributes(s)), trainsOnOutputs(s)),
      'network-use-too': (s) => both(fineTunes(s), either(distributes(s), hosts(s))),
    };
    const text = {
      derivatives: t('Pass on what you make from it under the same licence'),
      'outputs-too': t('Pass on what you make from it, or from its outputs, under the same licence'),
      'network-use-too': t('Pass on what you make from it, or offer over a network, under the same licence'),
    }[clause.scope];
    return {
      ...judge(makes[clause.scope](situation)),
      text: withDetails(text, [license]),
      brief: t('derivatives keep the same licence'),
    };
  },
};
