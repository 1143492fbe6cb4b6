import coerce from 'semver/functions/coerce.js';
import satisfies from 'semver/functions/satisfies.js';
import { describe, expect, test } from 'vitest';
import { plainRange } from '../ranges.ts';
import { databaseOf, FIXTURE } from '../testkit.ts';
import { globMatches } from './families.ts';
import { soleSizeIn } from './family-index.ts';
import { findOriginal } from './originals.ts';
import { unpackName } from './republishers.ts';
import { isOwnVariant } from './variants.ts';
import { inRange, spellVersion } from './versions.ts';

const database = databaseOf(FIXTURE);

test.each([
  ['2.5', '>=2.0.0 <3.0.0', true],
  ['3_1', '>=3.1.0 <3.2.0', true],
  ['3-1', '>=3.1.0 <3.2.0', true],
  ['3p1', '>=3.1.0 <3.2.0', true],
  ['3', '>=3.1.0', false],
  ['2411', '>=2400.0.0', true],
  ['anything', undefined, true],
  ['', '>=1.0.0', false],
])('version %s in %s: %s', (version, range, expected) => {
  expect(inRange(version, range)).toBe(expected);
});

describe('ranges are read as semver reads them', () => {
  const versions = ['1', '1.0', '1.2.3', '1.9', '2', '2.0.1', '2.5', '3_1', '31', '10.0', '2411', '0.1', 'v4', 'x', ''];
  test.each([
    ...['>=1.0.0 <2.0.0', '<1.1.0', '>=2400.0.0', '1.x', '~2.5', '^2', '<=2', '>1.2.3 <=2.5.0', '=2.5.0'],
    ...['1.2.3', '1 - 2', '<1 || >=3.1', '*', '>=0'],
  ])('%s', (range) => {
    const written = plainRange(range);
    expect(versions.filter((version) => inRange(version, written))).toEqual(
      versions.filter((version) => {
        const read = coerce(spellVersion(version));
        return written === undefined || (read !== null && satisfies(read, range));
      }),
    );
  });
});

test.each([
  ['Chat*', 'chat-hf', true],
  ['*', '', true],
  ['chat', 'chat-hf', false],
  ['*-2409*', 'Instruct-2409', true],
  ['a*b*c', 'axbxc', true],
  ['ab*ba', 'aba', false],
])('glob %s on %s: %s', (glob, text, expected) => {
  expect(globMatches(glob, text)).toBe(expected);
});

test.each([
  ['My-Llama-3-Tune-8B', '8B'],
  ['Mixtral-8x7B-Tune', '8x7B'],
  ['Qwen3-30B-A3B', '30B'],
  ['merge-7B-13B', undefined],
  ['v1.5', undefined],
])('the one size in %s is %s', (name, size) => {
  expect(soleSizeIn(name)).toBe(size);
});

test.each([
  ['Instruct', true],
  ['Chat-v1.0', true],
  [undefined, true],
  ['Instruct-2407-FP8-dynamic', true],
  ['ArliAI-RPMax-v1.1', false],
  ['Instruct-abliterated', false],
])('variant %s is the publisher’s own: %s', (variant, expected) => {
  expect(isOwnVariant(variant)).toBe(expected);
});

describe('families', () => {
  test.each([
    ['Maker/Lark-1-7B', { license: 'bound', version: '1', size: '7B', context: 4096 }],
    ['maker/lark-2-7b', { license: 'free', version: '2', size: '7B', context: 8192 }],
    ['Maker/Lark-2.5-3B-Chat', { license: 'study', version: '2.5', size: '3B', form: 'instruct' }],
    ['Maker/Lark-2-7B-chatty', { license: 'free', form: 'instruct', variant: 'chatty' }],
  ])('%s', (id, expected) => {
    expect(database.family(id)).toMatchObject(expected);
  });

  test.each(['Maker/Lark-3-7B', 'Maker/Lark', 'maker-labs/Lark-1-7B', 'Nobody/Lark-1-7B', 'Lark-1-7B'])(
    '%s is of no known release',
    (id) => {
      expect(database.family(id)).toBeUndefined();
    },
  );

  test('a bare name', () => {
    expect(database.familyOfName('Lark-1-7B')?.license).toBe('bound');
    expect(database.familyOfName('Lark-1-7B', ['Other'])).toBeUndefined();
    expect(database.familyOfName('Heron2-7B')?.publisher.name).toBe('Other');
    // nobody else's name speaks of this family
    expect(database.familyOfName('Finch-270M')).toBeUndefined();
  });

  test('a third party’s name speaks only of families that allow it', () => {
    expect(database.familyInName('tiny-lark2.5-tune-3b')).toMatchObject({ license: 'study', unsettled: undefined });
    expect(database.familyInName('tiny-lark2.5-tune')).toMatchObject({ license: 'free', unsettled: 'size' });
    expect(database.familyInName('tune-of-Finch-270M')).toBeUndefined();
    expect(database.familyInName('tune-of-Lark-2-5-3B')).toBeUndefined();
    expect(database.familyInName('tune-of-Heron-7B')).toMatchObject({ version: '1', unsettled: 'version' });
    expect(database.familyInName('tune-of-Heron2-7B')).toMatchObject({ version: '2', unsettled: undefined });
    expect(database.familiesInName('Lark-1-7B-Lark2-merge')).toHaveLength(1);
  });
});

describe('repacked models', () => {
  const packer = {
    org: 'P',
    strip: ['-GGUF', '-\\dbit', '^mlx-'],
    separator: '_',
    relation: 'quantized',
    source: { title: '', checked: '' },
  } as const;
  test('names that a name may stand for, most of the packing off first', () => {
    expect(unpackName({ ...packer, strip: [...packer.strip], assume: ['A'] }, 'mlx-X_y-4bit-GGUF')).toEqual([
      { org: 'X', name: 'y', told: true },
      { name: 'y' },
      { org: 'A', name: 'X_y' },
      { name: 'X_y' },
      { org: 'mlx-X', name: 'y', told: true },
      { name: 'y' },
      { org: 'A', name: 'mlx-X_y' },
      { name: 'mlx-X_y' },
      { org: 'mlx-X', name: 'y-4bit', told: true },
      { name: 'y-4bit' },
      { org: 'A', name: 'mlx-X_y-4bit' },
      { name: 'mlx-X_y-4bit' },
      { org: 'mlx-X', name: 'y-4bit-GGUF', told: true },
      { name: 'y-4bit-GGUF' },
      { org: 'A', name: 'mlx-X_y-4bit-GGUF' },
      { name: 'mlx-X_y-4bit-GGUF' },
    ]);
  });

  test.each([
    ['Packer/Lark-2-7B-Chat-GGUF', 'Maker/Lark-2-7B-Chat', 'Lark 2'],
    ['packer/Lark-2.5-9B-GGUF', null, 'Lark 2'],
    ['Packer/Maker_Lark-1-9B-4bit', 'Maker/Lark-1-9B', 'Lark 1'],
    ['Packer/Owl-GGUF', 'maker-labs/Owl', undefined],
  ])('%s comes from %s', (id, original, release) => {
    const found = findOriginal(database, id);
    expect(found?.id).toBe(original);
    expect(found?.match?.release.name).toBe(release);
  });

  test.each(['Packer/Lark-2-7B-Somebody-GGUF', 'Packer/Nobody-GGUF', 'Other/Lark-2-7B-GGUF', 'Packer/Other_Lark-2-7B'])(
    '%s comes from no model that is known',
    (id) => {
      expect(findOriginal(database, id)).toBeUndefined();
    },
  );
});

describe('Ollama tags', () => {
  test.each([
    ['lark2', undefined, '7b'],
    ['LARK2', 'latest', '7b'],
    ['lark2', '3b', '3b'],
    ['lark2', '3b-instruct-q4_K_M', '3b'],
    ['lark2', '7b-text-q8_0', '7b-text'],
    ['lark2', '7B-Text', '7b-text'],
    ['lark2', '72b-q4', '72b'],
  ])('%s:%s is covered by %s', (name, tag, key) => {
    expect(database.ollama(name, tag)?.key).toBe(key);
  });

  test.each(['9b', '3', '3bx', 'q4'])('no key covers %s', (tag) => {
    expect(database.ollama('lark2', tag)).toMatchObject({ key: undefined, tag: undefined });
  });

  test('no such name', () => {
    expect(database.ollama('lark', '3b')).toBeUndefined();
    expect(database.isOllamaModel('lark')).toBe(false);
    expect(database.isOllamaModel('Lark2')).toBe(true);
  });
});

test('names of providers', () => {
  expect(database.api('lark-v2p5-7b')).toMatchObject({
    kind: 'hosted',
    provider: 'cloudy',
    model: 'Maker/Lark-2.5-7b',
  });
  expect(database.api('PHOENIX-4')).toMatchObject({ kind: 'api', provider: 'maker', model: undefined });
  expect(database.api('phoenix')).toBeUndefined();
});
