/** Quick fixes over the wire, as text before and after. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith } from '../folderWith.ts';
import { applyEdits, COMMANDS, TestClient, type TestDocument } from './kit.ts';

let client: TestClient;
afterEach(() => client.stop());

const titled = async (document: TestDocument, at: string, title: RegExp) =>
  (await document.actions(at)).filter((action) => title.test(action.title));

describe('replace', () => {
  it.each([
    [
      'an Ollama tag by an Ollama tag',
      'Modelfile',
      'FROM llama3.2:3b\n',
      'llama3.2',
      /^FROM [a-z0-9.-]+(:[\w.-]+)?\n$/,
    ],
    [
      'a Hugging Face id by a Hugging Face id',
      'a.yaml',
      'model: "meta-llama/Llama-3.1-8B-Instruct" # chat\n',
      'meta',
      /^model: "[\w.-]+\/[\w.-]+" # chat\n$/,
    ],
  ])('%s', async (_, name, text, at, after) => {
    client = await TestClient.start();
    const document = client.open(text, name);
    const fixes = await titled(document, at, /^Replace with /);
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.length).toBeLessThanOrEqual(3);
    expect(fixes.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
    for (const { diagnostics, edit, kind } of fixes) {
      expect(document.edited(edit)).toMatch(after);
      expect(document.edited(edit)).not.toBe(text);
      expect([kind, diagnostics?.length]).toEqual(['quickfix', 1]);
    }
  });

  it('leaves nothing to warn of', async () => {
    client = await TestClient.start();
    const document = client.open('FROM qwen2.5:3b\n', 'Modelfile');
    const fixes = await titled(document, 'qwen', /^Replace with /);
    await document.close();
    for (const { edit } of fixes) {
      const after = client.open(document.edited(edit), 'Modelfile');
      expect((await after.diagnostics()).filter(({ severity = 1 }) => severity < 3)).toEqual([]);
      await after.close();
    }
  });
});

describe('fixes of a finding', () => {
  const QWEN_RESEARCH = 'https://huggingface.co/Qwen/Qwen2.5-3B-Instruct/blob/main/LICENSE';
  const card = (license: string, base: string) => `---\n${license}\nbase_model: ${base}\n---\n`;

  it.each([
    ['an id', 'license: apache-2.0', 'meta-llama/Llama-3.2-3B', 'license: llama3.2'],
    ['an id, quotes kept', 'license: "mit"', 'google/gemma-2-2b', 'license: "gemma"'],
    [
      'a name and where its text is, where there is no id',
      'license: mit',
      'Qwen/Qwen2.5-3B',
      `license: other\nlicense_name: qwen-research\nlicense_link: ${QWEN_RESEARCH}`,
    ],
    [
      'a name in its place',
      'license: other\nlicense_name: mit\nlicense_link: LICENSE',
      'Qwen/Qwen2.5-3B',
      'license: other\nlicense_name: qwen-research\nlicense_link: LICENSE',
    ],
  ])('a card declares %s', async (_, before, base, after) => {
    client = await TestClient.start();
    const document = client.open(card(before, base), 'README.md');
    const [fix] = await titled(document, base, /^Declare the licence/);
    expect(fix?.isPreferred).toBe(true);
    // what it was made from is a fact
    expect(await titled(document, base, /^Replace with/)).toEqual([]);
    expect(document.edited(fix?.edit)).toBe(card(after, base));
    await document.close();
    const fixed = client.open(card(after, base), 'README.md');
    expect((await fixed.diagnostics()).flatMap(({ data }) => data.rules)).not.toContain('license-mismatch');
  });

  it('a project gets its notice, and is quiet once it is there', async () => {
    const folder = folderWith({ 'train.yaml': '' });
    client = await TestClient.start({ folders: [folder] });
    const text = 'base_model: meta-llama/Llama-3.1-8B\nhub_model_id: acme/Llama-bot\npush_to_hub: true\n';
    const document = client.open(text, 'train.yaml', { folder });
    const rules = async () => (await document.diagnostics()).flatMap(({ data }) => data.rules as string[]);
    expect(await rules()).toContain('notice-missing');
    const fixes = await titled(document, 'meta-llama', /^Add /);
    for (const { edit } of fixes) await client.save(edit);
    expect(fixes.length).toBeGreaterThan(0);
    expect(await rules()).not.toContain('notice-missing');
  });
});

describe('a notice', () => {
  const LLAMA = 'model: meta-llama/Llama-3.1-8B-Instruct\n';
  const start = async (files: Record<string, string>) => {
    const folder = folderWith({ '.modelterms.yaml': 'usage: { distributes: true }\n', 'a.yaml': LLAMA, ...files });
    client = await TestClient.start({ folders: [folder] });
    const document = client.open(LLAMA, 'a.yaml', { folder });
    return { document, folder, fixes: () => titled(document, 'meta', /^Add “Llama 3\.1 is licensed/) };
  };

  it.each([
    ['a new file', {}, 'NOTICE', ''],
    ['a file that is there', { NOTICE: 'Ours.\n\n\n' }, 'NOTICE', 'Ours.\n\n'],
    ['a file by another ending', { 'NOTICE.txt': 'Ours.\r\n' }, 'NOTICE.txt', 'Ours.\r\n\r\n'],
  ] as const)('is added to %s, once', async (_, files, name, before) => {
    const { document, fixes, folder } = await start(files);
    const [fix] = await fixes();
    expect(fix?.title).toMatch(new RegExp(` to ${name}$`));
    await client.save(fix?.edit);
    const text = readFileSync(path.join(folder, name), 'utf8');
    expect(text.startsWith(`${before}Llama 3.1 is licensed under the Llama 3.1 Community License`)).toBe(true);
    expect(text).toMatch(/[^\n]\r?\n$/);
    expect(await fixes()).toEqual([]);
    expect(JSON.stringify(await document.hover('meta'))).toContain('the words are there');
  });
});

describe('ignore here', () => {
  it.each([
    [
      'YAML',
      'a.yaml',
      'a:\n  model: Qwen/Qwen2.5-3B-Instruct\n',
      'a:\n  # IGNORE\n  model: Qwen/Qwen2.5-3B-Instruct\n',
    ],
    ['TOML', 'a.toml', 'model = "Qwen/Qwen2.5-3B-Instruct"\n', '# IGNORE\nmodel = "Qwen/Qwen2.5-3B-Instruct"\n'],
    ['a Modelfile', 'Modelfile', 'FROM qwen2.5:3b\n', '# IGNORE\nFROM qwen2.5:3b\n'],
    ['.env', '.env', 'MODEL_ID=Qwen/Qwen2.5-3B-Instruct\n', '# IGNORE\nMODEL_ID=Qwen/Qwen2.5-3B-Instruct\n'],
    [
      'JSON with comments',
      'a.jsonc',
      '{\r\n\t"model": "Qwen/Qwen2.5-3B-Instruct"\r\n}',
      '{\r\n\t// IGNORE\r\n\t"model": "Qwen/Qwen2.5-3B-Instruct"\r\n}',
    ],
  ])('in %s', async (_, name, before, after) => {
    client = await TestClient.start();
    const document = client.open(before, name);
    const [fix] = await titled(
      document,
      /qwen2.5:3b|Qwen\/Qwen2.5-3B-Instruct/.exec(before)?.[0] ?? '',
      /^Ignore here/,
    );
    const text = document.edited(fix?.edit);
    expect(text.replace(/modelterms-ignore -- reviewed on \d{4}-\d{2}-\d{2}/, 'IGNORE')).toBe(after);
    expect(await client.open(text, `after.${name}`, { languageId: languageOf(name) }).diagnostics()).toEqual([]);
  });

  it('is not offered where there is no place for a comment', async () => {
    client = await TestClient.start();
    const document = client.open('{"model": "Qwen/Qwen2.5-3B-Instruct"}', 'a.json');
    expect(await titled(document, 'Qwen/', /^Ignore here/)).toEqual([]);
  });
});

const languageOf = (name: string) =>
  ({ 'a.yaml': 'yaml', 'a.toml': 'toml', Modelfile: 'modelfile', '.env': 'dotenv', 'a.jsonc': 'jsonc' })[name] ?? '';

describe('accept', () => {
  const TEXT = 'model: Qwen/Qwen2.5-3B-Instruct\n';

  it('is left to a client that asks for the reason, and comes back as an edit', async () => {
    const folder = folderWith({ '.modelterms.yaml': '# ours\nusage:\n  commercial: true # yes\n' });
    client = await TestClient.start({ folders: [folder], initializationOptions: { commands: COMMANDS } });
    const document = client.open(TEXT, 'a.yaml', { folder });
    const [fix] = await titled(document, 'Qwen/', /^Accept /);
    expect(fix?.command).toMatchObject({
      command: 'modelterms.accept',
      arguments: [{ uri: document.uri, model: 'Qwen/Qwen2.5-3B-Instruct' }],
    });
    const answer = await client.connection.sendRequest('modelterms/accept', {
      uri: document.uri,
      model: 'Qwen/Qwen2.5-3B-Instruct',
      reason: 'Evaluation only: "never" shipped # really',
      expires: '2027-01-31',
    });
    expect(answer).toMatchObject({ applied: true, policy: expect.stringMatching(/\.modelterms\.yaml$/) });
    const text = afterEdit(client, '# ours\nusage:\n  commercial: true # yes\n');
    expect(text).toMatch(/^# ours\nusage:\n {2}commercial: true # yes\n/);
    writeFileSync(path.join(folder, '.modelterms.yaml'), text);
    await client.refreshedBy(() => client.changeFile(path.join(folder, '.modelterms.yaml')));
    expect(await document.diagnostics()).toEqual([]);
    const hover = await document.hover('Qwen/');
    expect(JSON.stringify(hover)).toContain('Evaluation only');
  });

  it('makes the policy file where there is none', async () => {
    const folder = folderWith({});
    client = await TestClient.start({ folders: [folder], initializationOptions: { commands: COMMANDS } });
    const document = client.open(TEXT, 'a.yaml', { folder });
    await client.connection.sendRequest('modelterms/accept', {
      uri: document.uri,
      model: 'Qwen/Qwen2.5-3B-Instruct',
      reason: 'why not',
    });
    expect(client.applied[0]?.documentChanges?.[0]).toMatchObject({ kind: 'create' });
    writeFileSync(path.join(folder, '.modelterms.yaml'), afterEdit(client, ''));
    await client.refreshedBy(() => client.changeFile(path.join(folder, '.modelterms.yaml')));
    expect(await document.diagnostics()).toEqual([]);
  });

  it('says why where it cannot be done', async () => {
    client = await TestClient.start({ initializationOptions: { commands: COMMANDS } });
    const document = client.open(TEXT, 'a.yaml');
    const params = { uri: document.uri, model: 'Qwen/Qwen2.5-3B-Instruct', reason: 'why not' };
    expect(await client.connection.sendRequest('modelterms/accept', params)).toEqual({
      applied: false,
      problem: expect.stringMatching(/folder/),
    });
    expect(await client.connection.sendRequest('modelterms/accept', { ...params, reason: '  ' })).toEqual({
      applied: false,
      problem: expect.stringMatching(/reason/),
    });
  });

  it('is an edit that leaves the reason to be written, for other clients', async () => {
    const folder = folderWith({ '.modelterms.yaml': 'policy: {}\n' });
    client = await TestClient.start({ folders: [folder] });
    const document = client.open(TEXT, 'a.yaml', { folder });
    const [fix] = await titled(document, 'Qwen/', /^Accept /);
    const change = fix?.edit?.documentChanges?.[0];
    if (!change || !('edits' in change)) throw new Error('no edit');
    const text = applyEdits('policy: {}\n', change.edits as never);
    expect(text).toMatch(/exceptions:\n\s+- model: Qwen\/Qwen2.5-3B-Instruct\n/);
    expect(text).toMatch(/reason:/);
  });
});

/** What the last applied edit makes of a file. */
function afterEdit({ applied }: TestClient, before: string): string {
  const changes = applied.at(-1)?.documentChanges ?? [];
  const edits = changes.flatMap((change) => ('edits' in change ? change.edits : []));
  return applyEdits(before, edits as never);
}

describe('show alternatives', () => {
  const place = { line: 0, character: 8 };

  it('is offered to clients that can, with what they then ask for', async () => {
    client = await TestClient.start({ initializationOptions: { commands: COMMANDS } });
    const document = client.open('model: meta-llama/Llama-3.1-8B-Instruct\n', 'a.yaml');
    const [fix] = await titled(document, 'meta', /^Show open alternatives/);
    expect(fix?.command?.arguments).toEqual([{ uri: document.uri, position: { line: 0, character: 7 } }]);
    const answer = await client.connection.sendRequest<{ alternatives: Record<string, unknown>[] }>(
      'modelterms/alternatives',
      { uri: document.uri, position: place },
    );
    expect(answer).toMatchObject({ version: 1, text: 'meta-llama/Llama-3.1-8B-Instruct' });
    for (const one of answer.alternatives) {
      expect(one).toMatchObject({
        replacement: expect.any(String),
        openness: expect.stringMatching(/^open-/),
        licenseName: expect.any(String),
        parameters: expect.any(Number),
        why: expect.any(String),
      });
    }
    expect(answer.alternatives.length).toBeGreaterThan(0);
  });

  it('is not offered to others', async () => {
    client = await TestClient.start();
    const document = client.open('model: meta-llama/Llama-3.1-8B-Instruct\n', 'a.yaml');
    expect(await titled(document, 'meta', /alternatives/)).toEqual([]);
  });

  it('answers nothing where there is no reference', async () => {
    client = await TestClient.start();
    const { uri } = client.open('a: 1\n', 'a.yaml');
    for (const method of ['modelterms/alternatives', 'modelterms/card']) {
      expect(await client.connection.sendRequest(method, { uri, position: { line: 0, character: 1 } })).toBeNull();
    }
  });
});

describe('check workspace', () => {
  it('tells of files that are not open, until they are', async () => {
    const folder = folderWith({
      'a.yaml': 'model: Qwen/Qwen2.5-3B-Instruct\n',
      'b/Modelfile': 'FROM qwen2.5:7b\n',
      'logo.png': '',
      '.gitignore': 'out/\n',
    });
    mkdirSync(path.join(folder, 'out'));
    writeFileSync(path.join(folder, 'out', 'c.yaml'), 'model: Qwen/Qwen2.5-3B-Instruct\n');
    client = await TestClient.start({ folders: [folder], initializationOptions: { commands: COMMANDS } });
    const answer = await client.connection.sendRequest('modelterms/checkWorkspace', {});
    expect(answer).toMatchObject({
      files: 3,
      skipped: 1,
      references: 2,
      findings: { error: 0, warning: 1 },
      summary: '3 files checked (1 skipped), 2 model references: 1 warning',
    });
    expect(client.published.map(({ diagnostics, uri }) => [path.basename(uri), diagnostics.length])).toEqual([
      ['a.yaml', 1],
    ]);
    const uri = client.published[0]?.uri ?? '';
    const cleared = await client.publishedBy(uri, () => {
      client.open('model: Qwen/Qwen2.5-3B-Instruct\n', 'a.yaml', { folder });
    });
    expect(cleared.diagnostics).toEqual([]);
  });

  it('is a command for clients that have none of their own', async () => {
    const folder = folderWith({ 'a.yaml': 'model: Qwen/Qwen2.5-3B-Instruct\n' });
    client = await TestClient.start({ folders: [folder] });
    expect(client.initialized.capabilities.executeCommandProvider?.commands).toEqual(['modelterms.checkWorkspace']);
    const answer = await client.connection.sendRequest('workspace/executeCommand', {
      command: 'modelterms.checkWorkspace',
    });
    expect(answer).toMatchObject({ files: 1, references: 1 });
  });
});

describe('status', () => {
  it('is told to clients that know this server', async () => {
    client = await TestClient.start({ initializationOptions: { commands: COMMANDS } });
    const document = client.open('a: Qwen/Qwen2.5-3B-Instruct\nb: Qwen/Qwen2.5-7B-Instruct\n', 'a.yaml');
    await document.diagnostics();
    const { params } = await client.until(() => client.notified.find(({ method }) => method === 'modelterms/status'));
    expect(params).toEqual({ uri: document.uri, references: 2, worst: 'warning' });
  });
});
