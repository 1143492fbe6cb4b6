import { t } from '../../l10n.ts';
import type { Rule } from './rule.ts';

/** Who competes with whom is for people to judge: never settled by the profile. */
export const competitorBar: Rule<'competitor-bar'> = {
  group: 'must-not',
  weigh: (clause) => ({
    verdict: 'conditional',
    text: t('Do not use it to compete with {0}', clause.against),
    line: t('Use it to compete with {0}', clause.against),
    brief: t('not to compete with {0}', clause.against),
  }),
};
