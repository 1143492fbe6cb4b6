import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { closeAll, diagnostics, extension, fileIn, none, once, show } from './support.ts';

suite('a server that ends unexpectedly', () => {
  teardown(closeAll);

  test('comes back by itself, then waits for the user, and is back after Restart Server', async () => {
    const api = await extension();
    const { session, status } = api;
    const { document } = await show(fileIn('first', 'Modelfile'));
    await diagnostics(document.uri);

    const kill = async () => {
      const client = await once(() => api.client() as LanguageClient | undefined, session.onDidChangeState);
      const pid = client.serverProcess?.pid;
      assert.ok(pid);
      const gone = once(() => session.state.kind !== 'running', session.onDidChangeState);
      process.kill(pid, 'SIGKILL');
      await gone;
      return pid;
    };

    const first = await kill();
    const again = await once(() => api.client() as LanguageClient | undefined, session.onDidChangeState);
    assert.notEqual(again.serverProcess?.pid, first);
    await diagnostics(document.uri);

    while (session.state.kind !== 'failed') await kill();
    assert.equal(status.shown.severity, vscode.LanguageStatusSeverity.Error);
    assert.equal(status.shown.command?.command, 'modelterms.restartServer');
    await none(document.uri);
    assert.equal(api.client(), undefined);

    await vscode.commands.executeCommand('modelterms.restartServer');
    assert.equal(session.state.kind, 'running');
    await diagnostics(document.uri);
    await once(() => status.shown.severity === vscode.LanguageStatusSeverity.Warning, api.onDidAnalyse);
  });

  test('Restart Server replaces a server that is well', async () => {
    const api = await extension();
    const { document } = await show(fileIn('first', 'Modelfile'));
    const before = (api.client() as LanguageClient).serverProcess?.pid;
    await vscode.commands.executeCommand('modelterms.restartServer');
    const after = (api.client() as LanguageClient).serverProcess?.pid;
    assert.ok(before && after && before !== after);
    await diagnostics(document.uri);
  });
});
