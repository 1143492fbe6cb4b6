/**
 * A phrase book for the compiled database: what its strings repeat most is written as two characters, so that the file stays
 * small without being an archive that must be opened whole. `compiled.ts` reads it back, string by string.
 */
import { CODES_PER_PREFIX, codeAt, type PhraseBook } from './compiled.ts';

/** ASCII, since bundlers escape anything else; of these, the ones that strings hold least, for they are escaped there. */
const PREFIXES = '~^|`{}<>@=$%*;#!?[]+&';
const PREFIXES_USED = 16;
const CODE_LENGTH = 2;
const MAX_WORDS = 8;
const ROUNDS = 3;

/** The phrases worth a code in these strings. */
export function makePhraseBook(strings: readonly string[]): PhraseBook {
  const everything = strings.join('');
  const uses = (char: string) => everything.split(char).length;
  const prefixes = [...PREFIXES]
    .sort((a, b) => uses(a) - uses(b))
    .slice(0, PREFIXES_USED)
    .join('');
  const room = prefixes.length * CODES_PER_PREFIX;
  const texts = strings.map(wordsOf);
  let phrases = best(countAll(texts), room * 2);
  for (let round = 1; round <= ROUNDS; round++) {
    // overlapping phrases take occurrences from each other: count what each is really used for, and drop what is not worth it
    phrases = best(countUsed(texts, new Set(phrases)), round === ROUNDS ? room : room + (room >> round));
  }
  return { prefixes, phrases };
}

/** Writes strings with the codes of a book, the longest phrase that fits at each place. */
export function phraseWriter(book: PhraseBook): (text: string) => string {
  const codes = new Map(book.phrases.map((phrase, i) => [phrase, codeAt(book, i)]));
  for (const prefix of book.prefixes) if (!codes.has(prefix)) codes.set(prefix, `${prefix} `);
  const known = new Set(book.phrases);
  return (text) =>
    split(wordsOf(text), known)
      .map((part) => codes.get(part) ?? part)
      .join('');
}

/** Words, each with the space before it, numbers, and single characters in between. */
function wordsOf(text: string): string[] {
  return text.match(/ ?[A-Za-z]+|\d+|[^]/g) ?? [];
}

function countAll(texts: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) {
    for (let i = 0; i < words.length; i++) {
      let phrase = '';
      for (let j = i; j < Math.min(i + MAX_WORDS, words.length); j++) {
        phrase += words[j];
        if (phrase.length > CODE_LENGTH) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
    }
  }
  return counts;
}

function countUsed(texts: readonly string[][], phrases: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) {
    for (const part of split(words, phrases)) if (phrases.has(part)) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}

function split(words: readonly string[], phrases: ReadonlySet<string>): string[] {
  const parts: string[] = [];
  for (let i = 0; i < words.length; ) {
    let phrase = '';
    let [part, taken] = [words[i] as string, 1];
    for (let j = i; j < Math.min(i + MAX_WORDS, words.length); j++) {
      phrase += words[j];
      if (phrases.has(phrase)) [part, taken] = [phrase, j - i + 1];
    }
    parts.push(part);
    i += taken;
  }
  return parts;
}

/** What a code saves: at each use what its phrase is longer than it, less what the book costs. */
function best(counts: ReadonlyMap<string, number>, most: number): string[] {
  const saving = ([phrase, count]: readonly [string, number]) =>
    (phrase.length - CODE_LENGTH) * count - phrase.length - 3;
  return [...counts]
    .filter((entry) => saving(entry) > 0)
    .sort((a, b) => saving(b) - saving(a) || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([phrase]) => phrase);
}
