/** What somebody may have meant by a name that is not known. */
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { near } from '../terms/policy/index.ts';

const SHOWN = 5;

/** Names that are spelt nearly alike, else names that hold the word. At most five. */
function meantBy(word: string, known: readonly string[]): string[] {
  const distinct = [...new Set(known)];
  const alike = near(word, distinct);
  const wanted = word.toLowerCase();
  const holding = wanted.length < 3 ? [] : distinct.filter((name) => name.toLowerCase().includes(wanted)).sort();
  return (alike.length > 0 ? alike : holding).slice(0, SHOWN);
}

/** "Did you mean llama3 or llama3.1?"; undefined where nothing comes near. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const names = meantBy(word, known).map((name) => visible(name));
  const last = names.pop();
  if (last === undefined) return undefined;
  return names.length === 0 ? t('Did you mean {0}?', last) : t('Did you mean {0} or {1}?', names.join(', '), last);
}
