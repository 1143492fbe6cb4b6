import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { CheckWorkspaceAnswer } from '../../../server/src/features/protocol.ts';
import { closeAll, diagnostics, extension, fileIn, found, none, once, rangeOf, show } from './support.ts';

const manifest = () => vscode.extensions.getExtension('modelterms.modelterms')?.packageJSON;

suite('commands', () => {
  teardown(closeAll);

  test('all that are contributed exist', async () => {
    await extension();
    const known = new Set(await vscode.commands.getCommands(true));
    const contributed: { command: string; title: string }[] = manifest().contributes.commands;
    assert.equal(contributed.length, 8);
    for (const { command, title } of contributed) {
      assert.ok(known.has(command), command);
      assert.ok(!title.startsWith('%'), `${command} has a title`);
    }
  });

  test('Show Licence Card opens the card of the model at the cursor as a page', async () => {
    const { document } = await show(fileIn('first', 'Modelfile'));
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 7, 0, 7);
    await vscode.commands.executeCommand('modelterms.showLicenseCard');
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.ok(tab?.input instanceof vscode.TabInputCustom);
    assert.equal(tab.input.viewType, 'vscode.markdown.preview.editor');
    const card = await vscode.workspace.openTextDocument(tab.input.uri);
    assert.ok(card.getText().includes('Qwen Research'));
  });

  test("a rule's page opens inside the editor", async () => {
    const { document } = await show(fileIn('first', 'private.yaml'));
    const [diagnostic] = await diagnostics(document.uri);
    assert.ok(typeof diagnostic?.code === 'object');
    const page = await vscode.workspace.openTextDocument(diagnostic.code.target);
    const shipped = vscode.Uri.joinPath(
      vscode.extensions.getExtension('modelterms.modelterms')?.extensionUri as vscode.Uri,
      'docs/rules/unknown-license.md',
    );
    assert.equal(page.getText(), new TextDecoder().decode(await vscode.workspace.fs.readFile(shipped)));
  });

  test('Check Workspace finds what stands in files that are not open, and opening one takes over', async () => {
    const unopened = fileIn('first', 'deploy/unopened.yaml');
    const answer = await vscode.commands.executeCommand<CheckWorkspaceAnswer>('modelterms.checkWorkspace');
    assert.ok(answer.files >= 6 && answer.references >= 6 && answer.findings.warning >= 2, answer.summary);
    assert.equal((await diagnostics(unopened))[0]?.severity, vscode.DiagnosticSeverity.Warning);
    await show(unopened);
    assert.equal((await diagnostics(unopened, (all) => all.length === 1)).length, 1);
  });
});

suite('status', () => {
  teardown(closeAll);

  test('tells the number of references and the worst finding of the active document', async () => {
    const { status, onDidAnalyse } = await extension();
    await show(fileIn('first', 'Modelfile'));
    await once(() => status.shown.text === '1 model reference', onDidAnalyse);
    assert.equal(status.shown.severity, vscode.LanguageStatusSeverity.Warning);
    assert.equal(status.shown.detail, 'at worst a warning');
    await show(fileIn('first', 'silence.yaml'));
    await once(() => status.shown.text === '2 model references', onDidAnalyse);
    assert.equal(status.shown.detail, 'nothing to note');
    assert.equal(status.shown.severity, vscode.LanguageStatusSeverity.Information);
  });
});

suite('settings and policy', () => {
  teardown(closeAll);

  test('a rule is as loud as its setting says', async () => {
    const { document } = await show(fileIn('first', 'private.yaml'));
    await diagnostics(document.uri);
    const settings = vscode.workspace.getConfiguration('modelterms', document.uri);
    try {
      await settings.update('severity', { 'unknown-license': 'error' }, vscode.ConfigurationTarget.WorkspaceFolder);
      await diagnostics(document.uri, ([one]) => one?.severity === vscode.DiagnosticSeverity.Error);
      await settings.update('severity', { 'unknown-license': 'off' }, vscode.ConfigurationTarget.WorkspaceFolder);
      await none(document.uri);
    } finally {
      await settings.update('severity', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    }
    await diagnostics(document.uri);
  });

  test('a file that appears as policy is heard at once', async () => {
    const { document } = await show(fileIn('first', 'private.yaml'));
    await diagnostics(document.uri);
    const policy = fileIn('first', '.modelterms.yaml');
    const text = 'exceptions:\n  - model: acme/secret-7b\n    reason: our own\n';
    await vscode.workspace.fs.writeFile(policy, new TextEncoder().encode(text));
    await none(document.uri);
    await vscode.workspace.fs.delete(policy);
    await diagnostics(document.uri);
  });

  test('a fix that wants a reason names the model to accept', async () => {
    const { document } = await show(fileIn('first', 'private.yaml'));
    await diagnostics(document.uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, 'acme/secret-7b'),
    );
    const accept = actions.find(({ command }) => command?.command === 'modelterms.accept');
    assert.equal(accept?.command?.arguments?.[0]?.model, 'acme/secret-7b');
    assert.equal(found(document.uri).length, 1);
  });
});
