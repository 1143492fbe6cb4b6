import { t } from '../../l10n.ts';
import { list, withDetails } from '../words.ts';
import { commercial, judge } from './answers.ts';
import type { Rule } from './rule.ts';

/** Heard unless the profile says that nothing commercial is done: nobody should find out after launch. */
export const nonCommercial: Rule<'non-commercial'> = {
  group: 'must-not',
  weigh: (clause, situation) => {
    const details = [
      clause.allows && t('allowed: {0}', list(clause.allows, 6)),
      clause.outputs === true && t('the outputs included'),
      clause.outputs === false && t('the outputs are not covered'),
      clause.obtain && t('for commercial use: {0}', clause.obtain),
    ];
    return {
      ...judge(commercial(situation)),
      text: withDetails(t('Non-commercial use only'), details),
      line: withDetails(t('Use it commercially'), details),
      brief: t('non-commercial use only'),
    };
  },
};
