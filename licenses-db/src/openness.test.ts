import { describe, expect, test } from 'vitest';
import { opennessOf, strictness, worstOpenness } from './openness.ts';
import type { Components, License } from './schema.ts';
import { databaseOf, FIXTURE } from './testkit.ts';

const database = databaseOf(FIXTURE);
const source = { title: 'card', checked: '2026-11-22' };
const components = (rest: Partial<Components>): Components => ({ weights: 'open', ...rest, source });

describe('class by licence and components', () => {
  test.each<[string | undefined, Components | undefined, string]>([
    [undefined, undefined, 'unknown'],
    [undefined, components({ weights: 'closed' }), 'closed'],
    ['free', undefined, 'open-weights'],
    ['free', components({ trainingCode: 'open', trainingData: 'open' }), 'open-source'],
    ['free', components({ trainingCode: 'open', trainingData: 'described' }), 'open-source'],
    ['free', components({ trainingCode: 'open', trainingData: 'closed' }), 'open-weights'],
    ['free', components({ trainingCode: 'open' }), 'open-weights'],
    ['free', components({ trainingCode: 'described', trainingData: 'open' }), 'open-weights'],
    ['free', components({ weights: 'closed', trainingCode: 'open', trainingData: 'open' }), 'closed'],
    ['bound', components({ trainingCode: 'open', trainingData: 'open' }), 'restricted-weights'],
    ['study', components({ trainingCode: 'open', trainingData: 'open' }), 'noncommercial-weights'],
  ])('%s with %j: %s', (license, parts, expected) => {
    expect(opennessOf(license === undefined ? undefined : database.license(license), parts)).toBe(expected);
  });
});

test('the least open of several counts; what is unknown does not hide what restricts', () => {
  expect(worstOpenness([])).toBe('unknown');
  expect(worstOpenness(['open-source', 'open-weights'])).toBe('open-weights');
  expect(worstOpenness(['open-weights', 'unknown'])).toBe('unknown');
  expect(worstOpenness(['unknown', 'restricted-weights'])).toBe('restricted-weights');
});

test('strictness: class, then how much is forbidden', () => {
  const names = ['free', 'bound', 'bound-2', 'study'];
  const licenses = names.map((name) => database.license(name) as License);
  expect([...licenses].sort((a, b) => strictness(a) - strictness(b)).map(({ id }) => id)).toEqual(names);
});

test.each([
  ['output-training', 'forbidden', 'with-name'],
  ['hosting', 'needs-license', 'terms-must-pass'],
  ['output-commercial-use', 'forbidden', 'allowed'],
] as const)('strictness: %s %s, against %s', (type, strict, lax) => {
  const withStance = (stance: string) =>
    ({ ...database.license('bound'), clauses: [{ type, section: '1', stance }] }) as unknown as License;
  expect(strictness(withStance(strict))).toBeGreaterThan(strictness(withStance(lax)));
});
