/** What the extension is made of, wherever it runs. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type AcceptArguments,
  type CardAnswer,
  COMMANDS,
  type InitializationOptions,
  METHODS,
  type StatusParams,
  type TellArguments,
} from '../../server/src/features/protocol.ts';
import { accept } from './accept.ts';
import { showAlternatives } from './alternatives.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { createPolicy, tell } from './facts.ts';
import { answerFiles } from './files.ts';
import { Pages, RULE_PAGES } from './pages.ts';
import { placeOf, plain, sayNoReference } from './place.ts';
import { replaceAll } from './replaceAll.ts';
import { documentSelector, userSchemes } from './selector.ts';
import { type CreateClient, Session } from './session.ts';
import { Status } from './status.ts';

/** What `activate` returns to other extensions and to tests. */
export interface Api {
  /** The language client, while the server runs. */
  client(): BaseLanguageClient | undefined;
  readonly session: Pick<Session, 'state' | 'onDidChangeState'>;
  readonly status: Pick<Status, 'shown'>;
  /** After each analysis of an open document. */
  readonly onDidAnalyse: vscode.Event<StatusParams>;
}

/** Sets everything up and starts the server. */
export function startExtension(context: vscode.ExtensionContext, createClient: CreateClient): Api {
  const output = vscode.window.createOutputChannel('ModelTerms', { log: true });
  const pages = new Pages(context.extensionUri);
  const session: Session = new Session(createClient, clientOptions, prepare, output);
  const status = new Status(session);
  const analysed = new vscode.EventEmitter<StatusParams>();

  function prepare(client: BaseLanguageClient): void {
    status.selector = documentSelector();
    client.onNotification(METHODS.status, (params: StatusParams) => {
      status.update(params);
      analysed.fire(params);
    });
    answerFiles(client);
  }

  const showCard = async () => {
    const place = placeOf(undefined);
    const card = place && (await session.request<CardAnswer | null>(METHODS.card, place));
    if (card) await pages.showCard(card.text, card.markdown);
    else sayNoReference();
  };

  const commands: Record<string, (...args: unknown[]) => unknown> = {
    [COMMANDS.showAlternatives]: (place) => showAlternatives(session, place),
    [COMMANDS.accept]: (asked) => accept(session, asked as AcceptArguments),
    [COMMANDS.tell]: (asked) => tell(session, asked as TellArguments),
    [COMMANDS.checkWorkspace]: () => checkWorkspace(session),
    'modelterms.showAlternativesInFile': () => replaceAll(session, 'file'),
    'modelterms.showAlternativesInWorkspace': () => replaceAll(session, 'workspace'),
    'modelterms.createPolicyFile': () => createPolicy(session),
    'modelterms.showLicenseCard': showCard,
    'modelterms.restartServer': () => session.restartByUser(),
    'modelterms.showOutput': () => output.show(),
  };
  let schemes = userSchemes();
  context.subscriptions.push(
    output,
    pages,
    status,
    session,
    analysed,
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, saying(run))),
    // a folder of a new kind brings documents that the selector does not hold
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      const before = schemes;
      schemes = userSchemes();
      if ([...schemes].some((scheme) => !before.has(scheme))) void session.restart();
    }),
  );
  void session.restart();
  return { client: () => session.running, session, status, onDidAnalyse: analysed.event };
}

/** What goes wrong in a command is said, in one line. */
const saying =
  (run: (...args: unknown[]) => unknown) =>
  async (...args: unknown[]) => {
    try {
      return await run(...args);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      void vscode.window.showErrorMessage(plain(error instanceof Error ? error.message : String(error)));
      return undefined;
    }
  };

const isHelped = ({ uri }: vscode.TextDocument): boolean =>
  uri.path.endsWith('.modelterms.yaml') && vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined;

function clientOptions(): LanguageClientOptions {
  const options: InitializationOptions = {
    rulePages: RULE_PAGES,
    commands: Object.values(COMMANDS),
    ...(vscode.l10n.bundle ? { translations: vscode.l10n.bundle } : {}),
    files: true,
  };
  return {
    documentSelector: documentSelector(),
    initializationOptions: options,
    // an extension that reads YAML by schemas is given ours, and helps with the policy file by itself
    middleware: {
      provideCompletionItem: (document, position, context, token, next) =>
        isHelped(document) ? null : next(document, position, context, token),
      provideHover: (document, position, token, next) => (isHelped(document) ? null : next(document, position, token)),
    },
    // cards hold text from documents: no HTML, no command links
    markdown: { isTrusted: false, supportHtml: false },
  };
}
