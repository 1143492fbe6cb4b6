/** A folder that is nowhere on the disk: its file system is this very suite. */
import assert from 'node:assert/strict';
import { suite, suiteSetup, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { CheckWorkspaceAnswer } from '../../../server/src/features/protocol.ts';
import { closeAll, diagnostics, extension, none, once, show, write } from './support.ts';

const SCHEME = 'modelterms-memory';
const ROOT = vscode.Uri.from({ scheme: SCHEME, path: '/project' });

class Memory implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: file.length };
    if (this.readDirectory(uri).length > 0 || uri.path === ROOT.path) {
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    }
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const entries = new Map<string, vscode.FileType>();
    for (const file of this.files.keys()) {
      if (!file.startsWith(`${path}/`)) continue;
      const [name = '', ...rest] = file.slice(path.length + 1).split('/');
      entries.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...entries];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.files.set(uri.path, content);
    this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {}
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

suite('a folder that is nowhere on the disk', () => {
  const file = (name: string) => vscode.Uri.joinPath(ROOT, name);
  teardown(closeAll);

  suiteSetup(async () => {
    await extension();
    vscode.workspace.registerFileSystemProvider(SCHEME, new Memory());
    await write(file('app.yaml'), 'model: Qwen/Qwen2.5-3B-Instruct\n');
    await write(file('deploy/unopened.yaml'), 'model: Qwen/Qwen2.5-3B-Instruct\n');
    const folders = vscode.workspace.workspaceFolders ?? [];
    assert.ok(vscode.workspace.updateWorkspaceFolders(folders.length, 0, { uri: ROOT, name: 'memory' }));
    await once(
      () => vscode.workspace.getWorkspaceFolder(file('app.yaml')),
      vscode.workspace.onDidChangeWorkspaceFolders,
    );
  });

  test('has diagnostics', async () => {
    const { document } = await show(file('app.yaml'));
    await diagnostics(document.uri);
  });

  test('has its policy, which is heard when it comes and when it goes', async () => {
    const { document } = await show(file('app.yaml'));
    await diagnostics(document.uri);
    await write(file('.modelterms.yaml'), 'exceptions:\n  - model: Qwen/*\n    reason: reviewed\n');
    await none(document.uri);
    await vscode.workspace.fs.delete(file('.modelterms.yaml'));
    await diagnostics(document.uri);
  });

  test('is checked with the rest of the workspace', async () => {
    const answer = await vscode.commands.executeCommand<CheckWorkspaceAnswer>('modelterms.checkWorkspace');
    assert.ok(answer.findings.warning >= 2, answer.summary);
    await diagnostics(file('deploy/unopened.yaml'));
  });
});
