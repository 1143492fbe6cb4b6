/** Which licence a text is: a LICENSE file beside weights, a licence layer of the Ollama library. */
import type { License } from './schema.ts';
import type { Database } from './types.ts';

/** Titles stand near the head; longer texts are cut, since what tells versions apart stands early or in the notice. */
const HEAD_LENGTH = 1_500;
const MAX_TEXT_LENGTH = 200_000;

/**
 * The licence that a text is a copy of: one of its titles stands at the head, and all its distinctive phrases in the text,
 * whatever the case, the line breaks and the kind of quotes. Of several such, the one of which most was found, since a later
 * version may hold an earlier one's phrases. Undefined where none is found, or two are found equally well.
 */
export function recogniseLicense(text: string, database: Database): License | undefined {
  const folded = foldText(text.slice(0, MAX_TEXT_LENGTH));
  const head = folded.slice(0, HEAD_LENGTH);
  let best: License | undefined;
  let bestScore = 0;
  let tie = false;
  for (const license of database.licenses()) {
    const score = scoreOf(license, folded, head);
    if (score === 0 || score < bestScore) continue;
    tie = score === bestScore;
    best = license;
    bestScore = score;
  }
  return tie ? undefined : best;
}

/** Characters found of a licence's titles and phrases; 0 where one is missing. */
function scoreOf({ recognise }: License, text: string, head: string): number {
  if (!recognise) return 0;
  const titles = recognise.title.map(foldText).filter((title) => head.includes(title));
  if (titles.length === 0) return 0;
  const phrases = recognise.phrases.map(foldText);
  if (!phrases.every((phrase) => text.includes(phrase))) return 0;
  return Math.max(...titles.map(({ length }) => length)) + phrases.reduce((sum, { length }) => sum + length, 0);
}

/** Lower case, straight quotes, plain dashes, runs of white space and comment signs as one space. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’‚′`]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[\s*#>|_]+/g, ' ')
    .trim();
}
