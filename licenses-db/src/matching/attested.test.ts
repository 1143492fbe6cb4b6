import { describe, expect, test } from 'vitest';
import type { Family } from '../schema.ts';
import { databaseOf, FIXTURE } from '../testkit.ts';
import { attestedBy, numbersIn, plainVersion } from './attested.ts';

test.each([
  ['Qwen3-30B-A3B-Instruct-2507', ['3', '30', '3', '2507']],
  ['Qwen2.5-7B-Instruct-GPTQ-Int4', ['2.5', '7']],
  ['gemma-3-27b-it-qat-q4_0-gguf', ['3', '27']],
  ['Llama-3.1-8B-FP8-w4a16-128g', ['3.1', '8']],
  ['Bonsai-8B-mlx-2bit', ['8']],
  ['Rio-3.0-Open', ['3.0']],
  ['bge-m3', ['3']],
  ['Llama-3_3-Nemotron-Super-49B-v1_5', ['3.3', '49', '1.5']],
])('numbers of %s: %j', (name, numbers) => {
  expect(numbersIn(name)).toEqual(numbers);
});

test.each([
  ['3_1', '3.1'],
  ['31', '3.1'],
  ['3.0', '3'],
])('version %s is %s', (captured, version) => {
  expect(plainVersion(captured)).toBe(version);
});

describe('what the ids spelled out have', () => {
  const family = {
    id: 'lark',
    name: 'Lark',
    patterns: ['Lark-?(?<version>\\d(?:\\.\\d)?)?-(?<size>\\d+B)(?:-(?<variant>.+))?'],
    version: '1',
    releases: [
      { range: '<2.0.0', license: 'bound' },
      { range: '>=2.0.0 <3.0.0', license: 'free', exceptions: [{ sizes: ['72B'], license: 'study' }] },
    ],
  } as unknown as Family;
  const ids = ['Maker/Lark-7B', 'Maker/Lark-2.5-3B-Chat', 'Maker/Wren-90B'];

  test('stands by release, with what exceptions name', () => {
    expect(attestedBy(family, ids)).toEqual([
      { versions: [], numbers: ['7'] },
      { versions: ['2.5'], numbers: ['2.5', '3', '72'] },
    ]);
  });

  test('where any number will do, versions stay', () => {
    expect(attestedBy({ ...family, anyNumber: 'lengths' }, ids)).toEqual([{ versions: [] }, { versions: ['2.5'] }]);
  });
});

describe('what nobody has seen is nobody’s guess', () => {
  const database = databaseOf(FIXTURE);
  test.each([
    ['a version', 'Maker/Lark-2.8-7B'],
    ['a size', 'Maker/Lark-2-405B'],
    ['a date', 'Maker/Lark-2-7B-Chat-2712'],
  ])('%s: %s', (_, id) => {
    expect(database.family(id)).toBeUndefined();
  });

  test.each([
    ['another size of a known version', 'My-Lark-2-6B-pruned', ['Lark 2']],
    ['a version that was never seen', 'My-Lark-2.8-7B', []],
    ['another model of the maker’s', 'Lark-2-2.4T-GGUF', []],
  ])('in a stranger’s name, %s', (_, name, releases) => {
    expect(database.familiesInName(name).map(({ release }) => release.name)).toEqual(releases);
  });
});
