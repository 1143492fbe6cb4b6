/** Our own corpus, written after what real projects hold: every reference is found, with its exact place, and nothing else. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findReferences, mayHoldReferences } from '../../server/src/references/index.ts';
import type { ModelReference } from '../../server/src/references/types.ts';
import { type Label, readLabels } from './labels.ts';
import { loadModels } from './models.ts';
import { place } from './scoring.ts';

const files = readLabels(fileURLToPath(new URL('.', import.meta.url)));
const { knowledge } = await loadModels();

/** The kind that a label stands for. */
function kindOf(label: Label): ModelReference['kind'] {
  if (label.kind === 'hf') return 'huggingface';
  if (label.kind === 'ollama') return 'ollama';
  if (label.kind === 'local-path') return 'file';
  return label.hosted || label.kind === 'docker-model' ? 'hosted' : 'api';
}

test.each(files.map((file) => [file.file, file] as const))('%s', (_, file) => {
  const document = { path: file.path, text: file.text };
  const found = mayHoldReferences(document, knowledge)
    ? findReferences(document, knowledge, { includeCommented: false }).references
    : [];
  const line = (at: number, start: number, end: number, kind: string, text: string) =>
    `${at}:${start}–${end} ${kind} ${text}`;
  expect(
    place(file.text, found).map(({ line: at, start, end, reference }) =>
      line(at, start, end, reference.kind, reference.text),
    ),
  ).toEqual(file.labels.map((label) => line(label.line, label.start, label.end, kindOf(label), label.text)));
});

test('there is enough of it', () => {
  expect(files.length).toBeGreaterThanOrEqual(150);
  expect(files.filter((file) => file.labels.length === 0).length).toBeGreaterThanOrEqual(60);
});
