import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { CheckWorkspaceAnswer } from '../../../server/src/features/protocol.ts';
import { closeAll, diagnostics, fileIn, fixes, hover, rangeOf, show } from './support.ts';

suite('a workspace of two folders that is not trusted', () => {
  teardown(closeAll);

  test('is what this suite runs in', () => {
    assert.equal(vscode.workspace.isTrusted, false);
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ name }) => name),
      ['first', 'second'],
    );
  });

  test('each folder has its own settings', async () => {
    const first = await show(fileIn('first', 'Modelfile'));
    const [quiet] = await diagnostics(first.document.uri);
    assert.equal(quiet?.severity, vscode.DiagnosticSeverity.Warning);
    const second = await show(fileIn('second', 'service.yaml'));
    const all = await diagnostics(second.document.uri, ({ length }) => length === 2);
    const qwen = all.find(({ range }) => second.document.getText(range) === 'qwen2.5:3b');
    assert.equal(qwen?.severity, vscode.DiagnosticSeverity.Error);
  });

  test('each folder has its own policy', async () => {
    const first = await show(fileIn('first', 'app.yaml'));
    await diagnostics(first.document.uri);
    const policy = fileIn('second', '.modelterms.yaml');
    const text = 'exceptions:\n  - model: meta-llama/Llama-3.1-8B-Instruct\n    reason: reviewed\n';
    await vscode.workspace.fs.writeFile(policy, new TextEncoder().encode(text));
    const second = await show(fileIn('second', 'service.yaml'));
    await diagnostics(second.document.uri, ({ length }) => length === 1);
    await show(first.document.uri);
    await diagnostics(first.document.uri);
    await vscode.workspace.fs.delete(policy);
    await show(second.document.uri);
    await diagnostics(second.document.uri, ({ length }) => length === 2);
  });

  test('cards and fixes work', async () => {
    const { document } = await show(fileIn('second', 'service.yaml'));
    await diagnostics(document.uri, ({ length }) => length === 2);
    const range = rangeOf(document, 'meta-llama/Llama-3.1-8B-Instruct');
    assert.ok((await hover(document.uri, range)).some(({ value }) => value.includes('Llama 3.1')));
    const fix = (await fixes(document.uri, range)).find(({ title }) => title.startsWith('Replace with'));
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await diagnostics(document.uri, ({ length }) => length === 1);
    await vscode.commands.executeCommand('undo');
  });

  test('Check Workspace goes through both', async () => {
    const answer = await vscode.commands.executeCommand<CheckWorkspaceAnswer>('modelterms.checkWorkspace');
    assert.ok(answer.findings.error >= 1 && answer.findings.warning >= 2, answer.summary);
    await diagnostics(fileIn('first', 'deploy/unopened.yaml'));
    await diagnostics(fileIn('second', 'deploy/unopened.yaml'));
  });
});
