import { describe, expect, test } from 'vitest';
import { formatProblem } from '../sources/problems.ts';
import { databaseOf, FIXTURE, SOURCE, sourcesOf } from '../testkit.ts';
import { validate } from '../validation/index.ts';

const file = (entries: string) => ({ ...FIXTURE, 'openness/body.yaml': `source: ${SOURCE}\nopenness:\n${entries}` });
const FILE = file(`
  - { models: [maker-labs/Owl, Other/Finch-270M], weights: open, trainingData: described, trainingCode: open, judgements: [well done] }
  - { family: other/heron, range: '>=2.0.0', trainingData: closed, source: { title: paper, checked: 2026-11-21 } }
  - { family: maker/lark, trainingCode: closed }
`);

describe('looking up', () => {
  const database = databaseOf(FILE);

  test('of a model with an entry of its own', () => {
    expect(database.model('MAKER-LABS/owl')?.model.components).toEqual({
      weights: 'open',
      trainingData: 'described',
      trainingCode: 'open',
      judgements: ['well done'],
      source: { title: 'model card', url: 'https://example.com/card', checked: '2026-11-22' },
    });
  });

  test('of a model that a family answers for', () => {
    expect(database.family('Other/Finch-270M')?.components?.trainingData).toBe('described');
    expect(database.family('Other/Finch-100M')?.components).toBeUndefined();
  });

  test('of a family, by version; however it was found', () => {
    const expected = { trainingData: 'closed', source: { title: 'paper', checked: '2026-11-21' } };
    expect(database.family('Other/Heron2-7B')?.components).toEqual(expected);
    expect(database.family('Other/Heron-7B')?.components).toBeUndefined();
    expect(database.familyOfName('Heron2-7B')?.components).toEqual(expected);
    expect(database.familyInName('My-Heron2-7B')?.components).toEqual(expected);
  });

  test("the publisher's own entry wins", () => {
    expect(database.family('Maker/Lark-2-7B')?.components?.trainingCode).toBe('open');
    expect(database.family('Maker/Lark-1-7B')?.components?.trainingCode).toBe('closed');
  });
});

describe('validation', () => {
  const problems = (entries: string) => validate(sourcesOf(file(entries)), { today: '2026-11-22' }).map(formatProblem);

  test('a sound file', () => {
    expect(validate(sourcesOf(FILE), { today: '2026-11-22' })).toEqual([]);
  });

  test.each([
    ['  - { models: [Nobody/Nothing], weights: open }', /openness\/body.yaml:3 no entry or family answers for Nobody/],
    ['  - { family: maker/larch, weights: open }', /there is no family maker\/larch/],
    ['  - { family: maker/lark, range: two, weights: open }', /"two" is no semver range/],
    ['  - { weights: open }', /about either models or a family/],
    ['  - { family: maker/lark }', /says nothing of any part/],
    ['  - { models: [maker-labs/Owl, maker-labs/owl], weights: open }', /"maker-labs\/owl" is taken/],
    ['  - { models: [maker-labs/Owl], weights: ajar }', /"ajar" is not one of open, described, closed/],
  ])('%s', (entries, message) => {
    expect(problems(entries)).toEqual([expect.stringMatching(message)]);
  });
});
