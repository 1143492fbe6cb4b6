import { t } from '../../l10n.ts';
import { judge, trainsOnOutputs } from './answers.ts';
import type { Rule } from './rule.ts';

export const distilledIsDerivative: Rule<'distilled-is-derivative'> = {
  group: 'limits',
  weigh: (_clause, situation) => ({
    ...judge(trainsOnOutputs(situation)),
    text: t('A model trained on its outputs counts as a derivative and comes under the same terms'),
    brief: t('models trained on its outputs count as derivatives'),
  }),
};
