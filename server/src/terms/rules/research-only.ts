import { t } from '../../l10n.ts';
import { fieldIs } from '../fields.ts';
import { list, withDetails } from '../words.ts';
import { commercial } from './answers.ts';
import type { Rule, Weighing } from './rule.ts';

/** Stricter than non-commercial: a hobby is not research, so `commercial: false` alone lowers the voice but does not settle it. */
export const researchOnly: Rule<'research-only'> = {
  group: 'must-not',
  weigh(clause, situation) {
    const { usage } = situation;
    const business = commercial(situation);
    const details = [clause.allows && t('allowed: {0}', list(clause.allows, 8))];
    const weighing = (rest: Omit<Weighing, 'text' | 'line' | 'brief'>): Weighing => ({
      ...rest,
      text: withDetails(t('Research use only'), details),
      line: withDetails(t('Use it for anything but research'), details),
      brief: t('research use only'),
    });

    if (business.is === true) return weighing({ verdict: 'applies', reason: business.reason });
    if (usage.fields?.some((field) => fieldIs(field, 'research'))) {
      return weighing({ verdict: 'does-not-apply', reason: t('you declared research') });
    }
    if (usage.fields) return weighing({ verdict: 'applies', reason: t('you declared {0}', list(usage.fields)) });
    if (business.is === false) return weighing({ verdict: 'conditional', level: 'information', asks: ['fields'] });
    return weighing({ verdict: 'conditional', asks: ['commercial', 'fields'] });
  },
};
