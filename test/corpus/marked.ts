/**
 * Marked text, for tests: under a line of a document stands what is found in it, carets below the reference.
 *
 *     model: mistralai/Mistral-7B-v0.1
 *     //     ^^^^^^^^^^^^^^^^^^^^^^^^^ huggingface
 *
 * The line begins with `//`, which counts as two columns, so that a reference in the first two columns is marked with
 * `<` for where it begins: `//<^^^ ollama` marks one that begins at column 0 and ends under the last caret.
 */

import { findReferences } from '../../server/src/references/index.ts';
import type { ModelReference } from '../../server/src/references/types.ts';
import { fakeKnowledge } from './knowledge.ts';

const mark = /^\/\/(<?\s*)(\^+)\s+(.*)$/;

/** The document without its marks. */
export function unmarked(text: string): string {
  return text
    .split('\n')
    .filter((line) => !mark.test(line))
    .join('\n');
}

/** The text with the marks that stand for what is found in it, to be compared with the text as it was written. */
export function marked(path: string, text: string, includeCommented = false): string {
  const plain = unmarked(text);
  const { references } = findReferences({ path, text: plain }, fakeKnowledge, { includeCommented });
  const lines: string[] = [];
  let offset = 0;
  for (const line of plain.split('\n')) {
    lines.push(line);
    for (const reference of references) {
      const { start, end } = reference.span;
      if (start >= offset && start <= offset + line.length) lines.push(markOf(start - offset, end - offset, reference));
    }
    offset += line.length + 1;
  }
  return lines.join('\n');
}

function markOf(start: number, end: number, reference: ModelReference): string {
  const lead = start < 2 ? '//<' : `//${' '.repeat(start - 2)}`;
  return `${lead}${'^'.repeat(end - Math.max(start, lead.length))} ${describe(reference)}`;
}

/** Kind, and what is not as it mostly is: role, id, provider, revision, file. */
function describe({ kind, role, id, text, provider, revision, file, commented }: ModelReference): string {
  const parts = [
    kind,
    role !== 'model' && role,
    id !== text && `= ${id}`,
    provider !== undefined && provider !== kind && `by ${provider}`,
    revision !== undefined && `@${revision}`,
    file !== undefined && `file ${file}`,
    commented && 'commented',
  ];
  return parts.filter(Boolean).join(' ');
}
