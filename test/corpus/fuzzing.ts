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

/** What a run brings to light. */
export interface Fuzzed {
  readonly faults: string[];
  /** Documents in which something was found. */
  held: number;
  /** Of these, how many the filter before the parsers would have put aside: broken so that no human would write them. */
  leftOut: number;
}

/** What is wrong with how a document is read; nothing, where all is well. */
export function faults(document: { path: string; text: string }): string[] {
  const { text } = document;
  const found: string[] = [];
  const begin = performance.now();
  try {
    const { references, comments } = findReferences(document, fakeKnowledge, { includeCommented: true });
    let last = 0;
    for (const { span, text: said, id } of references) {
      if (span.start < last || span.end <= span.start || span.end > text.length)
        found.push(`range ${span.start}–${span.end} of ${text.length} after ${last}`);
      if (text.slice(span.start, span.end) !== said || id === '' || id.length > 400) found.push(`text "${said}"`);
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

const holds = (document: { path: string; text: string }): boolean =>
  findReferences(document, fakeKnowledge, { includeCommented: true }).references.length > 0;

const isLeftOut = (document: { path: string; text: string }): boolean =>
  !mayHoldReferences(document, fakeKnowledge) || !mayHoldInBytes(document.path, Buffer.from(document.text));

/** Reads the documents from number `from` to `to`; `progress` hears of every hundredth. */
export async function fuzzRange(
  from: number,
  to: number,
  seed: number,
  progress?: (at: number) => Promise<void>,
): Promise<Fuzzed> {
  const fuzzed: Fuzzed = { faults: [], held: 0, leftOut: 0 };
  for (let n = from; n < to; n++) {
    if (n % 100 === 0) await progress?.(n);
    const document = documentNumber(n, seed);
    for (const fault of faults(document)) fuzzed.faults.push(`document ${n} (${document.path}): ${fault}`);
    // to read a second time takes time: one in four is enough to tell the share
    if (n % 4 !== 0 || !holds(document)) continue;
    fuzzed.held++;
    if (isLeftOut(document)) fuzzed.leftOut++;
  }
  return fuzzed;
}
