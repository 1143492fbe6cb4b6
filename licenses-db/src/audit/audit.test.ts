import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createResolver } from '../../../server/src/models/index.ts';
import { databaseOf, FIXTURE } from '../testkit.ts';
import { audit } from './index.ts';
import { printAudit } from './print.ts';
import { applyReviews, readReviewed } from './reviewed.ts';
import { licensesSpelled, saysNothing } from './spelling.ts';

const database = databaseOf(FIXTURE);
const resolve = createResolver(database);
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, rows: string[][]) =>
  writeFileSync(path.join(folder, name), `${rows.map((row) => row.join('\t')).join('\n')}\n`);
const run = () => audit(folder, database, (kind, id) => resolve({ kind, id }));

test.each([
  ['free', ['free']],
  ['Free Licence', ['free']],
  ['FREE-1.0', ['free']],
  ["['free']", ['free']],
  ['bound license', ['bound']],
  ['free | study', ['free', 'study']],
  ['study + something', ['study']],
  ['something', undefined],
])('%s is spelled for %j', (text, ids) => {
  expect(licensesSpelled(text, database)?.map(({ id }) => id)).toEqual(ids);
});

test.each(['', 'other', 'Custom, free with conditions', 'https://example.com/LICENSE', '(no licence layer)'])(
  '%j says nothing',
  (text) => {
    expect(saysNothing(text)).toBe(true);
  },
);

describe('against tables', () => {
  beforeEach(() => {
    write('popular-ids.tsv', [
      ['hf_id'],
      ['Maker/Lark-2-7B'],
      ['Packer/Owl-GGUF'],
      ['acme/secret-7b'],
      ['x/Lark-1-7B-y'],
    ]);
    write('disagreements.tsv', [['hf_id'], ['maker/lark-2-9B']]);
    write('hf-model-license.tsv', [
      ['hf_id', 'licence_as_given', 'source'],
      ['Maker/Lark-2-7B', 'free', 'list'],
      ['Maker/Lark-1-7B', 'free', 'list'],
      ['Maker/Lark-1-7B', 'other', 'list'],
      ['Maker/Lark-2-9B', 'study', 'list'],
      ['Maker/Lark-2-9B', 'Mystery 3.0', 'list'],
      ['Maker/Lark-2-8B', 'Mystery 3.0', 'list'],
      ['x/Lark-1-7B-y', 'free', 'list'],
      ['x/Lark-2-7B-y', 'bound', 'list'],
    ]);
    write('ollama-tags.tsv', [
      ['ollama_model', 'tag', 'licence', 'evidence', 'source'],
      ['lark2', '7b', 'bound', 'manifest-2025', 'registry'],
      ['lark2', '3b', 'free', 'manifest-2025', 'registry'],
      ['lark2', '3b-q4', 'free', 'propagated from 3b', 'registry'],
    ]);
  });

  test('coverage tells by what evidence, and what is missing', () => {
    expect(run().coverage.find(({ of }) => of === 'popular ids')).toEqual({
      of: 'popular ids',
      total: 4,
      by: { family: 1, republisher: 1, name: 1 },
      missing: ['acme/secret-7b'],
    });
  });

  test('agreement leaves out what is disputed, what says nothing and what was guessed', () => {
    const [stated, byName, layers] = run().agreement;
    expect(stated).toMatchObject({
      compared: 2,
      agreed: 1,
      differences: [{ id: 'Maker/Lark-1-7B', theirs: 'free', ours: 'bound', from: 'list' }],
      unmapped: { 'Mystery 3.0': 1 },
    });
    // a general licence is the maker's own label; one that comes with a base names another base than ours
    expect(byName).toMatchObject({
      compared: 2,
      agreed: 1,
      differences: [{ id: 'x/Lark-2-7B-y', theirs: 'bound', ours: 'free' }],
    });
    expect(layers).toMatchObject({
      compared: 2,
      agreed: 1,
      differences: [{ id: 'lark2:3b', theirs: 'free', ours: 'study' }],
    });
  });

  test('what is made from a bound base, and shown as free, is a difference', () => {
    write('derived-models.tsv', [
      ['hf_id', 'base_model', 'relation', 'source'],
      ['Maker/Lark-2-7B', 'Maker/Lark-1-7B', 'finetune', 'list'],
      ['Maker/Lark-2-7B-Chat', 'Maker/Lark-2-7B', 'finetune', 'list'],
      ['maker-labs/Wren-Distill-7B', 'Maker/Lark-1-7B', 'finetune', 'list'],
      ['acme/secret-7b', 'Maker/Lark-1-7B', 'finetune', 'list'],
    ]);
    expect(run().agreement.at(-1)).toMatchObject({
      compared: 2,
      agreed: 1,
      differences: [{ id: 'Maker/Lark-2-7B', theirs: 'bound', ours: 'free', from: 'made from Maker/Lark-1-7B: list' }],
    });
  });

  test('reviewed differences are silent, and reviews that no longer apply are told', () => {
    const reviewed = [
      { id: 'Maker/*', theirs: 'free', ours: 'bound', reason: 'the card' },
      { id: 'lark2:3b', theirs: 'free', ours: 'bound', reason: 'as it was' },
    ];
    const { text, open } = printAudit(run(), reviewed, false);
    expect(open.map(({ id }) => id)).toEqual(['x/Lark-2-7B-y', 'lark2:3b']);
    expect(text).toContain('Differences: 3, of them reviewed: 1, open: 2');
    expect(text).toContain('no longer needed in reviewed-differences.yaml: lark2:3b, theirs free, ours bound');
  });

  test('agreement is told with and without what the makers themselves contradict', () => {
    const review = { id: 'Maker/*', theirs: 'free', ours: 'bound', reason: 'the card', contradicted: true as const };
    const { text } = printAudit(run(), [review], false);
    expect(text).toMatch(/licences as stated: .*; without 1 that the maker itself contradicts: /);
    expect(printAudit(run(), [], false).text).not.toContain('contradicts');
  });

  test('tables that are not there are left out', () => {
    rmSync(path.join(folder, 'popular-ids.tsv'));
    expect(printAudit(run(), [], false).text).not.toContain('popular');
  });
});

test('the reviewed list is checked, with file and line', () => {
  const file = path.join(folder, 'reviewed.yaml');
  expect(readReviewed(file)).toEqual([]);
  writeFileSync(file, 'differences:\n  - { id: a/b, theirs: free, ours: bound, reason: the card }\n');
  expect(readReviewed(file)).toEqual([{ id: 'a/b', theirs: 'free', ours: 'bound', reason: 'the card' }]);
  writeFileSync(file, 'differences:\n  - { id: a/b, theirs: free, ours: bound }\n');
  expect(() => readReviewed(file)).toThrow(/reviewed-differences.yaml:2 .*reason/);
});

test('a review covers exactly its difference', () => {
  const difference = { id: 'a/b', theirs: 'free', ours: 'bound', from: 'list' };
  const review = { id: 'A/*', theirs: 'free', ours: 'bound', reason: 'the card' };
  expect(applyReviews([difference], [review])).toEqual({ open: [], reviewed: 1, stale: [] });
  expect(applyReviews([difference], [{ ...review, ours: 'study' }])).toMatchObject({ open: [difference], reviewed: 0 });
});
