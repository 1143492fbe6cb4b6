/** The policy file over the wire: which one counts, and that a change of it is seen at once. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { plant, TestClient, uriOf } from './kit.ts';

const TEXT = 'model: Qwen/Qwen2.5-3B-Instruct\n';
const ACCEPTED = `exceptions:
  - model: Qwen/Qwen2.5-3B-Instruct
    reason: Evaluation only.
`;

let client: TestClient;
let planted: ReturnType<typeof plant>;
beforeEach(() => {
  planted = plant({ '.modelterms.yaml': 'policy: {}\n', 'sub/.modelterms.yaml': ACCEPTED });
});
afterEach(async () => {
  await client.stop();
  planted.remove();
});
const start = async (...folders: string[]) => {
  client = await TestClient.start({ folders: folders.length > 0 ? folders : [planted.folder] });
};

describe('the policy', () => {
  it('is the nearest one up the tree', async () => {
    await start();
    const { folder } = planted;
    expect(await client.open(TEXT, 'a.yaml', { folder }).diagnostics()).toHaveLength(1);
    expect(await client.open(TEXT, 'sub/a.yaml', { folder }).diagnostics()).toEqual([]);
    expect(await client.open(TEXT, 'sub/deep/er/a.yaml', { folder }).diagnostics()).toEqual([]);
  });

  it('is not looked for outside of the workspace', async () => {
    const inner = plant({ 'b.yaml': '' });
    await start(path.join(planted.folder, 'sub', 'deep'), inner.folder);
    expect(await client.open(TEXT, 'sub/deep/a.yaml', { folder: planted.folder }).diagnostics()).toHaveLength(1);
    expect(await client.open(TEXT, 'sub/a.yaml', { folder: planted.folder }).diagnostics()).toHaveLength(1);
    inner.remove();
  });

  it('counts in each folder for itself', async () => {
    const other = plant({ '.modelterms.yaml': ACCEPTED });
    await start(planted.folder, other.folder);
    expect(await client.open(TEXT, 'a.yaml', { folder: planted.folder }).diagnostics()).toHaveLength(1);
    expect(await client.open(TEXT, 'a.yaml', { folder: other.folder }).diagnostics()).toEqual([]);
    other.remove();
  });

  it('is seen when it changes on the disk', async () => {
    await start();
    const { folder } = planted;
    const file = path.join(folder, '.modelterms.yaml');
    const document = client.open(TEXT, 'a.yaml', { folder });
    expect(await document.diagnostics()).toHaveLength(1);
    await client.registers('workspace/didChangeWatchedFiles');
    writeFileSync(file, ACCEPTED);
    await client.refreshedBy(() => client.changeFile(file));
    expect(await document.diagnostics()).toEqual([]);
    rmSync(file);
    await client.refreshedBy(() => client.changeFile(file));
    expect(await document.diagnostics()).toHaveLength(1);
  });

  it('counts as it is typed, and what was good before stays in force while it is not', async () => {
    await start();
    const { folder } = planted;
    const document = client.open(TEXT, 'a.yaml', { folder });
    expect(await document.diagnostics()).toHaveLength(1);
    const policy = client.open('policy: {}\n', '.modelterms.yaml', { folder });
    await client.refreshedBy(() => policy.change('policy: {}\n', ACCEPTED));
    expect(await document.diagnostics()).toEqual([]);
    expect(await policy.diagnostics()).toEqual([]);
    await client.refreshedBy(() => policy.change('exceptions:', 'exceptions: ]'));
    expect(await document.diagnostics()).toEqual([]);
    expect((await policy.diagnostics()).length).toBeGreaterThan(0);
    // closed without saving: the file on the disk speaks again
    await client.refreshedBy(() => policy.close());
    expect(await document.diagnostics()).toHaveLength(1);
  });

  it('no longer counts once it is deleted, though an editor may hold on to its document for a while', async () => {
    await start();
    const { folder } = planted;
    const document = client.open(TEXT, 'sub/a.yaml', { folder });
    client.open(ACCEPTED, 'sub/.modelterms.yaml', { folder });
    expect(await document.diagnostics()).toEqual([]);
    const file = path.join(folder, 'sub', '.modelterms.yaml');
    rmSync(file);
    await client.refreshedBy(() => client.changeFile(file, FileChangeType.Deleted));
    expect(await document.diagnostics()).toHaveLength(1);
    writeFileSync(file, ACCEPTED);
    await client.refreshedBy(() => client.changeFile(file, FileChangeType.Created));
    expect(await document.diagnostics()).toEqual([]);
  });

  it('shows its mistakes where they are', async () => {
    await start();
    const policy = client.open('usage:\n  comercial: true\n', '.modelterms.yaml', { folder: planted.folder });
    const [diagnostic] = await policy.diagnostics();
    expect(diagnostic?.range.start.line).toBe(1);
    expect(diagnostic?.source).toBe('modelterms');
  });

  it('leaves out what it ignores', async () => {
    writeFileSync(path.join(planted.folder, '.modelterms.yaml'), 'ignore: [fixtures]\n');
    await start();
    const { folder } = planted;
    expect(await client.open(TEXT, 'fixtures/a b.yaml', { folder }).diagnostics()).toEqual([]);
    expect(await client.open(TEXT, 'other/a b.yaml', { folder }).diagnostics()).toHaveLength(1);
  });

  it('follows folders that come and go', async () => {
    await start(path.join(planted.folder, 'sub'));
    const document = client.open(TEXT, 'a.yaml', { folder: planted.folder });
    const inner = client.open(TEXT, 'sub/a.yaml', { folder: planted.folder });
    expect([(await document.diagnostics()).length, (await inner.diagnostics()).length]).toEqual([1, 0]);
    const sub = { uri: uriOf(path.join(planted.folder, 'sub')), name: 'sub' };
    await client.refreshedBy(() =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [sub] },
      }),
    );
    expect((await inner.diagnostics()).length).toBe(1);
  });
});

describe('exceptions', () => {
  const MANY = `exceptions:
  - model: Qwen/Qwen2.5-3B-Instruct
    reason: Evaluation only.
  - model: google/gemma-2-2b
    reason: Gone since.
  - model: meta-llama/*
    reason: Until the review.
    expires: 2020-01-31
`;
  const POLICY = '.modelterms.yaml';
  const check = () =>
    client.connection.sendRequest<{ findings: Record<string, number> }>('modelterms/checkWorkspace', {});
  const codes = (diagnostics: readonly { code?: unknown; range: { start: { line: number } } }[]) =>
    diagnostics.map(({ code, range }) => [code, range.start.line]);
  let folder: string;
  beforeEach(async () => {
    const { folder: made, remove } = plant({ [POLICY]: MANY, 'a.yaml': TEXT });
    ({ folder } = { folder: made });
    const before = planted;
    planted = { folder: made, remove: () => [before, { remove }].forEach((one) => one.remove()) };
    client = await TestClient.start({
      folders: [folder],
      initializationOptions: { commands: ['modelterms.checkWorkspace'] },
    });
  });

  it('that nothing needs, or that have run out, are told of by a check', async () => {
    const answer = await check();
    expect(answer.findings).toMatchObject({ warning: 1, hint: 1 });
    const told = client.published.find(({ uri }) => uri.endsWith(POLICY));
    expect(codes(told?.diagnostics ?? [])).toEqual([
      ['expired-exception', 5],
      ['unused-exception', 3],
    ]);
  });

  it('are still told of once the policy file is open, and moved within it', async () => {
    const policy = client.open(MANY, POLICY, { folder });
    expect(codes(await policy.diagnostics())).toEqual([['expired-exception', 5]]);
    await client.refreshedBy(check);
    expect(codes(await policy.diagnostics())).toContainEqual(['unused-exception', 3]);
    await policy.change('exceptions:', '# up\nexceptions:');
    expect(codes(await policy.diagnostics())).toContainEqual(['unused-exception', 4]);
  });

  it('are needed again as soon as a document says so', async () => {
    await check();
    const policy = client.open(MANY, POLICY, { folder });
    expect(codes(await policy.diagnostics())).toContainEqual(['unused-exception', 3]);
    await client.open('model: google/gemma-2-2b\n', 'b.yaml', { folder }).diagnostics();
    expect(codes(await policy.diagnostics())).toEqual([['expired-exception', 5]]);
  });
});

describe('a mistake in the policy file', () => {
  it.each([
    ['an unknown key', 'usage:\n  comercial: true\n', 1, 2],
    ['a value of another kind', 'usage:\n  commercial: maybe\n', 1, 14],
    ['a level that is none', 'policy:\n  severity:\n    hosting: loud\n', 2, 13],
    ['an exception without a reason', 'exceptions:\n  - model: "*"\n', 1, 4],
    ['broken YAML', 'usage:\n  commercial: [true\n', 1, 14],
  ])('%s stands at its place', async (_, text, line, character) => {
    await start();
    const policy = client.open(text, '.modelterms.yaml', { folder: planted.folder });
    const [first] = await policy.diagnostics();
    expect(first?.range.start).toEqual({ line, character });
  });

  it('does no harm on the disk either', async () => {
    await start();
    const { folder } = planted;
    const document = client.open(TEXT, 'sub/a.yaml', { folder });
    expect(await document.diagnostics()).toEqual([]);
    await client.registers('workspace/didChangeWatchedFiles');
    const file = path.join(folder, 'sub', '.modelterms.yaml');
    writeFileSync(file, `${ACCEPTED}    expires: soon\n`);
    await client.refreshedBy(() => client.changeFile(file));
    expect(await document.diagnostics()).toEqual([]);
  });
});

describe('help in the policy file', () => {
  it('is completion and hover by its schema', async () => {
    await start();
    const policy = client.open('usage:\n  com\n', '.modelterms.yaml', { folder: planted.folder });
    const completions = (uri: string) =>
      client.connection.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position: { line: 1, character: 5 },
      });
    expect(JSON.stringify(await completions(policy.uri))).toContain('"label":"commercial"');
    expect(JSON.stringify(await policy.hover('usage'))).toContain('declares of itself');
    const other = client.open('usage:\n  com\n', 'other.yaml', { folder: planted.folder });
    expect(await completions(other.uri)).toBeNull();
    expect(await other.hover('usage')).toBeNull();
  });
});
