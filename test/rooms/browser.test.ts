/** The browser's server needs nothing of Node and nothing of a page: it runs in an empty context and answers. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { expect, it } from 'vitest';
import type { Message, NotificationMessage, RequestMessage, ResponseMessage } from 'vscode-languageserver-protocol';
import { READY } from '../../server/src/features/protocol.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const bundle = process.env.MODELTERMS_BROWSER_SERVER ?? path.join(root, 'server/dist/browser.js');
const database = path.join(path.dirname(bundle), 'database.db.gz');

/** What a web worker has, as far as a language server could want it. */
const WORKER = {
  Blob,
  DecompressionStream,
  Response,
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

interface Worker {
  send(message: object): void;
  answer(id: number): Promise<ResponseMessage>;
}

async function startWorker(): Promise<Worker> {
  if (![bundle, database].every((file) => existsSync(file))) throw new Error(`no server at ${bundle}: npm run build`);
  const sent: (Message | string)[] = [];
  const waiting = new Set<() => void>();
  /** The first message that the server has sent, or sends. */
  const received = <T>(look: (message: Message | string) => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const wake = () => {
        for (const message of sent) {
          const found = look(message);
          if (found === undefined) continue;
          waiting.delete(wake);
          return resolve(found);
        }
      };
      waiting.add(wake);
      wake();
    });
  const scope: Record<string, unknown> = {
    ...WORKER,
    // only errors are listened for; messages come by `onmessage`
    addEventListener: () => undefined,
    postMessage: (message: Message | string) => {
      sent.push(message);
      for (const wake of waiting) wake();
    },
  };
  scope.self = scope;
  vm.runInContext(readFileSync(bundle, 'utf8'), vm.createContext(scope), { filename: bundle });
  const post = (data: object) => (scope.onmessage as (event: { data: object }) => void)({ data });
  post(readFileSync(database));
  await received((message) => message === READY || undefined);
  return {
    send: (message) => post({ jsonrpc: '2.0', ...message }),
    answer: (id) =>
      received((message) =>
        typeof message !== 'string' && 'id' in message && message.id === id && !('method' in message)
          ? (message as ResponseMessage)
          : undefined,
      ),
  };
}

it('the server answers in a worker', async () => {
  const worker = await startWorker();
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
