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
export function once<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  ...events: vscode.Event<unknown>[]
): Promise<T> {
  return new Promise((resolve, reject) => {
    const listening: vscode.Disposable[] = [];
    const check = async () => {
      const value = await look();
      if (value === undefined || value === false) return;
      vscode.Disposable.from(...listening).dispose();
      resolve(value);
    };
    const checked = () => void check().catch(reject);
    listening.push(...events.map((event) => event(checked)));
    checked();
  });
}

/** The text of a file as it is open, or else as it lies there. */
export async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export const write = (uri: vscode.Uri, text: string) =>
  vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

/** What a person answers: what is typed, one after the other, and which entry of a list is taken. Else nothing is told. */
export interface Answers {
  readonly typed?: readonly string[];
  readonly picked?: number;
}

/**
 * Answers what the extension asks while `act` runs, in place of a person; the window test types. Tests and extension share
 * their `vscode`. Returns the titles of what was asked.
 */
export async function answering({ picked, typed }: Answers, act: () => unknown): Promise<string[]> {
  const asked: string[] = [];
  const left = [...(typed ?? [])];
  const { showInputBox, showQuickPick } = vscode.window;
  Object.assign(vscode.window, {
    showInputBox: async ({ title = '', validateInput }: vscode.InputBoxOptions = {}) => {
      asked.push(title);
      const answer = left.shift();
      return answer === undefined || (await validateInput?.(answer)) ? undefined : answer;
    },
    showQuickPick: async (items: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions = {}) => {
      asked.push(options.title ?? '');
      const item = picked === undefined ? undefined : items[picked];
      return options.canPickMany && item ? [item] : item;
    },
  });
  try {
    await act();
  } finally {
    Object.assign(vscode.window, { showInputBox, showQuickPick });
  }
  return asked;
}

/** Our diagnostics of a document. */
export const found = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'modelterms');

export const rulesIn = (diagnostics: readonly vscode.Diagnostic[]): unknown[] =>
  diagnostics.map(({ code }) => (typeof code === 'object' ? code.value : code));

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
