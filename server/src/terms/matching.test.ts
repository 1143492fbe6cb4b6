import { describe, expect, it } from 'vitest';
import { fits, fitsModel } from './matching.ts';
import { model } from './testkit.ts';

describe('fits', () => {
  it.each([
    ['meta-llama/*', 'meta-llama/Llama-3.1-8B', true],
    ['*', '', true],
    ['META-LLAMA/*', 'meta-llama/x', true],
    ['*/Llama-*-8B', 'meta-llama/Llama-3.1-8B', true],
    ['*/Llama-*-8B', 'meta-llama/Llama-8B', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a.c', 'abc', false],
    ['**', 'x', true],
    ['llama3.1', 'llama3.1:8b', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(fits(pattern, text)).toBe(expected);
  });

  it('takes no time on what would loop', () => {
    expect(fits('*a'.repeat(200), 'a'.repeat(10_000).concat('b'))).toBe(false);
  });
});

it('fits a model by its id, by what was written, and without its tag', () => {
  const qwen = model([], { id: 'qwen2.5:3b-instruct' });
  expect(
    ['qwen2.5:3b-instruct', 'qwen2.5:3b', 'qwen2.5', 'qwen2'].map((one) => fitsModel(one, qwen, 'qwen2.5:3b')),
  ).toEqual([true, true, true, false]);
});
