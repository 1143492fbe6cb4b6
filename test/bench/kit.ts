/** What the benches share: statistics, a stopwatch, a language client over stdio, and folders that go away. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as lsp from 'vscode-languageserver-protocol/node';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const serverBundle = path.join(root, 'server/dist/language-server.js');
export const cliBundle = path.join(root, 'server/dist/cli.js');

/** One line of the closing table. `limit` is the budget the figure is held against, in the figure's unit. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly detail?: string;
}

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs `work` with a fresh folder, removed afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'modelterms-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A language server process and a client for it. */
export class Client {
  private constructor(
    readonly connection: lsp.MessageConnection,
    private readonly process: ChildProcess,
  ) {}

  /** Starts `node module --stdio` and initializes it; resolves when the server has answered. `options`: for Node. */
  static async start(module: string, folder: string, options: readonly string[] = []): Promise<Client> {
    const child = spawn(process.execPath, [...options, module, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (!child.stdout || !child.stdin) throw new Error('no pipes');
    const connection = lsp.createMessageConnection(child.stdout, child.stdin);
    connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => null));
    connection.onRequest(lsp.RegistrationRequest.type, () => undefined);
    connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => undefined);
    connection.listen();
    const client = new Client(connection, child);
    await connection.sendRequest(lsp.InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: 'bench' }],
      capabilities: {
        textDocument: { diagnostic: { dynamicRegistration: false }, synchronization: {} },
        workspace: { configuration: true, workspaceFolders: true },
      },
    });
    await connection.sendNotification(lsp.InitializedNotification.type, {});
    return client;
  }

  open(uri: string, languageId: string, text: string): Promise<void> {
    return this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  change(uri: string, version: number, change: lsp.TextDocumentContentChangeEvent): Promise<void> {
    return this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [change],
    });
  }

  async diagnostics(uri: string): Promise<readonly lsp.Diagnostic[]> {
    const report = await this.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items : [];
  }

  /** Resident memory in MiB, where the system tells (Linux). */
  memory(): number | undefined {
    return residentMemory(this.process.pid, 'VmRSS');
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest(lsp.ShutdownRequest.type);
    await this.connection.sendNotification(lsp.ExitNotification.type);
    await gone;
    this.connection.dispose();
  }
}

function residentMemory(pid: number | undefined, field: 'VmRSS' | 'VmHWM'): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kib = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
    return kib ? Number(kib) / 1024 : undefined;
  } catch {
    return undefined;
  }
}
