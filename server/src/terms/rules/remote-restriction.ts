import { t } from '../../l10n.ts';
import { weighControl } from './control.ts';
import type { Rule } from './rule.ts';

export const remoteRestriction: Rule<'remote-restriction'> = {
  group: 'limits',
  weigh: (_clause, situation, license) => ({
    ...weighControl(situation),
    text: t('{0} may restrict use that breaks the terms, remotely or otherwise', license.licensor ?? t('The licensor')),
    brief: t('use that breaks the terms may be restricted remotely'),
  }),
};
