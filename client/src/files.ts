/** Answers the server's questions for files it cannot read itself: not on this machine's disk, and only inside the workspace. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FindFilesParams,
  type FoundFile,
  METHODS,
  type ReadFileParams,
} from '../../server/src/features/protocol.ts';

/** Besides what the user's settings leave out of the explorer: what no project's own files are in. */
const LEFT_OUT = ['.git', 'node_modules', '.venv', 'venv', '__pycache__', 'dist', 'build', 'target', '.next', '.cache'];

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
    const found = await search(inside, token);
    // file systems that cannot be searched find nothing
    const files = found.length > 0 ? found : await walk(inside.uri, token);
    return Promise.all(files.map(async (uri) => ({ uri: uri.toString(), size: await sizeOf(uri) })));
  });
}

async function search(folder: vscode.WorkspaceFolder, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  try {
    const leftOut = `**/{${LEFT_OUT.join(',')}}/**`;
    return await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**'), leftOut, undefined, token);
  } catch {
    return [];
  }
}

async function walk(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const folders = [folder];
  for (let at = folders.pop(); at && !token.isCancellationRequested; at = folders.pop()) {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(at)) {
      const uri = vscode.Uri.joinPath(at, name);
      if (type === vscode.FileType.File) files.push(uri);
      else if (type === vscode.FileType.Directory && !LEFT_OUT.includes(name)) folders.push(uri);
    }
  }
  return files;
}

/** In bytes; 0 where nobody can tell, so that it is tried. */
async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}
