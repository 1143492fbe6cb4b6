import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FileReader } from './fileReader.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'modelterms-reader-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string) => {
  const full = path.join(folder, name);
  writeFileSync(full, text);
  return full;
};

test('each file is its own bytes, whatever was read before it', () => {
  const large = 'ä'.repeat(500_000);
  const reader = new FileReader();
  expect(reader.read(file('a', 'one')).toString()).toBe('one');
  expect(reader.read(file('b', large)).toString()).toBe(large);
  expect(reader.read(file('c', '')).toString()).toBe('');
  expect(reader.read(file('d', 'two')).toString()).toBe('two');
});

test('a file that fills the memory to the last byte is whole', () => {
  const text = 'x'.repeat(256 * 1024);
  expect(new FileReader().read(file('e', text)).toString()).toBe(text);
});

test('what is no file throws', () => {
  expect(() => new FileReader().read(path.join(folder, 'none'))).toThrow();
  expect(() => new FileReader().read(folder)).toThrow();
});
