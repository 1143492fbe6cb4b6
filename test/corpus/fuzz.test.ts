/** A short run of `npm run fuzz`; how long a document takes is for the long run to say. */
import { expect, test } from 'vitest';
import { fuzzRange, seeds } from './fuzzing.ts';

test('mutated documents are read without a crash, and every range lies in the text', { timeout: 120_000 }, async () => {
  const { faults, leftOut } = await fuzzRange(0, 25 * seeds.length, 20261122);
  expect(faults.filter((fault) => !/: \d+ ms$/.test(fault))).toEqual([]);
  expect(leftOut, 'documents with references that the filter would put aside').toBe(0);
});
