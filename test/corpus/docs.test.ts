/** Every row of docs/references.md is true: its example gives what its last column says. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findReferences, mayHoldReferences } from '../../server/src/references/index.ts';
import { loadModels } from './models.ts';

const page = readFileSync(new URL('../../docs/references.md', import.meta.url), 'utf8');
const { knowledge } = await loadModels();

interface Row {
  readonly heading: string;
  readonly what: string;
  readonly path: string;
  readonly text: string;
  readonly found: string;
}

/** The rows of tables whose columns are: what, files, example, found. */
function rows(): Row[] {
  const found: Row[] = [];
  let heading = '';
  for (const line of page.split('\n')) {
    if (line.startsWith('## ')) heading = line.slice(3);
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
    const [, what = '', path = '', example = '', result = ''] = cells;
    if (cells.length !== 6 || !path.startsWith('`')) continue;
    const text = example.slice(1, -1).replaceAll('⏎', '\n').replaceAll('⇥', '\t').replaceAll("''", '`');
    found.push({ heading, what, path: path.slice(1, -1), text, found: result });
  }
  return found;
}

function grouped(): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows()) groups.set(row.heading, [...(groups.get(row.heading) ?? []), row]);
  return [...groups];
}

describe.each(grouped())('%s', (_, of) => {
  test.each(of.map((row) => [row.what, row] as const))('%s', (_what, row) => {
    const document = { path: row.path, text: row.text };
    const { references } = findReferences(document, knowledge, { includeCommented: false });
    const found = references.map((reference) => `${reference.kind} ${reference.text}`).join('; ');
    expect(found === '' ? 'nothing' : found).toBe(row.found);
    // The pre-filter may only say no where there is nothing.
    if (found !== '') expect(mayHoldReferences(document, knowledge)).toBe(true);
  });
});

test('the page has rows for every heading', () => {
  expect(rows().length).toBeGreaterThan(150);
});
