/** Diagnostics over the wire: asked for, sent, kept up to date, and for every kind of document. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as lsp from 'vscode-languageserver-protocol/node';
import { annotated, type ClientOptions, plant, TestClient, unmarked } from './kit.ts';

let client: TestClient;
afterEach(() => client.stop());
const start = async (options?: ClientOptions) => {
  client = await TestClient.start(options);
};

describe('pulled diagnostics', () => {
  beforeEach(() => start());

  it.each([
    [
      'model.yaml',
      `
model: meta-llama/Llama-3.1-8B-Instruct
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information user-threshold
`,
    ],
    [
      'Modelfile',
      `
FROM qwen2.5:3b
     ^^^^^^^^^^ warning non-commercial
`,
    ],
    [
      'emoji.yaml',
      `
# 🦙🦙 llamas
"🦙 模型": {model: "qwen2.5:3b", provider: ollama}
                  ^^^^^^^^^^ warning non-commercial
`,
    ],
    [
      'crlf.yaml',
      `
a: 1\r
model: Qwen/Qwen2.5-3B-Instruct\r
       ^^^^^^^^^^^^^^^^^^^^^^^^ warning non-commercial
`,
    ],
    [
      'settings.json',
      `
{ "模型": 1, "model": "Qwen/Qwen2.5-3B-Instruct" }
                     ^^^^^^^^^^^^^^^^^^^^^^^^ warning non-commercial
`,
    ],
  ])('in %s', async (name, expected) => {
    const text = unmarked(expected);
    expect(annotated(text, await client.open(text, name).diagnostics())).toBe(expected);
  });

  it('carry what a reader and a fix need', async () => {
    const [diagnostic] = await client.open('model: Qwen/Qwen2.5-3B-Instruct\n', 'a.yaml').diagnostics();
    expect(diagnostic).toMatchObject({
      source: 'modelterms',
      code: 'non-commercial',
      codeDescription: { href: expect.stringMatching(/^https:\/\//) },
      data: { id: 'Qwen/Qwen2.5-3B-Instruct', rules: expect.arrayContaining(['non-commercial']) },
    });
    expect(diagnostic?.message).toMatch(/^Qwen/);
    expect(diagnostic?.message).not.toMatch(/\n/);
  });

  it('are unchanged where nothing has changed', async () => {
    const document = client.open('model: Qwen/Qwen2.5-3B-Instruct\n', 'a.yaml');
    const first = await document.report();
    expect(first.kind).toBe('full');
    expect(await document.report(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await document.change('model', '# up\nmodel');
    expect((await document.report(first.resultId)).kind).toBe('full');
  });

  it('follow incremental changes', async () => {
    const document = client.open('# 🦙\nmodel: Qwen/Qwen2.5-7B-Instruct\n', 'a.yaml');
    expect(await document.diagnostics()).toEqual([]);
    await document.change('7B', '3B');
    expect((await document.diagnostics()).map(({ code }) => code)).toEqual(['non-commercial']);
    await document.change('# 🦙', '# 🦙🦙 模型');
    expect((await document.diagnostics())[0]?.range).toEqual(document.rangeOf('Qwen/Qwen2.5-3B-Instruct'));
    await document.change('3B', '7B');
    expect(await document.diagnostics()).toEqual([]);
  });

  it('see what was typed while the request was on its way', async () => {
    const document = client.open('model: Qwen/Qwen2.5-7B-Instruct\n', 'a.yaml');
    const report = document.diagnostics();
    await document.change('7B', '3B');
    expect((await report).map(({ code }) => code)).toEqual(['non-commercial']);
  });

  it('can be called off', async () => {
    const document = client.open('model: Qwen/Qwen2.5-3B-Instruct\n', 'a.yaml');
    const source = new lsp.CancellationTokenSource();
    const report = client.connection.sendRequest(
      lsp.DocumentDiagnosticRequest.type,
      { textDocument: { uri: document.uri } },
      source.token,
    );
    source.cancel();
    await expect(report).rejects.toMatchObject({ code: lsp.LSPErrorCodes.RequestCancelled });
    expect(await document.diagnostics()).toHaveLength(1);
  });

  it('are none for a document that is not open', async () => {
    const document = client.open('model: Qwen/Qwen2.5-3B-Instruct\n', 'a.yaml');
    await document.close();
    expect(await document.diagnostics()).toEqual([]);
  });

  it('say which suppressions do nothing', async () => {
    const expected = `
model: Qwen/Qwen2.5-3B-Instruct  # modelterms-ignore -- evaluation only
other: Qwen/Qwen2.5-7B-Instruct  # modelterms-ignore -- not needed
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint unused-suppression
`;
    const text = unmarked(expected);
    expect(annotated(text, await client.open(text, 'a.yaml').diagnostics())).toBe(expected);
  });

  it.each([
    ['YAML', 'broken.yaml', 'a: [\n  b: "\nmodel: meta-llama/Llama-3.1-8B-Instruct\n\t- x: {'],
    ['JSON', 'broken.json', '{"model": "meta-llama/Llama-3.1-8B-Instruct", "a": [}'],
    ['TOML', 'broken.toml', '[a\nmodel = "meta-llama/Llama-3.1-8B-Instruct\n='],
    ['deep nesting', 'deep.yaml', `model: meta-llama/Llama-3.1-8B\n${'- '.repeat(3000)}`],
    ['deeper nesting', 'deeper.json', `{"model": "meta-llama/Llama-3.1-8B", "a": ${'['.repeat(100_000)}`],
    ['no text', 'empty.yaml', ''],
    ['control characters', 'zero.yaml', 'model: \u0000\u0001meta-llama/Llama-3.1-8B\u202E\n'],
    ['half a character', 'half.yaml', 'model: "\uD83E" # meta-llama/Llama-3.1-8B\n'],
  ])('leave the server standing on %s', async (_, name, text) => {
    await client.open(text, name).diagnostics();
    expect(await client.open('model: Qwen/Qwen2.5-3B-Instruct\n', 'after.yaml').diagnostics()).toHaveLength(1);
  });
});

describe('pushed diagnostics', () => {
  const text = 'model: Qwen/Qwen2.5-3B-Instruct\n';
  beforeEach(() => start({ pull: false }));

  it('come without being asked for, for the version they belong to', async () => {
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    const first = client.open(text, 'a.yaml');
    const published = await client.until(() => client.published.find(({ uri }) => uri === first.uri));
    expect(published).toMatchObject({ version: 1, diagnostics: [{ code: 'non-commercial' }] });
  });

  it('end with the last version, however fast the typing', async () => {
    const document = client.open(text, 'a.yaml');
    for (let i = 0; i < 50; i++) {
      await document.change('3B', '7B');
      await document.change('7B', '3B');
    }
    await document.change('3B', '7B');
    const last = await client.until(() => client.published.find(({ version }) => version === document.version));
    expect(last.diagnostics).toEqual([]);
    expect(client.published.map(({ version }) => version)).toEqual(
      client.published.map(({ version }) => version).toSorted((a = 0, b = 0) => a - b),
    );
  });

  it('go when the document is closed', async () => {
    const document = client.open(text, 'a.yaml');
    await client.until(() => client.published[0]);
    const published = await client.publishedBy(document.uri, () => document.close());
    expect(published.diagnostics).toEqual([]);
  });

  it('follow the settings', async () => {
    await client.stop();
    let enable = true;
    await start({ pull: false, settings: () => ({ enable }) });
    const document = client.open(text, 'a.yaml');
    await client.until(() => client.published[0]);
    enable = false;
    const published = await client.publishedBy(document.uri, () => client.changeSettings());
    expect(published.diagnostics).toEqual([]);
  });
});

describe('settings', () => {
  it('count for the resource they are of', async () => {
    const quiet = plant({});
    const loud = plant({});
    await start({
      folders: [quiet.folder, loud.folder],
      settings: (scope) => ({
        enable: !scope?.includes(quiet.folder),
        severity: { 'non-commercial': 'error', 'no-such-rule': 'error', 'user-threshold': 'shouted' },
      }),
    });
    const text = 'model: Qwen/Qwen2.5-3B-Instruct\n';
    expect(await client.open(text, 'a.yaml', { folder: quiet.folder }).diagnostics()).toEqual([]);
    expect(await client.open(text, 'a.yaml', { folder: loud.folder }).diagnostics()).toMatchObject([
      { severity: lsp.DiagnosticSeverity.Error },
    ]);
    quiet.remove();
    loud.remove();
  });

  it('are asked for again after a change', async () => {
    let includeCommented = false;
    await start({ settings: () => ({ includeCommented }) });
    await client.registers('workspace/didChangeConfiguration');
    const document = client.open('a: 1\n# model: Qwen/Qwen2.5-3B-Instruct\n', 'a.yaml');
    expect(await document.diagnostics()).toEqual([]);
    includeCommented = true;
    await client.refreshedBy(() => client.changeSettings());
    expect(await document.diagnostics()).toHaveLength(1);
  });

  it('can come with the notification, from clients that cannot be asked', async () => {
    await start({
      capabilities: ({ workspace, ...rest }) => ({ ...rest, workspace: { ...workspace, configuration: false } }),
    });
    const document = client.open('model: Qwen/Qwen2.5-3B-Instruct\n', 'a.yaml');
    expect(await document.diagnostics()).toHaveLength(1);
    await client.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, {
      settings: { modelterms: { enable: false } },
    });
    expect(await document.diagnostics()).toEqual([]);
  });
});

describe('inlay hints', () => {
  const text = 'model: Qwen/Qwen2.5-3B-Instruct\nother: 1\n';
  const hints = ({ uri }: { uri: string }) =>
    client.connection.sendRequest(lsp.InlayHintRequest.type, {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
    });

  it('are there where the setting asks for them', async () => {
    await start({ settings: () => ({ inlayHints: true }) });
    expect(await hints(client.open(text, 'a.yaml'))).toMatchObject([
      { position: { line: 0, character: 31 }, label: 'Qwen Research licence · non-commercial weights' },
    ]);
  });

  it('are not there by default', async () => {
    await start();
    expect(await hints(client.open(text, 'a.yaml'))).toEqual([]);
  });
});

describe('what a client says of itself', () => {
  const text = 'model: Qwen/Qwen2.5-3B-Instruct\n';

  it('decides where a rule’s page opens', async () => {
    await start({ initializationOptions: { rulePages: 'vscode://modelterms.modelterms/rules/' } });
    const [diagnostic] = await client.open(text, 'a.yaml').diagnostics();
    expect(diagnostic?.codeDescription?.href).toBe('vscode://modelterms.modelterms/rules/non-commercial');
  });

  it('decides the language of the texts', async () => {
    await start({ initializationOptions: { translations: { 'not open source': 'オープンソースではない' } } });
    const [diagnostic] = await client.open(text, 'a.yaml').diagnostics();
    expect(diagnostic?.message).toContain('オープンソースではない');
  });

  it('may be nonsense', async () => {
    await start({ initializationOptions: { rulePages: 1, commands: 'all', translations: [], files: 'yes' } });
    expect(await client.open(text, 'a.yaml').diagnostics()).toHaveLength(1);
  });
});
