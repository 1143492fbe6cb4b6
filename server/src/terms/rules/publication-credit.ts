import { t } from '../../l10n.ts';
import { quoted } from '../words.ts';
import type { Rule } from './rule.ts';

export const publicationCredit: Rule<'publication-credit'> = {
  group: 'must',
  weigh: (clause) => ({
    verdict: 'conditional',
    text: clause.words
      ? t('Credit it in publications: {0}', quoted(clause.words))
      : t('Credit it in publications about work done with it'),
    brief: t('credit it in publications'),
  }),
};
