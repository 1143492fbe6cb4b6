import { describe, expect, test } from 'vitest';
import { databaseOf, FIXTURE, license, SOURCE } from '../../../licenses-db/src/testkit.ts';
import { createResolver } from './index.ts';
import { isMultimodal, type Modality } from './modality.ts';

test.each<[Modality, boolean | undefined]>([
  [{}, undefined],
  [{ task: 'code' }, false],
  [{ task: 'vision-language' }, true],
  [{ task: 'video' }, undefined],
  [{ task: 'embedding', multimodal: true }, true],
  [{ task: 'multimodal', multimodal: false }, false],
])('%j', (model, expected) => {
  expect(isMultimodal(model)).toBe(expected);
});

describe('a clause that a text puts on multimodal models only', () => {
  const resolve = createResolver(
    databaseOf({
      ...FIXTURE,
      'licenses/show.yaml': license(
        'show',
        'restricted-weights',
        `clauses:
  - { type: license-copy, section: "1", when: you share it }
  - { type: attribution-display, section: "2", models: multimodal, words: Built on Show, where: [website], when: you share it, prominent: false }`,
      ),
      'models/shower.yaml': `publisher: shower
name: Shower
orgs: [Shower]
models:
  - { id: Shower/Text-7B, license: show, task: text-generation, source: ${SOURCE} }
  - { id: Shower/View-7B, license: show, task: vision-language, source: ${SOURCE} }
  - { id: Shower/Film-7B, license: show, task: video, source: ${SOURCE} }
  - { id: Shower/Text-of-View-7B, task: text-generation, bases: [{ id: Shower/View-7B, relation: pruned }], source: ${SOURCE} }
  - { id: Shower/View-of-Text-7B, task: vision-language, bases: [{ id: Shower/Text-7B, relation: finetune }], source: ${SOURCE} }
`,
    }),
  );
  const both = ['license-copy', 'attribution-display'];

  test.each([
    ['a model of text', 'Shower/Text-7B', ['license-copy']],
    ['a multimodal one', 'Shower/View-7B', both],
    ['one of which nobody knows: it stays, and says itself whom it reaches', 'Shower/Film-7B', both],
    ['made from a multimodal one: the base decides', 'Shower/Text-of-View-7B', both],
    ['made from a model of text', 'Shower/View-of-Text-7B', ['license-copy']],
  ])('%s', (_, id, types) => {
    expect(resolve({ kind: 'huggingface', id }).license?.clauses.map(({ type }) => type)).toEqual(types);
  });
});
