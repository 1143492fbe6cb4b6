/** Every restricted model of a file or of the workspace, replaced in one refactoring that is shown beforehand. */
import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, diagnostics, fileIn, none, once, show, textOf, write } from './support.ts';

/** Runs a command that shows a refactoring, and answers that with another: `apply` or `discard`. */
async function previewed(command: string, answer: 'apply' | 'discard'): Promise<unknown> {
  let running = true;
  const outcome = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => {
    running = false;
  });
  // there is no event for a preview that shows; before it does, the answer does nothing
  while (running) await Promise.race([vscode.commands.executeCommand(`refactorPreview.${answer}`), outcome]);
  return outcome;
}

suite('Suggest Open Alternatives', () => {
  const folder = () => fileIn('first', 'replacing');
  const inFolder = (name: string) => vscode.Uri.joinPath(folder(), name);
  const FILES = {
    'a.yaml': 'chat: "Qwen/Qwen2.5-3B-Instruct" # ours\nother: meta-llama/Llama-3.1-8B-Instruct\n',
    'deploy/Modelfile': 'FROM qwen2.5:3b\n',
  };
  suiteSetup(async () => {
    for (const [name, text] of Object.entries(FILES)) await write(inFolder(name), text);
  });
  suiteTeardown(() => vscode.workspace.fs.delete(folder(), { recursive: true }));
  teardown(closeAll);

  test('in a file: all at once, after a look at them, and undo takes them back', async () => {
    const { document } = await show(inFolder('a.yaml'));
    await diagnostics(document.uri, ({ length }) => length === 2);
    assert.equal(await previewed('modelterms.showAlternativesInFile', 'apply'), 2);
    assert.match(document.getText(), /^chat: "[\w.-]+\/[\w.-]+" # ours\nother: [\w.-]+\/[\w.-]+\n$/);
    assert.doesNotMatch(document.getText(), /Qwen2\.5-3B|meta-llama/);
    await none(document.uri);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await once(() => document.getText() === FILES['a.yaml'], vscode.workspace.onDidChangeTextDocument);
    await diagnostics(document.uri, ({ length }) => length === 2);
    await document.save();
  });

  test('in a file: nothing, where the user turns back', async () => {
    const { document } = await show(inFolder('a.yaml'));
    await previewed('modelterms.showAlternativesInFile', 'discard');
    assert.equal(document.getText(), FILES['a.yaml']);
  });

  test('in a file that has nothing to replace, nothing is shown', async () => {
    await show(fileIn('first', 'silence.yaml'));
    assert.equal(await vscode.commands.executeCommand('modelterms.showAlternativesInFile'), 0);
  });

  test('in the workspace: open or not', async () => {
    const before = new Map<vscode.Uri, string>();
    for (const uri of await vscode.workspace.findFiles('**/*')) before.set(uri, await textOf(uri));
    const shown = await previewed('modelterms.showAlternativesInWorkspace', 'apply');
    assert.ok(typeof shown === 'number' && shown >= 5, String(shown));
    const changed = [];
    for (const [uri, text] of before) if ((await textOf(uri)) !== text) changed.push(uri);
    assert.ok(changed.length >= 4, changed.join());
    assert.doesNotMatch(await textOf(inFolder('a.yaml')), /Qwen2\.5-3B|meta-llama/);
    assert.match(await textOf(inFolder('deploy/Modelfile')), /^FROM [\w.-]+:[\w.-]+\n$/);
    await closeAll();
    for (const [uri, text] of before) await write(uri, text);
  });
});
