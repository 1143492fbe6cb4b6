import { t } from '../../l10n.ts';
import { commercial, judge } from './answers.ts';
import type { Rule } from './rule.ts';

export const outputCommercialUse: Rule<'output-commercial-use'> = {
  group: (clause) => (clause.stance === 'allowed' ? 'may' : 'must-not'),
  weigh: (clause, situation) =>
    clause.stance === 'allowed'
      ? {
          verdict: 'applies',
          text: t('The outputs may be used commercially'),
          line: t('Use its outputs commercially'),
          brief: t('outputs may be used commercially'),
        }
      : {
          ...judge(commercial(situation)),
          text: t('The outputs may not be used commercially'),
          line: t('Use its outputs commercially'),
          brief: t('no commercial use of its outputs'),
        },
};
