/** Answers the server's questions for files it cannot read itself: not on this machine's disk, and only inside the workspace. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FindFilesParams,
  type FoundFile,
  METHODS,
  type ReadFileParams,
} from '../../server/src/features/protocol.ts';

/** Folders that no project's own files are in. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  '.git .hg .svn node_modules .venv venv __pycache__ dist build target .next .cache'.split(' '),
);

export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest(METHODS.readFile, async ({ uri }: ReadFileParams): Promise<string | null> => {
    const file = vscode.Uri.parse(uri);
    if (!vscode.workspace.getWorkspaceFolder(file)) return null;
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      return null;
    }
  });
  client.onRequest(METHODS.findFiles, async ({ folder }: FindFilesParams, token): Promise<FoundFile[]> => {
    const inside = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(folder));
    if (!inside) return [];
    // not by `findFiles`, which waits for ever where nobody can search a file system
    const files = await walk(inside.uri, token);
    return Promise.all(files.map(async (uri) => ({ uri: uri.toString(), size: await sizeOf(uri) })));
  });
}

/** The files below a folder; links are not followed. */
async function walk(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  if (token.isCancellationRequested) return [];
  const entries = await entriesOf(folder);
  const below = entries
    .filter(([name, type]) => type === vscode.FileType.Directory && !LEFT_OUT.has(name))
    .map(([name]) => walk(vscode.Uri.joinPath(folder, name), token));
  const own = entries.filter(([, type]) => type === vscode.FileType.File);
  return [...own.map(([name]) => vscode.Uri.joinPath(folder, name)), ...(await Promise.all(below)).flat()];
}

/** In the order of their names; none where the folder cannot be read. */
async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).sort(([a], [b]) => (a < b ? -1 : 1));
  } catch {
    return [];
  }
}

/** In bytes; 0 where nobody can tell, so that it is tried. */
async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}
