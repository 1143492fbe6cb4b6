import { expect, test } from 'vitest';
import { isPlainlyLinear } from './linear.ts';

test.each([
  String.raw`^(?:(?:Meta-)?Llama-?(?<version>[23](?:\.\d)?)-?(?<size>\d+(?:\.\d+)?B)(?:[-_](?<variant>.+))?)$`,
  String.raw`^(?:Qwen-?(?<version>\d(?:\.\d)?)?-(?<size>\d+B)(?:-A\d+(?:\.\d+)?B)?)$`,
  '^(?:a|b)+c$',
  '^(?:ab)*c?$',
  String.raw`[-_]\d{1,3}x`,
  String.raw`^\w+[-.]\d+$`,
  '^[^/]+/[^/]+$',
])('%s is', (source) => {
  expect(isPlainlyLinear(source)).toBe(true);
});

test.each([
  '^(?:a+)+$',
  '^(?:a|ab)*$',
  '^(?:a?)*$',
  '^(?:(?:ab)*c?)*$',
  '^.*-.*$',
  String.raw`^\w+(?:-\w*)*\d+$`,
  String.raw`^\d+\d+$`,
  '^(?:A*a)*$',
  String.raw`^(a)\1+$`,
  '^(?=a)a$',
  '^(?:a{1,99}b?)*a$',
  '^[a',
])('%s is not, or not plainly', (source) => {
  expect(isPlainlyLinear(source)).toBe(false);
});
