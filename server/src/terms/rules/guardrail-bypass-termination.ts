import { t } from '../../l10n.ts';
import type { Rule } from './rule.ts';

export const guardrailBypassTermination: Rule<'guardrail-bypass-termination'> = {
  group: 'limits',
  weigh: () => ({
    verdict: 'conditional',
    text: t('Rights end if you bypass or disable its safety measures without an equal replacement'),
    brief: t('ends if you disable its guardrails'),
  }),
};
