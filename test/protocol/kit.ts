/**
 * A language client over stdio for tests: the built server as a process of its own, a real connection to it, and events to
 * wait on. `MODELTERMS_SERVER` names another build of the server to try.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as lsp from 'vscode-languageserver-protocol/node';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const serverBundle = process.env.MODELTERMS_SERVER ?? path.join(root, 'server/dist/language-server.js');

export interface ClientOptions {
  /** Ask for diagnostics; otherwise the server sends them. */
  readonly pull?: boolean;
  /** Folders to open, absolute paths. */
  readonly folders?: readonly string[];
  /** Folders to open that are not on the disk, by their URIs. */
  readonly elsewhere?: readonly string[];
  /** Files the client reads for the server, by their URIs. */
  readonly files?: ReadonlyMap<string, string>;
  /** What the client answers for the section `modelterms`. */
  readonly settings?: (scope: string | undefined) => unknown;
  readonly initializationOptions?: unknown;
  /** Changes to what the client says it can do. */
  readonly capabilities?: (capabilities: lsp.ClientCapabilities) => lsp.ClientCapabilities;
}

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: lsp.Diagnostic[];
}

const CAPABILITIES: lsp.ClientCapabilities = {
  textDocument: {
    synchronization: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    inlayHint: {},
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    applyEdit: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
};

export class TestClient {
  readonly published: Published[] = [];
  private readonly registered: string[] = [];
  readonly logged: string[] = [];
  readonly notified: { readonly method: string; readonly params: unknown }[] = [];
  /** Edits that the server asked to apply. */
  readonly applied: lsp.WorkspaceEdit[] = [];
  private refreshes = 0;
  private readonly waiting = new Set<() => void>();
  initialized!: lsp.InitializeResult;

  private constructor(
    readonly connection: lsp.MessageConnection,
    readonly process: ChildProcess,
  ) {}

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    if (!existsSync(serverBundle)) throw new Error(`no server at ${serverBundle}: npm run build`);
    const child = spawn(process.execPath, [serverBundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (!child.stdout || !child.stdin) throw new Error('the server has no pipes');
    const client = new TestClient(lsp.createMessageConnection(child.stdout, child.stdin), child);
    client.listen(options);
    const pull = options.pull ?? true;
    const base: lsp.ClientCapabilities = pull
      ? { ...CAPABILITIES, textDocument: { ...CAPABILITIES.textDocument, diagnostic: { relatedInformation: true } } }
      : CAPABILITIES;
    client.initialized = await client.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: foldersOf(options),
      capabilities: options.capabilities?.(base) ?? base,
      initializationOptions: options.initializationOptions,
    });
    await client.connection.sendNotification(lsp.InitializedNotification.type, {});
    return client;
  }

  private listen({ files, settings }: ClientOptions): void {
    const { connection } = this;
    const note = (happened: () => void) => {
      happened();
      for (const wake of this.waiting) wake();
    };
    connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri }) => settings?.(scopeUri) ?? null),
    );
    connection.onRequest(lsp.RegistrationRequest.type, ({ registrations }) =>
      note(() => this.registered.push(...registrations.map(({ method }) => method))),
    );
    connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => note(() => this.refreshes++));
    connection.onRequest(lsp.WorkDoneProgressCreateRequest.type, () => undefined);
    connection.onRequest(lsp.ApplyWorkspaceEditRequest.type, ({ edit }) => {
      note(() => this.applied.push(edit));
      return { applied: true };
    });
    connection.onRequest('modelterms/readFile', ({ uri }: { uri: string }) => files?.get(uri) ?? null);
    connection.onRequest('modelterms/readFolder', ({ uri: folder }: { uri: string }) => {
      const entries = new Map<string, { name: string; size?: number }>();
      for (const [uri, { length }] of files ?? []) {
        if (!uri.startsWith(`${folder}/`)) continue;
        const [name = '', below] = uri.slice(folder.length + 1).split('/');
        entries.set(name, below === undefined ? { name, size: length } : { name });
      }
      return [...entries.values()];
    });
    connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) =>
      note(() => this.published.push(params)),
    );
    connection.onNotification(lsp.LogMessageNotification.type, ({ message }) => note(() => this.logged.push(message)));
    connection.onNotification((method, params) => note(() => this.notified.push({ method, params })));
    connection.onUnhandledProgress(() => undefined);
    connection.listen();
  }

  /** Resolves as soon as `look` finds something in what the server has sent. */
  until<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const wake = () => {
        const found = look();
        if (found === undefined) return;
        this.waiting.delete(wake);
        resolve(found);
      };
      this.waiting.add(wake);
      wake();
    });
  }

  /** Resolves when the server has asked for diagnostics to be pulled again, counted from when `act` began. */
  async refreshedBy(act: () => unknown): Promise<void> {
    const before = this.refreshes;
    await act();
    await this.until(() => (this.refreshes > before ? true : undefined));
  }

  /** Resolves when the server has registered for a method. */
  async registers(method: string): Promise<void> {
    await this.until(() => (this.registered.includes(method) ? true : undefined));
  }

  /** What the server sends of a document because of `act`. */
  async publishedBy(uri: string, act: () => unknown): Promise<Published> {
    const before = this.published.length;
    await act();
    return this.until(() => this.published.slice(before).find((one) => one.uri === uri));
  }

  /** Carries an edit out on the disk, as if it were saved at once. Resolves when the server has looked at it. */
  async save(edit: lsp.WorkspaceEdit | undefined): Promise<void> {
    for (const change of edit?.documentChanges ?? []) {
      if (!('edits' in change)) continue;
      const file = fileURLToPath(change.textDocument.uri);
      const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
      writeFileSync(file, applyEdits(before, change.edits as lsp.TextEdit[]));
      await this.refreshedBy(() => this.changeFile(file));
    }
  }

  /** Opens a document: `name` relative to `folder`, or an untitled one without a folder. */
  open(text: string, name: string, options: { folder?: string; languageId?: string } = {}): TestDocument {
    const uri = options.folder === undefined ? `untitled:${name}` : uriOf(path.join(options.folder, name));
    return new TestDocument(this, uri, options.languageId ?? languageOf(name), text);
  }

  openAt(uri: string, text: string): TestDocument {
    return new TestDocument(this, uri, languageOf(uri), text);
  }

  changeSettings(): Promise<void> {
    return this.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, { settings: null });
  }

  changeFile(file: string, type: lsp.FileChangeType = lsp.FileChangeType.Changed): Promise<void> {
    return this.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(file), type }],
    });
  }

  async stop(): Promise<number | null> {
    const gone = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest(lsp.ShutdownRequest.type);
    await this.connection.sendNotification(lsp.ExitNotification.type);
    const code = await gone;
    this.connection.dispose();
    return code;
  }
}

export class TestDocument {
  version = 1;

  constructor(
    private readonly client: TestClient,
    readonly uri: string,
    languageId: string,
    public text: string,
  ) {
    void client.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async report(previousResultId?: string): Promise<lsp.DocumentDiagnosticReport> {
    return this.client.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uri },
      previousResultId,
    });
  }

  async diagnostics(): Promise<lsp.Diagnostic[]> {
    const report = await this.report();
    return report.kind === 'full' ? report.items : [];
  }

  /** Replaces the first occurrence of `from`, as an incremental change. */
  async change(from: string, to: string): Promise<void> {
    const range = this.rangeOf(from);
    this.text = this.text.replace(from, () => to);
    await this.client.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [{ range, text: to }],
    });
  }

  async close(): Promise<void> {
    await this.client.connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri },
    });
  }

  hover(at: string): Promise<lsp.Hover | null> {
    return this.client.connection.sendRequest(lsp.HoverRequest.type, {
      textDocument: { uri: this.uri },
      position: this.rangeOf(at).start,
    });
  }

  async actions(at: string): Promise<lsp.CodeAction[]> {
    const range = this.rangeOf(at);
    const diagnostics = (await this.diagnostics()).filter(({ range: { start } }) => start.line === range.start.line);
    const actions = await this.client.connection.sendRequest(lsp.CodeActionRequest.type, {
      textDocument: { uri: this.uri },
      range: { start: range.start, end: range.start },
      context: { diagnostics },
    });
    return (actions ?? []).filter((action): action is lsp.CodeAction => 'kind' in action);
  }

  /** The text after an edit of it. */
  edited(edit: lsp.WorkspaceEdit | undefined): string {
    const changes = [
      ...(edit?.changes?.[this.uri] ?? []),
      ...(edit?.documentChanges ?? []).flatMap((change) =>
        'edits' in change && change.textDocument.uri === this.uri ? (change.edits as lsp.TextEdit[]) : [],
      ),
    ];
    return applyEdits(this.text, changes);
  }

  rangeOf(part: string): lsp.Range {
    const start = this.text.indexOf(part);
    if (start < 0) throw new Error(`no “${part}” in the document`);
    return { start: positionAt(this.text, start), end: positionAt(this.text, start + part.length) };
  }
}

/** What the server asks its client to do, by the commands of an editor that knows it. */
export const COMMANDS = [
  'modelterms.showAlternatives',
  'modelterms.accept',
  'modelterms.tell',
  'modelterms.checkWorkspace',
];

function foldersOf({ elsewhere = [], folders = [] }: ClientOptions): lsp.WorkspaceFolder[] | null {
  const uris = [...folders.map(uriOf), ...elsewhere];
  return uris.length > 0 ? uris.map((uri) => ({ uri, name: path.basename(uri) })) : null;
}

export const uriOf = (file: string): string => pathToFileURL(file).toString();

const LANGUAGES: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  jsonc: 'jsonc',
  toml: 'toml',
  env: 'dotenv',
  md: 'markdown',
  py: 'python',
  Modelfile: 'modelfile',
  Dockerfile: 'dockerfile',
};
const languageOf = (name: string) =>
  LANGUAGES[name.slice(name.lastIndexOf('.') + 1).replace(/^.*\//, '')] ?? 'plaintext';

function positionAt(text: string, offset: number): lsp.Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}

function offsetAt(text: string, { character, line }: lsp.Position): number {
  const lines = text.split('\n');
  return lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
}

export function applyEdits(text: string, edits: readonly lsp.TextEdit[]): string {
  return edits
    .map(({ newText, range }) => ({ start: offsetAt(text, range.start), end: offsetAt(text, range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { end, newText, start }) => result.slice(0, start) + newText + result.slice(end), text);
}

const LEVELS = ['', 'error', 'warning', 'information', 'hint'];

/** A text without its expectations: the lines of carets that `annotated` writes. */
export const unmarked = (expected: string): string =>
  expected
    .split('\n')
    .filter((line) => !/^ *\^+ \w+ /.test(line))
    .join('\n');

/** The text with each diagnostic under its line: carets below its range, its severity and rule. Columns are UTF-16. */
export function annotated(text: string, diagnostics: readonly lsp.Diagnostic[]): string {
  return text
    .split('\n')
    .flatMap((line, number) => [
      line,
      ...diagnostics
        .filter(({ range }) => range.start.line === number)
        .map(({ code, range: { end, start }, severity = 0 }) => {
          const width = (end.line === start.line ? end.character : line.length) - start.character;
          return `${' '.repeat(start.character)}${'^'.repeat(width)} ${LEVELS[severity]} ${code}`;
        }),
    ])
    .join('\n');
}

/** What a hover says, whatever form it comes in. */
export function hoverText(hover: lsp.Hover | null): string {
  const contents = hover?.contents ?? '';
  if (typeof contents === 'string') return contents;
  return 'value' in contents ? contents.value : JSON.stringify(contents);
}

/** A folder with these files, and how to remove it. */
export function plant(files: Readonly<Record<string, string>>): { folder: string; remove(): void } {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'modelterms-test-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
