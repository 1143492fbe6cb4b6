import { describe, expect, test } from 'vitest';
import { mentionSource, mentionsOf, needleOf } from './pattern-source.ts';

const LLAMA = String.raw`(?:Meta-)?Llama-?(?<version>[23](?:\.\d)?)-?(?<size>\d+B)(?:[-_](?<variant>.+))?`;
const CODER = String.raw`Qwen(?<version>2\.5|3)-Coder-(?<size>\d+B)(?:-(?<variant>.+))?`;
const OPTIONAL = String.raw`Qwen-?(?<version>\d(?:\.\d)?)?-(?<size>\d+B)`;

describe('a needle is text that every match holds', () => {
  test.each([
    [LLAMA, 'llama'],
    [CODER, '-coder-'],
    ['Lark|Wren', undefined],
    ['(?:Lark|Wren)-x', undefined],
    ['Larks?', 'lark'],
    [String.raw`a\.b\.c`, 'a.b.c'],
    ['[Ll]ark', 'ark'],
    ['Lar{0,1}k', undefined],
  ])('%s: %s', (source, needle) => {
    expect(needleOf(source)).toBe(needle);
  });
});

describe('what third parties write', () => {
  const found = (pattern: string, name: string) =>
    mentionsOf(pattern)
      .map((mention) => new RegExp(mentionSource(mention), 'i').exec(name)?.[0])
      .filter((text) => text !== undefined);
  test.each([
    [LLAMA, 'My-Llama-3.1-8B-Tune', ['Llama-3.1-8B', 'Llama-3.1']],
    [LLAMA, 'my_llama3_1_8b_tune', ['llama3_1_8b', 'llama3_1']],
    [LLAMA, 'Llama-3-Tune', ['Llama-3']],
    [LLAMA, 'llama31_8b', []],
    [LLAMA, 'llama_33b', []],
    [LLAMA, 'TinyLlama-3-8B', []],
    [LLAMA, 'Llama-3.14', []],
    [CODER, 'Tune-of-Qwen2.5-Coder-7B', ['Qwen2.5-Coder-7B']],
    [CODER, 'Tune-of-Qwen2.5-7B', []],
    [OPTIONAL, 'Tune-of-Qwen2.5', ['Qwen2.5']],
    [OPTIONAL, 'Tune-of-Qwen-7B', ['Qwen-7B']],
    [OPTIONAL, 'Tune-of-Qwen-14B', ['Qwen-14B']],
    [OPTIONAL, 'Tune-of-qwen2.5_7b', ['qwen2.5_7b', 'qwen2.5']],
  ])('%s in %s', (pattern, name, expected) => {
    expect(found(pattern, name)).toEqual(expected);
  });
});
