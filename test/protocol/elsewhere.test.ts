/** Documents that are no files on the disk: folders that only the client can read, and the cells of notebooks. */
import { afterEach, describe, expect, it } from 'vitest';
import * as lsp from 'vscode-languageserver-protocol/node';
import { COMMANDS, plant, TestClient, uriOf } from './kit.ts';

let client: TestClient;
afterEach(() => client.stop());

describe('a folder that only the client can read', () => {
  const FOLDER = 'memory:/project';
  const QWEN = 'model: Qwen/Qwen2.5-3B-Instruct\n';
  const ACCEPTED = 'exceptions:\n  - model: Qwen/Qwen2.5-3B-Instruct\n    reason: reviewed\n';
  const start = async (files: Record<string, string>, options: object = { files: true }) => {
    client = await TestClient.start({
      elsewhere: [FOLDER],
      files: new Map(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text])),
      initializationOptions: { commands: COMMANDS, ...options },
    });
  };

  it('has its policy', async () => {
    await start({ 'sub/.modelterms.yaml': ACCEPTED });
    expect(await client.openAt(`${FOLDER}/a.yaml`, QWEN).diagnostics()).toHaveLength(1);
    expect(await client.openAt(`${FOLDER}/sub/a.yaml`, QWEN).diagnostics()).toEqual([]);
  });

  it('is checked', async () => {
    await start({ 'a.yaml': QWEN, 'deploy/Modelfile': 'FROM qwen2.5:7b\n', 'logo.png': '' });
    expect(await client.connection.sendRequest('modelterms/checkWorkspace', {})).toMatchObject({
      files: 2,
      skipped: 1,
      references: 2,
      findings: { warning: 1 },
    });
    expect(client.published.map(({ uri }) => uri)).toEqual([`${FOLDER}/a.yaml`]);
  });

  it('is checked without what is none of the project’s, as on the disk', async () => {
    await start({
      '.gitignore': 'out put/\n*.local.yaml\n',
      'a.yaml': QWEN,
      'b.local.yaml': QWEN,
      'out put/a.yaml': QWEN,
      'build/a.yaml': QWEN,
      'sub/.gitignore': '!*.local.yaml\n',
      'sub/b.local.yaml': QWEN,
      'node_modules/x/a.yaml': QWEN,
      '.git/config': 'model = Qwen/Qwen2.5-3B-Instruct\n',
    });
    const checked = await client.connection.sendRequest('modelterms/checkWorkspace', {});
    expect(checked).toMatchObject({ references: 3, skipped: 1 });
    expect(client.published.map(({ uri }) => uri.slice(FOLDER.length + 1)).sort()).toEqual([
      'a.yaml',
      'build/a.yaml',
      'sub/b.local.yaml',
    ]);
  });

  it('has only its open documents, where the client does not answer', async () => {
    await start({ '.modelterms.yaml': ACCEPTED, 'a.yaml': QWEN }, {});
    expect(await client.openAt(`${FOLDER}/a.yaml`, QWEN).diagnostics()).toHaveLength(1);
    expect(await client.connection.sendRequest('modelterms/checkWorkspace', {})).toMatchObject({ files: 0 });
  });
});

describe('a notebook', () => {
  const NOTEBOOK = (cells: readonly string[]) => JSON.stringify({ cells: cells.map(cell), nbformat: 4 });
  const cell = (source: string) => ({ cell_type: 'code', source: [source] });
  const CELLS = [
    'from transformers import pipeline\npipe = pipeline(model="Qwen/Qwen2.5-3B-Instruct")',
    '{"model": "Qwen/Qwen2.5-7B-Instruct"}',
    '!ollama pull qwen2.5:3b',
  ];
  const uriOfCell = (i: number) => `vscode-notebook-cell:/somewhere/a.ipynb#W${i}sZmlsZQ%3D%3D`;

  /** Opens it cell by cell, as editors with notebooks do. */
  const open = (uri: string) =>
    client.connection.sendNotification(lsp.DidOpenNotebookDocumentNotification.type, {
      notebookDocument: {
        uri,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: CELLS.map((_, i) => ({ kind: lsp.NotebookCellKind.Code, document: uriOfCell(i) })),
      },
      cellTextDocuments: CELLS.map((text, i) => ({ uri: uriOfCell(i), languageId: 'python', version: 1, text })),
    });
  const diagnosticsOf = async (i: number) => {
    const report = await client.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
      textDocument: { uri: uriOfCell(i) },
    });
    return report.kind === 'full' ? report.items.map(({ code, range }) => [code, range.start.line]) : [];
  };

  it('has its findings in its cells, under the policy of its own folder', async () => {
    const { folder, remove } = plant({
      'a.ipynb': NOTEBOOK(CELLS),
      'sub/a.ipynb': NOTEBOOK(CELLS),
      'sub/.modelterms.yaml': 'exceptions:\n  - { model: "qwen2.5:3b", reason: reviewed }\n',
    });
    client = await TestClient.start({ folders: [folder] });
    expect(client.initialized.capabilities.notebookDocumentSync).toBeDefined();
    await open(uriOf(`${folder}/a.ipynb`));
    expect(await Promise.all(CELLS.map((_, i) => diagnosticsOf(i)))).toEqual([
      [['non-commercial', 1]],
      [],
      [['non-commercial', 0]],
    ]);
    await client.connection.sendNotification(lsp.DidCloseNotebookDocumentNotification.type, {
      notebookDocument: { uri: uriOf(`${folder}/a.ipynb`) },
      cellTextDocuments: CELLS.map((_, i) => ({ uri: uriOfCell(i) })),
    });
    await open(uriOf(`${folder}/sub/a.ipynb`));
    expect(await diagnosticsOf(2)).toEqual([]);
    remove();
  });

  it('is checked as it is open, or else as it lies on the disk', async () => {
    const { folder, remove } = plant({ 'a.ipynb': NOTEBOOK(CELLS) });
    client = await TestClient.start({ folders: [folder], initializationOptions: { commands: COMMANDS } });
    const check = () => client.connection.sendRequest('modelterms/checkWorkspace', {});
    expect(await check()).toMatchObject({ files: 1, references: 3, findings: { warning: 2 } });
    const uri = uriOf(`${folder}/a.ipynb`);
    expect((await client.publishedBy(uri, () => open(uri))).diagnostics).toEqual([]);
    const before = client.published.length;
    expect(await check()).toMatchObject({ files: 1, references: 3, findings: { warning: 2 } });
    expect(client.published).toHaveLength(before);
    remove();
  });

  it('can silence a cell in place', async () => {
    client = await TestClient.start();
    await open('untitled:a.ipynb');
    const actions = await client.connection.sendRequest(lsp.CodeActionRequest.type, {
      textDocument: { uri: uriOfCell(0) },
      range: { start: { line: 1, character: 25 }, end: { line: 1, character: 25 } },
      context: { diagnostics: [] },
    });
    const ignore = actions?.find(({ title }) => title.startsWith('Ignore here'));
    expect(JSON.stringify(ignore)).toContain('# modelterms-ignore -- ');
  });
});
