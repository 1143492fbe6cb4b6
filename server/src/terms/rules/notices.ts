/** Exact words owed to the public: met once they stand somewhere, missing once it is known that something ships without them. */
import { t } from '../../l10n.ts';
import type { Situation } from '../situation.ts';
import { type Answer, judge } from './answers.ts';
import type { Weighing } from './rule.ts';

interface Duty {
  /** The words owed first, then those the text accepts in their place. */
  readonly words: readonly [string, ...string[]];
  /** Owed to the public: what the project shows its users counts. */
  readonly isPublic?: true;
  /** The project's file into which the words would go. */
  readonly file: string;
  /** Whether what triggers the duty is done. */
  readonly owed: Answer;
  readonly shown: Pick<Weighing, 'text' | 'brief'>;
  /** That the words are missing, in a few words. */
  readonly missing: string;
}

export function weighNotice({ words, file, isPublic, owed, shown, missing }: Duty, situation: Situation): Weighing {
  const found = words.map((one) => situation.holdsWords(one) || (isPublic && situation.showsWords(one)));
  if (found.includes(true)) return { ...shown, verdict: 'met', reason: t('the words are there') };

  const judged = judge(owed);
  // undefined: nobody looked, so nothing can be said to be missing
  const absent = words.every((one) => situation.holdsWords(one) === false);
  const told = {
    ...shown,
    brief: missing,
    as: 'notice-missing',
    fix: { kind: 'add-notice', file, words: words[0] },
  } as const;
  if (judged.verdict === 'applies' && absent) {
    if (!owed.shown) return { ...told, ...judged, reason: t('the words stand nowhere in the project') };
    // a file that pushes: the words may well stand where it pushes to
    const reason = t('this file publishes the result, and the words stand nowhere in the project');
    return { ...told, ...judged, reason, level: 'information' };
  }
  if (judged.verdict === 'conditional' && absent && situation.published) {
    const reason =
      situation.published === 'card'
        ? t('the words stand neither in this model card nor elsewhere in the project')
        : t('owed once the model is passed on; the words stand nowhere in the project');
    return { ...told, ...judged, brief: shown.brief, reason, level: 'information' };
  }
  return { ...shown, ...judged };
}
