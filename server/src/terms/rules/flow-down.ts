import { t } from '../../l10n.ts';
import { distributes, either, hosts, judge } from './answers.ts';
import type { Rule } from './rule.ts';

/** Terms that whoever receives the model, or something made from it, must be bound to as well. */
export const flowDown: Rule<'flow-down'> = {
  group: 'must',
  weigh(clause, situation) {
    const text = {
      'use-restrictions': t('Bind everybody who gets the model or a derivative from you to its use restrictions'),
      license: t('Pass the model and its derivatives on under this licence only'),
      both: t('Pass the model and its derivatives on under this licence, use restrictions included'),
    }[clause.what];
    const brief =
      clause.what === 'use-restrictions' ? t('pass its use restrictions on') : t('pass it on under the same licence');
    return { ...judge(either(distributes(situation), hosts(situation))), text, brief };
  },
};
