import { t } from '../../l10n.ts';
import type { Rule } from './rule.ts';

export const guardrailBypassTermination: Rule<'guardrail-bypass-termination'> = {
  group: 'limits',
  weigh: ({ unlessReplaced }) => ({
    verdict: 'conditional',
    text: unlessReplaced
      ? t('Rights end if you bypass or disable its safety measures without an equal replacement')
      : t('Rights end if you bypass or disable its safety measures'),
    brief: t('ends if you disable its guardrails'),
  }),
};
