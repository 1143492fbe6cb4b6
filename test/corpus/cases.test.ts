/**
 * The files of `cases/`: small documents, each with what is found in it. A case begins with a line
 *
 *     @@ what it shows | path | what is found
 *
 * and its text goes on to the next such line. What is found is `kind id` for each reference, with its role where that is
 * not `model`, and with its own text where that is not the id; or `nothing`. Names of nobody (`acme/tern`) stand where the
 * surroundings alone must tell.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findReferences, type ModelReference, mayHoldReferences } from '../../server/src/references/index.ts';
import { fakeKnowledge } from './knowledge.ts';

interface Case {
  readonly what: string;
  readonly path: string;
  readonly found: string;
  readonly text: string;
}

function casesIn(file: string): Case[] {
  const source = readFileSync(new URL(`cases/${file}`, import.meta.url), 'utf8');
  return source
    .split(/^@@ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      const [what = '', path = '', found = ''] = part.slice(0, end).split(' | ');
      return { what, path, found, text: part.slice(end + 1) };
    });
}

function described({ kind, id, role, text }: ModelReference): string {
  return `${kind} ${id}${role === 'model' ? '' : ` (${role})`}${text === id ? '' : ` as ${text}`}`;
}

describe.each(['shapes.txt', 'parts.txt', 'prose.txt', 'nothing.txt'])('%s', (file) => {
  test.each(casesIn(file).map((one) => [`${one.what}, ${one.path}`, one] as const))(
    '%s',
    (_, { path, text, found }) => {
      const document = { path, text };
      const { references } = findReferences(document, fakeKnowledge, { includeCommented: false });
      expect(references.map(described).join('; ') || 'nothing').toBe(found);
      for (const { span, text: own } of references) expect(text.slice(span.start, span.end)).toBe(own);
      // The filter before the parsers loses none of them.
      if (references.length > 0) expect(mayHoldReferences(document, fakeKnowledge)).toBe(true);
    },
  );
});
