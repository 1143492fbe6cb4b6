import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { folderWith } from '../../../test/folderWith.ts';
import { FileReader } from './fileReader.ts';

/** The most that one read gives, as on a file system that is not asked for all at once. */
const system = vi.hoisted(() => ({ most: Number.POSITIVE_INFINITY }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const readSync = (file: number, into: Buffer, offset: number, length: number) =>
    fs.readSync(file, into, offset, Math.min(length, system.most), null);
  return { ...fs, readSync };
});
afterEach(() => {
  system.most = Number.POSITIVE_INFINITY;
});

test('each file is its own bytes, whatever was read before it', () => {
  const files = { a: 'one', b: 'ä'.repeat(500_000), c: '', d: 'two' };
  const folder = folderWith(files);
  const reader = new FileReader();
  for (const [name, text] of Object.entries(files)) {
    expect(reader.read(path.join(folder, name)).toString()).toBe(text);
  }
});

test('a file that fills the memory to the last byte is whole', () => {
  const text = 'x'.repeat(256 * 1024);
  expect(new FileReader().read(path.join(folderWith({ e: text }), 'e')).toString()).toBe(text);
});

test('a file is whole where it comes in pieces', () => {
  system.most = 100_000;
  const text = 'abc'.repeat(200_000);
  expect(new FileReader().read(path.join(folderWith({ f: text }), 'f')).toString()).toBe(text);
});

test('of a file the beginning may be enough', () => {
  const folder = folderWith({ g: 'x'.repeat(1000), h: 'short' });
  const reader = new FileReader();
  expect(reader.read(path.join(folder, 'g'), 100).toString()).toBe('x'.repeat(100));
  expect(reader.read(path.join(folder, 'h'), 100).toString()).toBe('short');
  system.most = 30;
  expect(reader.read(path.join(folder, 'g'), 100)).toHaveLength(100);
});

test('what is no file throws', () => {
  const folder = folderWith();
  expect(() => new FileReader().read(path.join(folder, 'none'))).toThrow();
  expect(() => new FileReader().read(folder)).toThrow();
});
