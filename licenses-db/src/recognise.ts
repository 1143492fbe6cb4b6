/** Which licence a text is: a LICENSE file beside weights, a licence layer of the Ollama library. */
import type { License } from './schema.ts';
import type { Database } from './types.ts';

/** Titles stand near the head; longer texts are cut, since what tells versions apart stands early or in the notice. */
const HEAD_LENGTH = 1_500;
const MAX_TEXT_LENGTH = 200_000;

/**
 * The licence that a text is a copy of: one of its titles stands at the head, and all its distinctive phrases in the text,
 * whatever the case, the line breaks and the kind of quotes. Of several such, the one of whose phrases most was found, since a
 * later version may hold an earlier one's. Undefined where none is found, or two are found equally well.
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

/**
 * Characters found of a licence's phrases, and what its longest title found settles between licences whose phrases weigh the same;
 * 0 where one is missing.
 */
function scoreOf({ recognise }: License, text: string, head: string): number {
  if (!recognise) return 0;
  const titles = recognise.title.map(foldText).filter((title) => head.includes(title));
  if (titles.length === 0) return 0;
  const phrases = recognise.phrases.map(foldText);
  if (!phrases.every((phrase) => text.includes(phrase))) return 0;
  const found = phrases.reduce((sum, { length }) => sum + length, 0);
  return found + Math.max(...titles.map(({ length }) => length)) / HEAD_LENGTH;
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
