import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { folderWith } from '../../../test/folderWith.ts';
import { SIZE_LIMIT } from './limits.ts';
import { nodeFiles } from './nodeFiles.ts';

let base: string;
const uri = (...parts: string[]) => pathToFileURL(path.join(base, ...parts)).toString();
beforeEach(() => {
  base = folderWith({
    'open/a.yaml': '\uFEFFinside',
    'open/big.yaml': ' '.repeat(SIZE_LIMIT + 1),
    'secret/b.yaml': 'outside',
  });
  symlinkSync(path.join(base, 'secret'), path.join(base, 'open', 'link'));
});

describe('nodeFiles', () => {
  const files = () => nodeFiles(() => [uri('open')]);

  it.each([
    ['a file of the workspace, without its byte order mark', () => uri('open', 'a.yaml'), 'inside'],
    ['nothing outside of it', () => uri('secret', 'b.yaml'), undefined],
    ['nothing by a way out', () => `${uri('open')}/../secret/b.yaml`, undefined],
    ['nothing by a link that leads out', () => uri('open', 'link', 'b.yaml'), undefined],
    ['nothing that is not there', () => uri('open', 'none.yaml'), undefined],
    ['nothing too large', () => uri('open', 'big.yaml'), undefined],
    ['no folder', () => uri('open'), undefined],
    ['nothing that is no file', () => 'untitled:a.yaml', undefined],
    ['nothing behind a broken address', () => 'file://%', undefined],
  ])('reads %s', async (_, location, text) => expect(await files().read(location())).toBe(text));

  it('finds what is in a folder of the workspace, and in no other', async () => {
    const found = [...(files().find(uri('open')) as Iterable<{ uri: string }>)].map((one) =>
      path.posix.basename(one.uri),
    );
    expect(found).toEqual(['a.yaml', 'big.yaml']);
    expect([...(files().find(uri('secret')) as Iterable<unknown>)]).toEqual([]);
    const gone = nodeFiles(() => [uri('gone')]);
    expect([...(gone.find(uri('gone')) as Iterable<unknown>)], 'a folder that is not there').toEqual([]);
  });
});
