/** The browser's server needs nothing of Node and nothing of a page: it runs in an empty context and answers. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { expect, it } from 'vitest';
import type { Message, NotificationMessage, RequestMessage, ResponseMessage } from 'vscode-languageserver-protocol';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const bundle = process.env.MODELTERMS_BROWSER_SERVER ?? path.join(root, 'server/dist/browser.js');

/** What a web worker has, as far as a language server could want it. */
const WORKER = {
  TextDecoder,
  TextEncoder,
  URL,
  atob,
  btoa,
  clearTimeout,
  console,
  performance,
  queueMicrotask,
  setTimeout,
};

function startWorker(): { send(message: object): void; answer(id: number): Promise<ResponseMessage> } {
  if (!existsSync(bundle)) throw new Error(`no server at ${bundle}: npm run build`);
  const sent: Message[] = [];
  const waiting = new Set<() => void>();
  const scope: Record<string, unknown> = {
    ...WORKER,
    // only errors are listened for; messages come by `onmessage`
    addEventListener: () => undefined,
    postMessage: (message: Message) => {
      sent.push(message);
      for (const wake of waiting) wake();
    },
  };
  scope.self = scope;
  vm.runInContext(readFileSync(bundle, 'utf8'), vm.createContext(scope), { filename: bundle });
  return {
    send: (message) => (scope.onmessage as (event: { data: object }) => void)({ data: { jsonrpc: '2.0', ...message } }),
    answer: (id) =>
      new Promise((resolve) => {
        const wake = () => {
          const found = sent.find((message) => 'id' in message && message.id === id && !('method' in message));
          if (!found) return;
          waiting.delete(wake);
          resolve(found as ResponseMessage);
        };
        waiting.add(wake);
        wake();
      }),
  };
}

it('the server answers in a worker', async () => {
  const worker = startWorker();
  const request = (id: number, method: string, params: object): Promise<ResponseMessage> => {
    worker.send({ id, method, params } satisfies Omit<RequestMessage, 'jsonrpc'>);
    return worker.answer(id);
  };
  const notify = (method: string, params: object) =>
    worker.send({ method, params } satisfies Omit<NotificationMessage, 'jsonrpc'>);
  const { result } = await request(1, 'initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: 'vscode-test-web://mount', name: 'web' }],
    capabilities: { textDocument: { diagnostic: {} } },
  });
  expect(result).toMatchObject({ serverInfo: { name: 'modelterms' }, capabilities: { hoverProvider: true } });
  notify('initialized', {});
  const documents = {
    'a.yaml': 'model: Qwen/Qwen2.5-3B-Instruct\n',
    'README.md': '---\nbase_model: Qwen/Qwen2.5-3B-Instruct\n---\n&amp; text\n',
    'a.sh': 'ollama pull qwen2.5:3b\n',
    'a.toml': 'model = "Qwen/Qwen2.5-3B-Instruct"\n',
    Dockerfile: 'FROM python:3\nRUN hf download Qwen/Qwen2.5-3B-Instruct\n',
  };
  for (const [i, [name, text]] of Object.entries(documents).entries()) {
    const uri = `vscode-test-web://mount/${name}`;
    notify('textDocument/didOpen', { textDocument: { uri, languageId: '', version: 1, text } });
    const report = await request(i + 2, 'textDocument/diagnostic', { textDocument: { uri } });
    expect(report.result, name).toMatchObject({ kind: 'full', items: [{ code: 'non-commercial' }] });
  }
});
