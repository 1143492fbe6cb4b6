import { t } from '../../l10n.ts';
import type { Rule } from './rule.ts';

export const latestVersion: Rule<'latest-version'> = {
  group: 'must',
  weigh: () => ({
    verdict: 'applies',
    text: t('Make reasonable efforts to use the latest version of the model'),
    brief: t('use the latest version'),
  }),
};
