/** Answers the server's questions for files it cannot read itself: not on this machine's disk, and only inside the workspace. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FolderEntry,
  METHODS,
  type ReadFileParams,
  type ReadFolderParams,
} from '../../server/src/features/protocol.ts';

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
  // not by `findFiles`, which waits for ever where nobody can search a file system
  client.onRequest(METHODS.readFolder, async ({ uri }: ReadFolderParams): Promise<FolderEntry[]> => {
    const folder = vscode.Uri.parse(uri);
    if (!vscode.workspace.getWorkspaceFolder(folder)) return [];
    try {
      const listed = await vscode.workspace.fs.readDirectory(folder);
      const entries = listed.map(async ([name, type]): Promise<FolderEntry[]> => {
        if (type === vscode.FileType.Directory) return [{ name }];
        // links are not followed
        return type === vscode.FileType.File ? [{ name, size: await sizeOf(vscode.Uri.joinPath(folder, name)) }] : [];
      });
      return (await Promise.all(entries)).flat();
    } catch {
      return [];
    }
  });
}

/** In bytes; 0 where nobody can tell, so that it is tried. */
async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}
