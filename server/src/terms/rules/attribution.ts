import { t } from '../../l10n.ts';
import { list, quoted, withDetails } from '../words.ts';
import { distributes, judge } from './answers.ts';
import type { Rule } from './rule.ts';

/** The everyday duty of permissive licences: on the card, without a mark in the text. */
export const attribution: Rule<'attribution'> = {
  group: 'must',
  weigh: (clause, situation) => ({
    ...judge(distributes(situation)),
    text: withDetails(t('Keep with every copy: {0}', list(clause.what, 6)), [clause.words && quoted(clause.words)]),
    brief: t('keep the notices'),
  }),
};
