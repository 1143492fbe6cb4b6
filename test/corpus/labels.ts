/**
 * Labelled files: `labels.jsonl` in a folder, one record a file. Lines are one-based, columns zero-based UTF-16 units,
 * end exclusive. `start` and `end` may be left out where `text` stands once on its line.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Label {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'hf' | 'ollama' | 'api' | 'dataset' | 'local-path' | 'docker-model' | 'other';
  readonly id: string;
  readonly licence: string | null;
  readonly commented?: boolean;
  readonly hosted?: boolean;
  readonly alias?: boolean;
  readonly placeholder?: boolean;
  readonly custom?: boolean;
  readonly role?: string;
}

export interface LabelledFile {
  readonly file: string;
  /** Path inside its repository; tells the format. */
  readonly path: string;
  readonly language: string;
  readonly text: string;
  readonly labels: readonly Label[];
}

interface Record_ {
  file: string;
  path?: string;
  language?: string;
  refs: (Omit<Label, 'start' | 'end' | 'id' | 'licence'> & Partial<Label>)[];
}

/** Reads every labelled file under `folder`; files whose text is not there are left out. */
export function readLabels(folder: string): LabelledFile[] {
  const records = readFileSync(join(folder, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record_);
  return records.flatMap((record) => {
    const place = join(folder, record.file);
    if (!existsSync(place)) return [];
    const text = readFileSync(place, 'utf8');
    const lines = text.split('\n');
    const labels = record.refs.map((ref): Label => {
      const line = lines[ref.line - 1] ?? '';
      const start = ref.start ?? line.indexOf(ref.text);
      const end = ref.end ?? start + ref.text.length;
      if (line.slice(start, end) !== ref.text)
        throw new Error(`${record.file}:${ref.line}: the label "${ref.text}" is not at ${start}–${end}`);
      return { ...ref, start, end, id: ref.id ?? ref.text, licence: ref.licence ?? null };
    });
    const path = record.path ?? record.file;
    return [{ file: record.file, path, language: record.language ?? 'other', text, labels }];
  });
}

/** Finding it is asked for; a miss costs recall. */
export function isPositive(label: Label): boolean {
  return (
    (label.kind === 'hf' || label.kind === 'ollama') &&
    !label.commented &&
    !label.hosted &&
    !label.alias &&
    !label.placeholder &&
    !label.custom &&
    label.role !== 'tokenizer' &&
    label.role !== 'output'
  );
}
