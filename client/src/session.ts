/**
 * The life of the language server. `restart` is the only way it ever starts: on activation, on the user's command, after a
 * crash and where the kinds of documents change; so every failure takes the same path to the same status.
 */
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';

export type State =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running' }
  /** It is down and will stay down until somebody restarts it. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Makes a client that has not been started; differs between Node and the browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** So many crashes within the window are mended unasked; with the next one, the user decides. */
const CRASHES_MENDED = 3;
const CRASH_WINDOW_MS = 3 * 60_000;
const STOP_TIMEOUT_MS = 2000;

export class Session implements vscode.Disposable {
  private client: BaseLanguageClient | undefined;
  private current: State = { kind: 'starting' };
  private crashes: number[] = [];
  /** Starts and stops wait for one another. */
  private turn: Promise<void> = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<State>();
  readonly onDidChangeState = this.changed.event;

  /**
   * `options`: of the next client, asked for at each start.
   * `prepare`: puts the handlers of our own messages on a client before it starts.
   */
  constructor(
    private readonly createClient: CreateClient,
    private readonly options: () => LanguageClientOptions,
    private readonly prepare: (client: BaseLanguageClient) => void,
    readonly output: vscode.LogOutputChannel,
  ) {}

  get state(): State {
    return this.current;
  }

  /** The client, while it runs. */
  get running(): BaseLanguageClient | undefined {
    return this.current.kind === 'running' ? this.client : undefined;
  }

  /** Stops the server where it runs and starts it anew. Never rejects: how it went is the state. */
  restart(): Promise<void> {
    this.turn = this.turn.then(() => this.start());
    return this.turn;
  }

  /** As `restart`, at the user's wish: what happened before is forgotten. */
  restartByUser(): Promise<void> {
    this.crashes = [];
    return this.restart();
  }

  /**
   * Sends one of our own requests.
   * @throws with a text for people where no server runs
   */
  async request<T>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<T> {
    await this.turn;
    const client = this.running;
    if (!client) throw new Error(vscode.l10n.t('The ModelTerms server is not running.'));
    return client.sendRequest<T>(method, params, token);
  }

  async dispose(): Promise<void> {
    await this.turn;
    await this.stop();
    this.changed.dispose();
  }

  private async start(): Promise<void> {
    await this.stop();
    this.become({ kind: 'starting' });
    let client: BaseLanguageClient | undefined;
    const lost = (why: string) => this.lost(client, why);
    try {
      client = this.createClient({
        ...this.options(),
        outputChannel: this.output,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationFailedHandler: () => false,
        errorHandler: {
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: () => {
            lost(vscode.l10n.t('The server ended unexpectedly.'));
            return { action: CloseAction.DoNotRestart, handled: true };
          },
        },
      });
      this.client = client;
      this.prepare(client);
      await client.start();
      // it may have ended while it started
      if (this.client === client) this.become({ kind: 'running' });
    } catch (error) {
      lost(error instanceof Error ? error.message : String(error));
    }
  }

  private async stop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    try {
      await client?.dispose(STOP_TIMEOUT_MS);
    } catch (error) {
      // it was on its way down already, or does not answer any more
      this.output.warn(`stop: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** The one path of every failure. `client`: whose; a client of the past has no say. */
  private lost(client: BaseLanguageClient | undefined, why: string): void {
    if (client !== this.client) return;
    this.client = undefined;
    this.output.error(why);
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => now - time < CRASH_WINDOW_MS), now];
    if (this.crashes.length <= CRASHES_MENDED) void this.restart();
    else this.become({ kind: 'failed', reason: why });
  }

  private become(state: State): void {
    this.current = state;
    this.output.info(state.kind === 'failed' ? `server: failed (${state.reason})` : `server: ${state.kind}`);
    this.changed.fire(state);
  }
}
