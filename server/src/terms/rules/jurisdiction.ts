import { t } from '../../l10n.ts';
import type { Rule } from './rule.ts';

export const jurisdiction: Rule<'jurisdiction'> = {
  group: 'limits',
  weigh: (clause) => ({
    verdict: 'applies',
    text: clause.venue ? t('Law: {0}; {1}', clause.law, clause.venue) : t('Law: {0}', clause.law),
    brief: t('law: {0}', clause.law),
  }),
};
