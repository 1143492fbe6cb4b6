import { describe, expect, it } from 'vitest';
import type { InitializeParams } from 'vscode-languageserver';
import { Folders } from './folders.ts';

const folders = (...uris: string[]) =>
  new Folders({ workspaceFolders: uris.map((uri) => ({ uri, name: uri })) } as unknown as InitializeParams);

describe('Folders', () => {
  const two = folders('file:///code/app', 'file:///code/app/packages/ui/');

  it.each([
    ['file:///code/app/a.yaml', 'file:///code/app', 'a.yaml'],
    ['file:///code/app/packages/ui/b/c.yaml', 'file:///code/app/packages/ui', 'b/c.yaml'],
    ['file:///code/apple/a.yaml', undefined, 'a.yaml'],
    ['file:///code/app/with%20space/%E6%A8%A1.yaml', 'file:///code/app', 'with space/模.yaml'],
    ['file:///elsewhere/deep/a.yaml', undefined, 'a.yaml'],
    ['untitled:Untitled-1', undefined, 'Untitled-1'],
    ['untitled:a.yaml', undefined, 'a.yaml'],
  ])('%s', (uri, folder, path) => expect([two.of(uri), two.pathOf(uri)]).toEqual([folder, path]));

  it('know one URI however it is spelt', () => {
    expect(folders('file:///c%3A/code').of('file:///c:/code/a.yaml')).toBe('file:///c%3A/code');
  });

  it('come and go', () => {
    const some = folders('file:///a');
    some.change({ added: [{ uri: 'file:///b', name: 'b' }], removed: [{ uri: 'file:///a/', name: 'a' }] });
    expect(some.all()).toEqual(['file:///b']);
  });

  it('fall back on the one root of older clients, or on none', () => {
    const params = (rootUri: string | null) => ({ workspaceFolders: null, rootUri }) as unknown as InitializeParams;
    expect(new Folders(params('file:///root')).all()).toEqual(['file:///root']);
    expect(new Folders(params(null)).all()).toEqual([]);
  });
});
