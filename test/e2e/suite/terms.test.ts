/** What a project tells of itself, and what it does about what it is told: each by its fix, and each undone. */
import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import {
  answering,
  closeAll,
  diagnostics,
  extension,
  fileIn,
  fixes,
  found,
  hover,
  none,
  once,
  rangeOf,
  rulesIn,
  show,
  textOf,
  write,
} from './support.ts';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const { Information, Warning } = vscode.DiagnosticSeverity;

/** Carries out the fix whose title begins so: its edit, or its command. */
async function fix(uri: vscode.Uri, range: vscode.Range, title: string): Promise<void> {
  const all = await fixes(uri, range);
  const wanted = all.find((one) => one.title.startsWith(title));
  assert.ok(wanted, `a fix “${title}” among: ${all.map((one) => one.title).join(' | ')}`);
  if (wanted.edit) assert.ok(await vscode.workspace.applyEdit(wanted.edit));
  if (wanted.command) {
    await vscode.commands.executeCommand(wanted.command.command, ...(wanted.command.arguments ?? []));
  }
}

/** Takes back what was last done to a document, which shows beside the others, and saves it. */
async function undo(uri: vscode.Uri, before: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.Two });
  await vscode.commands.executeCommand('undo');
  await once(() => document.getText() === before, vscode.workspace.onDidChangeTextDocument);
  await document.save();
}

suite('a policy file that is there', () => {
  const POLICY = '# ours\npolicy: {} # nothing yet\n';
  const policy = () => fileIn('first', '.modelterms.yaml');
  suiteSetup(() => write(policy(), POLICY));
  suiteTeardown(() => vscode.workspace.fs.delete(policy()));
  let document: vscode.TextDocument;
  let range: vscode.Range;
  setup(async () => {
    ({ document } = await show(fileIn('first', 'app.yaml')));
    await diagnostics(document.uri);
    range = rangeOf(document, LLAMA);
  });
  teardown(closeAll);

  test('a fact told by a quick fix changes the card and the severity, and undo takes it back', async () => {
    const card = async () => (await hover(document.uri, range)).map(({ value }) => value).join('\n');
    assert.equal(found(document.uri)[0]?.severity, Information);
    const asked = await answering({ typed: ['900,000,000'] }, () =>
      fix(document.uri, range, 'Tell ModelTerms: fewer than'),
    );
    assert.match(asked[0] ?? '', /How many people/);
    await diagnostics(document.uri, ([one]) => one?.severity === Warning);
    assert.match(await card(), /you declared 900,000,000 monthly users/);
    assert.equal(await textOf(policy()), `${POLICY}\nusage:\n  monthlyActiveUsers: 900000000\n`);

    await undo(policy(), POLICY);
    await diagnostics(document.uri, ([one]) => one?.severity === Information);
    assert.doesNotMatch(await card(), /you declared/);
  });

  test('what is asked besides is chosen from a list', async () => {
    await answering({ picked: 0 }, () => fix(document.uri, range, 'Tell ModelTerms more'));
    const text = await textOf(policy());
    assert.notEqual(text, POLICY);
    await undo(policy(), POLICY);
  });

  test('a reason silences the line, and undo lets it speak again', async () => {
    await answering({ typed: ['evaluation only, never shipped'] }, () => fix(document.uri, range, 'Accept'));
    await none(document.uri);
    assert.match(await textOf(policy()), /^# ours\n[\s\S]*reason: evaluation only, never shipped$/m);
    await undo(policy(), POLICY);
    await diagnostics(document.uri);
  });

  test('nothing is written where the user turns back', async () => {
    await answering({}, () => fix(document.uri, range, 'Accept'));
    await answering({}, () => fix(document.uri, range, 'Tell ModelTerms: fewer than'));
    assert.equal(await textOf(policy()), POLICY);
  });
});

suite('Create Policy File', () => {
  const policy = () => fileIn('first', '.modelterms.yaml');
  teardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(policy());
  });

  test('asks, writes the file and opens it; a second time it only opens it', async () => {
    const asked = await answering({ picked: 0, typed: ['120k', ''] }, () =>
      vscode.commands.executeCommand('modelterms.createPolicyFile'),
    );
    assert.equal(asked.length, 4);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), policy().toString());
    const text = await textOf(policy());
    assert.match(text, /^usage:\n {2}commercial: true .*\n {2}monthlyActiveUsers: 120000 /m);
    assert.deepEqual(found(policy()), []);

    await closeAll();
    const again = await answering({}, () => vscode.commands.executeCommand('modelterms.createPolicyFile'));
    assert.deepEqual(again, []);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), policy().toString());
    assert.equal(await textOf(policy()), text);
  });

  test('can be left to its defaults at the first question', async () => {
    const asked = await answering({ picked: 3 }, () => vscode.commands.executeCommand('modelterms.createPolicyFile'));
    assert.equal(asked.length, 1);
    assert.match(await textOf(policy()), /^# usage:$/m);
  });
});

suite('what is to be done', () => {
  teardown(closeAll);

  test('a card gets the licence that its base asks for, and undo takes it back', async () => {
    // it begins with the first Markdown file, and its providers call off what is asked of others meanwhile
    await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
    const { document } = await show(fileIn('first', 'cards/README.md'));
    const before = document.getText();
    await diagnostics(document.uri, (all) => rulesIn(all).includes('license-mismatch'));
    await fix(document.uri, rangeOf(document, 'meta-llama/Llama-3.2-3B'), 'Declare the licence');
    assert.equal(document.getText(), before.replace('apache-2.0', 'llama3.2'));
    await diagnostics(document.uri, (all) => !rulesIn(all).includes('license-mismatch'));
    await vscode.commands.executeCommand('undo');
    await once(() => document.getText() === before, vscode.workspace.onDidChangeTextDocument);
    await diagnostics(document.uri, (all) => rulesIn(all).includes('license-mismatch'));
  });

  test('a notice gets the exact words, keeps its own, and undo takes them back', async () => {
    const policy = fileIn('first', '.modelterms.yaml');
    const notice = fileIn('first', 'NOTICE');
    await write(policy, 'usage: { distributes: true }\n');
    await write(notice, 'Ours.\n');
    const { document } = await show(fileIn('first', 'app.yaml'));
    const range = rangeOf(document, LLAMA);
    await diagnostics(document.uri, (all) => rulesIn(all).includes('notice-missing'));
    const card = async () => (await hover(document.uri, range)).map(({ value }) => value).join('\n');
    const offered = async () =>
      (await fixes(document.uri, range)).filter(({ title }) => title.startsWith('Add “Llama 3.1 is licensed'));
    assert.equal((await offered()).length, 1);
    await fix(document.uri, range, 'Add “Llama 3.1 is licensed');
    assert.match(await textOf(notice), /^Ours\.\n\nLlama 3\.1 is licensed under .*\n$/);
    const { onDidAnalyse } = await extension();
    await once(async () => (await offered()).length === 0, onDidAnalyse);
    assert.match(await card(), /the words are there/);
    await undo(notice, 'Ours.\n');
    await once(async () => (await offered()).length === 1, onDidAnalyse);
    await closeAll();
    await vscode.workspace.fs.delete(notice);
    await vscode.workspace.fs.delete(policy);
  });
});
