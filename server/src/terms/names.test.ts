import { describe, expect, it } from 'vitest';
import { nameHolds, withPrefix } from './names.ts';

describe('nameHolds', () => {
  it.each([
    ['acme/Llama-support-8b', 'Llama', 'prefix', true],
    ['llama_support', 'Llama', 'prefix', true],
    ['Llama 3.1 Support', 'Llama', 'prefix', true],
    ['acme/support-llama', 'Llama', 'prefix', false],
    ['llama-factory/support', 'Llama', 'prefix', false],
    ['acme/Llama-3-8B-tune', 'Llama 3', 'prefix', true],
    ['acme/Llama3-tune', 'Llama 3', 'prefix', true],
    ['acme/Llama-30B-tune', 'Llama 3', 'prefix', false],
    ['acme/Llama-3.1-8B-tune', 'Llama 3', 'prefix', false],
    ['acme/Meta-Llama-3-8B-tune', 'Llama 3', 'prefix', false],
    ['acme/my-Llama-30-Llama-3', 'Llama 3', 'anywhere', true],
    ['acme/K-EXAONE-tune', 'EXAONE', 'anywhere', true],
    ['', 'Llama', 'prefix', false],
  ] as const)('%s with %s as %s: %s', (given, words, position, expected) => {
    expect(nameHolds(given, words, position)).toBe(expected);
  });
});

describe('withPrefix', () => {
  it.each([
    ['acme/support-bot-8b', 'Llama', 'acme/Llama-support-bot-8b'],
    ['acme/support', 'Llama 3', 'acme/Llama-3-support'],
    ['support_bot', 'Llama', 'Llama_support_bot'],
    ['acme/Llama-support', 'Llama 3', 'acme/Llama-3-support'],
    ['acme/llama_support', 'Llama 3', 'acme/Llama_3_support'],
    ['acme/Llamas', 'Llama 3', 'acme/Llama-3-Llamas'],
    ['acme/Llama2-bot', 'Llama 3', 'acme/Llama-3-Llama2-bot'],
    ['acme/Llama-2-bot', 'Llama 3', 'acme/Llama-3-Llama-2-bot'],
    ['Support bot for all', 'Llama 3', 'Llama 3 Support bot for all'],
  ])('%s takes %s: %s', (given, words, expected) => {
    expect(withPrefix(given, words)).toBe(expected);
    expect(nameHolds(expected, words, 'prefix')).toBe(true);
  });
});
