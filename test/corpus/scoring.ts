/** Found references against labels. */
import type { ModelReference } from '../../server/src/references/types.ts';
import { isPositive, type Label, type LabelledFile } from './labels.ts';

export interface Placed {
  /** One-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly reference: ModelReference;
}

export interface Outcome {
  readonly file: LabelledFile;
  readonly hits: readonly { readonly label: Label; readonly found: Placed }[];
  readonly misses: readonly Label[];
  readonly falseAlarms: readonly Placed[];
  readonly inexact: readonly { readonly label: Label; readonly found: Placed }[];
}

/** The place of each reference by line and column. A reference over several lines counts where it begins. */
export function place(text: string, references: readonly ModelReference[]): Placed[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return references.map((reference) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= reference.span.start) low = middle;
      else high = middle - 1;
    }
    const base = starts[low] as number;
    return { line: low + 1, start: reference.span.start - base, end: reference.span.end - base, reference };
  });
}

export function compare(file: LabelledFile, references: readonly ModelReference[]): Outcome {
  const found = place(file.text, references);
  const overlaps = (label: Label, one: Placed) =>
    label.line === one.line && label.start < one.end && one.start < label.end;
  const hits: { label: Label; found: Placed }[] = [];
  const misses: Label[] = [];
  for (const label of file.labels.filter(isPositive)) {
    const candidates = found.filter((one) => overlaps(label, one));
    const best = candidates.find((one) => one.start === label.start && one.end === label.end) ?? candidates[0];
    if (best) hits.push({ label, found: best });
    else misses.push(label);
  }
  const counted = new Set(['huggingface', 'ollama', 'hosted', 'file']);
  const falseAlarms = found.filter((one) => {
    if (!counted.has(one.reference.kind)) return false;
    const labels = file.labels.filter((label) => overlaps(label, one));
    return labels.length === 0 || labels.every((label) => label.kind === 'dataset');
  });
  const inexact = hits.filter(({ label, found: one }) => label.start !== one.start || label.end !== one.end);
  return { file, hits, misses, falseAlarms, inexact };
}

export interface Score {
  files: number;
  hits: number;
  misses: number;
  falseAlarms: number;
  inexact: number;
  licensed: number;
  licenseRight: number;
}

export const noScore = (): Score => ({
  files: 0,
  hits: 0,
  misses: 0,
  falseAlarms: 0,
  inexact: 0,
  licensed: 0,
  licenseRight: 0,
});

const share = (part: number, whole: number) =>
  whole === 0 ? '    —' : `${((100 * part) / whole).toFixed(1)}%`.padStart(6);

export function scoreLine(name: string, score: Score): string {
  const { hits, misses, falseAlarms, inexact, licensed, licenseRight } = score;
  return [
    name.padEnd(24),
    String(score.files).padStart(5),
    String(hits + misses).padStart(6),
    share(hits, hits + falseAlarms),
    share(hits, hits + misses),
    share(hits - inexact, hits),
    share(licenseRight, licensed),
  ].join('  ');
}

export const scoreHeader = `${'language'.padEnd(24)}  files  wanted  precis  recall   exact  licence`;
