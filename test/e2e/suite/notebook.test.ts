import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, diagnostics, extension, fileIn, fixes, hover, none, rangeOf } from './support.ts';

suite('a notebook', () => {
  teardown(closeAll);

  test('has diagnostics, cards and fixes in its cells', async () => {
    await extension();
    const notebook = await vscode.workspace.openNotebookDocument(fileIn('first', 'notebooks/chat.ipynb'));
    await vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(1, 2)] });
    const [, cell, open] = notebook.getCells();
    assert.ok(cell && open);
    const { document } = cell;
    const [diagnostic] = await diagnostics(document.uri);
    assert.equal(document.getText(diagnostic?.range), 'Qwen/Qwen2.5-3B-Instruct');
    const range = rangeOf(document, 'Qwen/Qwen2.5-3B-Instruct');
    assert.ok((await hover(document.uri, range)).some(({ value }) => value.includes('Qwen Research')));
    assert.ok((await hover(open.document.uri, rangeOf(open.document, 'qwen2.5:7b'))).length > 0);
    const fix = (await fixes(document.uri, range)).find(({ title }) => title.startsWith('Replace with'));
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await none(document.uri);
    await vscode.commands.executeCommand('notebook.cell.edit');
    await vscode.commands.executeCommand('undo');
    await diagnostics(document.uri);
  });
});
