import { t } from '../../l10n.ts';
import { list, withDetails } from '../words.ts';
import { commercial, judge } from './answers.ts';
import type { Rule } from './rule.ts';

/** Heard unless the profile says that nothing commercial is done: nobody should find out after launch. */
export const nonCommercial: Rule<'non-commercial'> = {
  group: 'must-not',
  weigh(clause, situation, license) {
    const allowed = clause.allows && t('allowed: {0}', list(clause.allows, 6));
    const free = clause.outputs === false && t('the outputs are not covered');
    const obtain = clause.obtain && t('for commercial use: {0}', clause.obtain);
    // a clause of its own says more of the outputs
    const saidApart = license.clauses.some(({ type }) => type === 'output-commercial-use');
    return {
      ...judge(commercial(situation)),
      text: withDetails(t('Non-commercial use only'), [
        allowed,
        clause.outputs === true && t('the outputs included'),
        free,
        obtain,
      ]),
      line: withDetails(
        clause.outputs === true && !saidApart
          ? t('Use it or its outputs for anything but non-commercial purposes')
          : t('Use it for anything but non-commercial purposes'),
        [allowed, free, obtain],
      ),
      brief: t('non-commercial use only'),
    };
  },
};
