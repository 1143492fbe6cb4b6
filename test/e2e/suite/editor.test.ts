import assert from 'node:assert/strict';
import { setup, suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import {
  closeAll,
  diagnostics,
  fileIn,
  fixes,
  found,
  hover,
  none,
  once,
  rangeOf,
  show,
  showUntitled,
} from './support.ts';

suite('in a document', () => {
  teardown(closeAll);

  suite('a restricted model', () => {
    const llama = 'meta-llama/Llama-3.1-8B-Instruct';
    let document: vscode.TextDocument;
    setup(async () => {
      ({ document } = await show(fileIn('first', 'app.yaml')));
    });

    test('has one diagnostic, on exactly its text', async () => {
      const all = await diagnostics(document.uri);
      assert.equal(all.length, 1);
      assert.equal(document.getText(all[0]?.range), llama);
      assert.equal(all[0]?.severity, vscode.DiagnosticSeverity.Information);
      const code = all[0]?.code;
      assert.ok(typeof code === 'object' && code.target.scheme === 'modelterms');
      assert.equal(code.target.path, `/rules/${code.value}`);
    });

    test('has a card', async () => {
      const text = (await hover(document.uri, rangeOf(document, llama))).map(({ value }) => value).join('\n');
      for (const part of ['Llama 3.1', '700', 'Built with Llama', 'not open source', 'legal advice']) {
        assert.ok(text.includes(part), `the card says “${part}”: ${text}`);
      }
    });

    test('is replaced like for like, and comes back with undo', async () => {
      const [diagnostic] = await diagnostics(document.uri);
      assert.ok(diagnostic);
      const before = document.getText();
      const replacements = (await fixes(document.uri, diagnostic.range)).filter(({ title }) =>
        title.startsWith('Replace with'),
      );
      assert.ok(replacements.length >= 1 && replacements.length <= 3);
      assert.equal(replacements.filter(({ isPreferred }) => isPreferred).length, 1);
      const [fix] = replacements;
      assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
      assert.ok(!document.getText().includes(llama));
      assert.match(document.getText(), /^model: "[\w.-]+\/[\w.-]+" # ünïcödé$/m);
      await none(document.uri);
      await vscode.commands.executeCommand('undo');
      await once(() => document.getText() === before, vscode.workspace.onDidChangeTextDocument);
      await diagnostics(document.uri);
    });

    test('is ignored by a comment, and comes back with undo', async () => {
      const [diagnostic] = await diagnostics(document.uri);
      assert.ok(diagnostic);
      const fix = (await fixes(document.uri, diagnostic.range)).find(({ title }) => title.startsWith('Ignore here'));
      assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
      assert.ok(document.getText().includes('modelterms-ignore'));
      await none(document.uri);
      await vscode.commands.executeCommand('undo');
      await diagnostics(document.uri);
    });
  });

  test('a quantised copy has the terms of its base: Llama 2, without “Built with Llama”', async () => {
    const { document } = await show(fileIn('first', 'quantised.yaml'));
    await diagnostics(document.uri);
    const card = (await hover(document.uri, rangeOf(document, 'TheBloke/Llama-2-7B-Chat-GGUF')))
      .map(({ value }) => value)
      .join('\n');
    assert.ok(card.includes('Llama 2'));
    assert.ok(!card.includes('Built with'));
  });

  test('a model nobody knows is a hint', async () => {
    const { document } = await show(fileIn('first', 'private.yaml'));
    const [diagnostic] = await diagnostics(document.uri);
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Hint);
    assert.ok(typeof diagnostic?.code === 'object');
    assert.equal(diagnostic.code.value, 'unknown-license');
  });

  test('open models and what only looks like a model are silent', async () => {
    const { document, references } = await show(fileIn('first', 'silence.yaml'));
    assert.equal(references, 2);
    assert.deepEqual(found(document.uri), []);
  });

  test('a text in no file is checked, too', async () => {
    const { document } = await showUntitled('yaml', 'llm:\n  model: mistralai/Mistral-Large-Instruct-2407\n');
    const [diagnostic] = await diagnostics(document.uri);
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.getText(diagnostic?.range), 'mistralai/Mistral-Large-Instruct-2407');
  });

  test('typing brings and takes away findings', async () => {
    const { document } = await showUntitled('json', '{ "model": "" }');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 12), 'google/gemma-2-9b-it');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const [diagnostic] = await diagnostics(document.uri);
    assert.ok(diagnostic);
    const back = new vscode.WorkspaceEdit();
    back.delete(document.uri, diagnostic.range);
    assert.ok(await vscode.workspace.applyEdit(back));
    await none(document.uri);
  });
});

suite('a Modelfile', () => {
  teardown(closeAll);

  test('is a language of its own, by name and by ending', async () => {
    for (const name of ['Modelfile', 'open.modelfile']) {
      const document = await vscode.workspace.openTextDocument(fileIn('first', name));
      assert.equal(document.languageId, 'modelfile');
    }
  });

  test('one size is for research only, the next has nothing to note', async () => {
    const small = await show(fileIn('first', 'Modelfile'));
    const [diagnostic] = await diagnostics(small.document.uri);
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(small.document.getText(diagnostic?.range), 'qwen2.5:3b');
    const large = await show(fileIn('first', 'open.modelfile'));
    assert.equal(large.references, 1);
    assert.deepEqual(found(large.document.uri), []);
  });

  test('an Ollama tag is replaced by an Ollama tag', async () => {
    const { document } = await show(fileIn('first', 'Modelfile'));
    const [diagnostic] = await diagnostics(document.uri);
    assert.ok(diagnostic);
    const fix = (await fixes(document.uri, diagnostic.range)).find(({ title }) => title.startsWith('Replace with'));
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.match(document.lineAt(0).text, /^FROM [\w.-]+:[\w.-]+$/);
  });

  test('has line comments', async () => {
    const { document } = await show(fileIn('first', 'Modelfile'));
    const start = new vscode.Position(0, 0);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) });
    await vscode.commands.executeCommand('editor.action.commentLine');
    await once(() => document.lineAt(0).text === '# FROM qwen2.5:3b', vscode.workspace.onDidChangeTextDocument);
  });
});
