import { expect, it } from 'vitest';
import { satisfiesExpression } from './spdx.ts';

it.each([
  ['MIT', 'MIT OR Apache-2.0', true],
  ['MIT', 'MIT AND Apache-2.0', false],
  ['MIT OR GPL-3.0-only', 'MIT', true],
  ['MIT AND GPL-3.0-only', 'MIT', false],
  ['GPL-3.0-only', 'GPL-2.0-or-later', true],
  ['GPL-2.0-only', 'GPL-3.0-only', false],
  ['GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-2.0-only', false],
  ['MIT', 'llama3.1', false],
  ['llama3.1', 'MIT', false],
  ['MIT', '(MIT', false],
])('%s meets %s: %s', (license, expression, expected) => {
  expect(satisfiesExpression(license, expression)).toBe(expected);
});
