/** Answers the server's questions for files, where it has no file system: in the browser, and only inside the workspace. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FindFilesParams,
  type FoundFile,
  METHODS,
  type ReadFileParams,
} from '../../server/src/features/protocol.ts';

/** Besides what the user's settings leave out of the explorer: what no project's own files are in. */
const LEFT_OUT = '**/{.git,node_modules,.venv,venv,__pycache__,dist,build,target,.next,.cache}/**';

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
  client.onRequest(METHODS.findFiles, async ({ folder }: FindFilesParams): Promise<FoundFile[]> => {
    const inside = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(folder));
    if (!inside) return [];
    const files = await vscode.workspace.findFiles(new vscode.RelativePattern(inside, '**'), LEFT_OUT);
    return Promise.all(
      files.map(async (uri) => ({ uri: uri.toString(), size: (await vscode.workspace.fs.stat(uri)).size })),
    );
  });
}
