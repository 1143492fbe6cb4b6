/** What the suites share: documents, and waiting for what the extension says, by events. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';

export async function extension(): Promise<Api> {
  const found = vscode.extensions.getExtension<Api>('modelterms.modelterms');
  assert.ok(found, 'the extension is there');
  return found.activate();
}

export function fileIn(folder: string, name: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find((each) => each.name === folder);
  assert.ok(found, `the workspace has a folder ${folder}`);
  return vscode.Uri.joinPath(found.uri, name);
}

/** The value, as soon as `look` finds one: now, or after one of the events. */
export function once<T>(look: () => T | undefined | false, ...events: vscode.Event<unknown>[]): Promise<T> {
  return new Promise((resolve) => {
    const listening: vscode.Disposable[] = [];
    const check = () => {
      const value = look();
      if (value === undefined || value === false) return;
      vscode.Disposable.from(...listening).dispose();
      resolve(value);
    };
    listening.push(...events.map((event) => event(check)));
    check();
  });
}

/** Our diagnostics of a document. */
export const found = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'modelterms');

/** Waits until our diagnostics of a document are as `wanted`; by default, until there are any. */
export const diagnostics = (
  uri: vscode.Uri,
  wanted: (diagnostics: vscode.Diagnostic[]) => boolean = (all) => all.length > 0,
): Promise<vscode.Diagnostic[]> =>
  once(() => {
    const all = found(uri);
    return wanted(all) && all;
  }, vscode.languages.onDidChangeDiagnostics);

export const none = (uri: vscode.Uri) => diagnostics(uri, (all) => all.length === 0);

/** Shows a file and waits until the server has analysed it. Returns the number of references with it. */
export async function show(uri: vscode.Uri): Promise<{ document: vscode.TextDocument; references: number }> {
  const document = await vscode.workspace.openTextDocument(uri);
  return shown(document);
}

/** As `show`, for a text that is in no file. */
export async function showUntitled(language: string, content: string) {
  return shown(await vscode.workspace.openTextDocument({ language, content }));
}

async function shown(document: vscode.TextDocument) {
  const api = await extension();
  const uri = document.uri.toString();
  const analysed = new Promise<number>((resolve) => {
    const listening = api.onDidAnalyse((status) => {
      if (vscode.Uri.parse(status.uri).toString() !== uri) return;
      listening.dispose();
      resolve(status.references);
    });
  });
  await vscode.window.showTextDocument(document);
  return { document, references: await analysed };
}

/** Where a text stands in a document, first occurrence. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `“${text}” stands in the document`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** The Markdown of all hovers in the middle of a range. */
export async function hover(uri: vscode.Uri, range: vscode.Range): Promise<vscode.MarkdownString[]> {
  const place = range.start.translate(0, Math.min(3, range.end.character - range.start.character));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
  return hovers.flatMap(({ contents }) => contents.filter((content) => content instanceof vscode.MarkdownString));
}

export const fixes = (uri: vscode.Uri, range: vscode.Range) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );

/** Closes all editors, saving nothing. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
