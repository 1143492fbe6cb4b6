import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from './discovery.ts';
import { SIZE_LIMIT } from './limits.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'modelterms-discovery-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function plant(files: Record<string, string | Buffer>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

function found(root = folder): { files: string[]; skipped: string[] } {
  const files: string[] = [];
  const skipped: string[] = [];
  for (const entry of discover(root)) {
    const name = path.relative(folder, entry.path).replaceAll(path.sep, '/');
    if ('skipped' in entry) skipped.push(`${name}: ${entry.skipped}`);
    else files.push(name);
  }
  return { files, skipped };
}

describe('discover', () => {
  it('finds text files in the order of their names, hidden ones too', () => {
    plant({ 'b.yaml': '', 'a/z.env': '', '.env': '', '.github/workflows/ci.yml': '', Modelfile: '' });
    expect(found()).toEqual({
      files: ['.env', '.github/workflows/ci.yml', 'Modelfile', 'a/z.env', 'b.yaml'],
      skipped: [],
    });
  });

  it('says what it leaves out', () => {
    plant({
      'big.json': Buffer.alloc(SIZE_LIMIT + 1, 32),
      'just.json': Buffer.alloc(SIZE_LIMIT, 32),
      'logo.png': '',
      'node_modules/x/config.yaml': '',
      '.git/config': '',
    });
    expect(found()).toEqual({
      files: ['just.json'],
      skipped: ['big.json: over the size limit (5 MiB)', 'logo.png: not a text', 'node_modules: installed packages'],
    });
  });

  it('takes a single file, ignored or not', () => {
    plant({ '.gitignore': '*.yaml', 'a.yaml': '' });
    expect(found(path.join(folder, 'a.yaml')).files).toEqual(['a.yaml']);
  });

  it('throws where there is nothing', () => expect(() => found(path.join(folder, 'none'))).toThrow(/ENOENT/));

  it('follows no links', () => {
    plant({ 'real/a.yaml': '' });
    symlinkSync(folder, path.join(folder, 'real', 'loop'));
    expect(found().files).toEqual(['real/a.yaml']);
  });
});

describe('.gitignore', () => {
  it.each([
    ['a name', '.env\n', ['.gitignore', 'a.yaml', 'sub/a.yaml']],
    ['a folder', 'sub/\n', ['.env', '.gitignore', 'a.yaml']],
    ['an anchored name', '/a.yaml\n', ['.env', '.gitignore', 'sub/.env', 'sub/a.yaml']],
    ['everything but', '*\n!a.yaml\n!sub/\n', ['a.yaml', 'sub/a.yaml']],
  ])('with %s', (_, rules, files) => {
    plant({ '.gitignore': rules, '.env': '', 'a.yaml': '', 'sub/a.yaml': '', 'sub/.env': '' });
    expect(found().files).toEqual(files);
  });

  it('of a folder below overrules the one above', () => {
    plant({
      '.gitignore': '*.env\n',
      'sub/.gitignore': '!keep.env\n',
      'sub/keep.env': '',
      'sub/b.env': '',
      'c.env': '',
    });
    expect(found().files).toEqual(['.gitignore', 'sub/.gitignore', 'sub/keep.env']);
  });

  it('of the repository counts for a folder inside it, and so does its exclude file', () => {
    plant({
      '.git/info/exclude': 'private.yaml\n',
      '.gitignore': '/sub/out/\n',
      'sub/out/a.yaml': '',
      'sub/private.yaml': '',
      'sub/b.yaml': '',
    });
    expect(found(path.join(folder, 'sub')).files).toEqual(['sub/b.yaml']);
  });
});
