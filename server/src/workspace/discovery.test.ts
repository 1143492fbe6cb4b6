import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../../../test/folderWith.ts';
import { discover } from './discovery.ts';
import { SIZE_LIMIT } from './limits.ts';

/** What is found below `root`; names are relative to `folder`. */
function found(folder: string, root = folder): { files: string[]; skipped: string[] } {
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
    const folder = folderWith({
      'b.yaml': '',
      'a/z.env': '',
      '.env': '',
      '.github/workflows/ci.yml': '',
      Modelfile: '',
    });
    expect(found(folder)).toEqual({
      files: ['.env', '.github/workflows/ci.yml', 'Modelfile', 'a/z.env', 'b.yaml'],
      skipped: [],
    });
  });

  it('says what it leaves out', () => {
    const folder = folderWith({
      'big.json': ' '.repeat(SIZE_LIMIT + 1),
      'just.json': ' '.repeat(SIZE_LIMIT),
      'logo.png': '',
      'node_modules/x/config.yaml': '',
      '.git/config': '',
    });
    expect(found(folder)).toEqual({
      files: ['just.json'],
      skipped: ['big.json: over the size limit (5 MiB)', 'logo.png: not a text', 'node_modules: installed packages'],
    });
  });

  it('takes a single file, ignored or not', () => {
    const folder = folderWith({ '.gitignore': '*.yaml', 'a.yaml': '' });
    expect(found(folder, path.join(folder, 'a.yaml')).files).toEqual(['a.yaml']);
  });

  it('throws where there is nothing', () => expect(() => found(path.join(folderWith(), 'none'))).toThrow(/ENOENT/));

  it('follows no links', () => {
    const folder = folderWith({ 'real/a.yaml': '' });
    symlinkSync(folder, path.join(folder, 'real', 'loop'));
    expect(found(folder).files).toEqual(['real/a.yaml']);
  });
});

describe('.gitignore', () => {
  it.each([
    ['a name', '.env\n', ['.gitignore', 'a.yaml', 'sub/a.yaml']],
    ['a folder', 'sub/\n', ['.env', '.gitignore', 'a.yaml']],
    ['an anchored name', '/a.yaml\n', ['.env', '.gitignore', 'sub/.env', 'sub/a.yaml']],
    ['everything but', '*\n!a.yaml\n!sub/\n', ['a.yaml', 'sub/a.yaml']],
  ])('with %s', (_, rules, files) => {
    const folder = folderWith({ '.gitignore': rules, '.env': '', 'a.yaml': '', 'sub/a.yaml': '', 'sub/.env': '' });
    expect(found(folder).files).toEqual(files);
  });

  it('of a folder below overrules the one above', () => {
    const folder = folderWith({
      '.gitignore': '*.env\n',
      'sub/.gitignore': '!keep.env\n',
      'sub/keep.env': '',
      'sub/b.env': '',
      'c.env': '',
    });
    expect(found(folder).files).toEqual(['.gitignore', 'sub/.gitignore', 'sub/keep.env']);
  });

  it('of the repository counts for a folder inside it, and so does its exclude file', () => {
    const folder = folderWith({
      '.git/info/exclude': 'private.yaml\n',
      '.gitignore': '/sub/out/\n',
      'sub/out/a.yaml': '',
      'sub/private.yaml': '',
      'sub/b.yaml': '',
    });
    expect(found(folder, path.join(folder, 'sub')).files).toEqual(['sub/b.yaml']);
  });
});
