import type { ClauseOf } from '@modelterms/licenses-db';
import { t } from '../../l10n.ts';
import type { Rule } from './rule.ts';

type Covered = ClauseOf<'ip-litigation-termination'>['covers'][number];

const RIGHTS: Record<Covered, () => string> = {
  patent: () => t('patents'),
  copyright: () => t('copyright'),
  'any-ip': () => t('any intellectual property'),
};

export const ipLitigationTermination: Rule<'ip-litigation-termination'> = {
  group: 'limits',
  weigh: (clause) => ({
    verdict: 'conditional',
    text: t('Rights end if you sue over {0} in it', clause.covers.map((covered) => RIGHTS[covered]()).join(t(' or '))),
    brief: t('ends if you sue over it'),
  }),
};
