/** The documents of the fuzz runs, and what must hold for each. */
import { fileURLToPath } from 'node:url';
import { findReferences, mayHoldInBytes, mayHoldReferences } from '../../server/src/references/index.ts';
import { mutations } from '../fuzz/mutations.ts';
import { sourceSeeds } from '../fuzz/sourceSeeds.ts';
import { fakeKnowledge } from './knowledge.ts';
import { readLabels } from './labels.ts';

/** Whole documents that are hard on a parser by themselves. */
const bombs = [
  '[',
  '{',
  '- ',
  '? ',
  'a: ',
  '"',
  "'",
  '> ',
  '* ',
  '(',
  '$(',
  '${',
  '{{',
  '`',
  '<<E\n',
  '\\',
  '#',
  '|',
  '&a ',
  '*a ',
  '!',
  '<',
  '[a](',
  '![',
  '**',
  '_',
  '{"a":',
  "a='",
  'x/',
  'hf://',
  'a:b/',
  '😀',
  '\0',
  '\r\n',
];

export const seeds: readonly { readonly path: string; readonly text: string }[] = [
  ...readLabels(fileURLToPath(new URL('.', import.meta.url))).map(({ path, text }) => ({ path, text })),
  ...Object.entries(sourceSeeds).map(([path, text]) => ({ path, text })),
];

/** Document number `n`: a mutation of a seed; now and then with a sign many times over in it. */
export function documentNumber(n: number, seed: number): { path: string; text: string } {
  const origin = seeds[n % seeds.length] as (typeof seeds)[number];
  const [text = ''] = mutations(origin.text, 1, seed * 1_000_003 + n);
  if (n % 11 !== 0) return { path: origin.path, text };
  const bomb = (bombs[n % bombs.length] as string).repeat(1 + (n % 1500));
  const at = (n * 7919) % (text.length + 1);
  return { path: origin.path, text: text.slice(0, at) + bomb + text.slice(at) };
}

/** What is wrong with how a document is read; nothing, where all is well. */
export function faults(document: { path: string; text: string }): string[] {
  const { text } = document;
  const found: string[] = [];
  const begin = performance.now();
  try {
    const { references, comments } = findReferences(document, fakeKnowledge, { includeCommented: true });
    if (references.length > 0) found.push(...lostByFilter(document));
    let last = 0;
    for (const { span, text: said, id } of references) {
      if (span.start < last || span.end <= span.start || span.end > text.length)
        found.push(`range ${span.start}–${span.end} of ${text.length} after ${last}`);
      if (text.slice(span.start, span.end) !== said || id === '' || said.length > 400) found.push(`text "${said}"`);
      last = span.end;
    }
    for (const { span } of comments)
      if (span.start < 0 || span.end > text.length || span.end < span.start)
        found.push(`comment ${span.start}–${span.end}`);
  } catch (error) {
    found.push(
      error instanceof Error ? `${error.name}: ${error.message} ${error.stack?.split('\n')[1]?.trim()}` : String(error),
    );
  }
  const time = performance.now() - begin;
  if (time > 1000) found.push(`${Math.round(time)} ms`);
  return found;
}

/** The filter before the parsers may only say no where there is nothing. */
function lostByFilter(document: { path: string; text: string }): string[] {
  const lost: string[] = [];
  if (!mayHoldReferences(document, fakeKnowledge)) lost.push('left out by the filter');
  if (!mayHoldInBytes(document.path, Buffer.from(document.text))) lost.push('left out by the filter over bytes');
  return lost;
}

/** Reads the documents from number `from` to `to`; `progress` hears of every hundredth. */
export async function fuzzRange(
  from: number,
  to: number,
  seed: number,
  progress?: (at: number) => Promise<void>,
): Promise<string[]> {
  const report: string[] = [];
  for (let n = from; n < to; n++) {
    if (n % 100 === 0) await progress?.(n);
    const document = documentNumber(n, seed);
    for (const fault of faults(document)) report.push(`document ${n} (${document.path}): ${fault}`);
  }
  return report;
}
