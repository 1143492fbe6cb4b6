/** The language server, wherever it runs: puts the features on a connection. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  NotebookDocuments,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Engine } from './engine.ts';
import { Analyses, type World } from './features/analyses.ts';
import { WorkspaceCheck } from './features/checkWorkspace.ts';
import { type Client, readClient } from './features/client.ts';
import { registerCodeActions } from './features/codeActions.ts';
import { Diagnostics } from './features/diagnostics.ts';
import { openDocument } from './features/edits.ts';
import { ExceptionUse } from './features/exceptionUse.ts';
import { canonical, Folders, pathIn } from './features/folders.ts';
import { registerHover } from './features/hover.ts';
import { registerInlayHints } from './features/inlayHints.ts';
import { registerPolicyCompletion } from './features/policyCompletion.ts';
import { COMMANDS, NOTEBOOKS } from './features/protocol.ts';
import { registerReplacements } from './features/replacements.ts';
import { registerRequests } from './features/requests.ts';
import type { Server } from './features/server.ts';
import { SettingsCache } from './features/settingsCache.ts';
import { SOURCE } from './features/severities.ts';
import { afterWaitingMessages, inTurns } from './features/turns.ts';
import { useTranslations } from './l10n.ts';
import { COMMAND_FILES, CreatedNames, mayCreate } from './workspace/createdNames.ts';
import { IGNORE_FILE, isInstalled, type WorkspaceFiles } from './workspace/files.ts';
import { isPolicyFile, POLICY_FILE, Policies } from './workspace/policies.ts';
import { isNoticeFile, NOTICE_FILES, ProjectWords } from './workspace/projectWords.ts';
import { SHOWN_FILES, ShownWords, wordsToShow } from './workspace/shownWords.ts';

/** What the place where the server runs has to give. */
export interface Host {
  /** Opens the database; called once, when first needed. */
  openEngine(): Engine;
  /** `folders`: the workspace's folders at the time of a call. */
  files(folders: () => readonly string[], client: Client, connection: Connection): WorkspaceFiles;
  /** YYYY-MM-DD */
  today(): string;
  readonly version: string;
}

/** Milliseconds without a keystroke in a notice after which it is read. */
const PAUSE = 250;

export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const notebooks = new NotebookDocuments(documents);
  connection.onInitialize((params) => {
    const server = createServer(connection, documents, notebooks, host, params);
    const diagnostics = new Diagnostics(server);
    new WorkspaceCheck(server, () => diagnostics.refresh());
    registerHover(server);
    registerCodeActions(server);
    registerInlayHints(server);
    registerPolicyCompletion(server);
    registerRequests(server);
    registerReplacements(server);
    watch(server, diagnostics);
    void openEarly(server.world);
    return { capabilities: capabilitiesFor(server.client), serverInfo: { name: SOURCE, version: host.version } };
  });
  documents.listen(connection);
  notebooks.listen(connection);
  connection.listen();
}

/** The client has the answer to think about: time to open the database, before a document asks for it. */
async function openEarly({ engine, report }: World): Promise<void> {
  await afterWaitingMessages();
  try {
    engine();
  } catch (error) {
    report(String(error));
  }
}

function createServer(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  notebooks: NotebookDocuments<TextDocument>,
  host: Host,
  params: InitializeParams,
): Server {
  const client = readClient(params);
  if (client.options.translations) useTranslations(client.options.translations);
  const folders = new Folders(params, (uri) => notebooks.findNotebookDocumentForCell(uri)?.uri);
  const files = host.files(() => folders.all(), client, connection);
  let engine: Engine | undefined;
  // what an editor holds goes before what the file system does
  const read = async (uri: string) => openDocument({ world }, uri)?.getText() ?? files.read(uri);
  const world: World = {
    engine: () => (engine ??= host.openEngine()),
    documents,
    gone: new Set(),
    folders,
    settings: new SettingsCache(connection, client.configuration),
    policies: new Policies(read),
    words: new ProjectWords(read),
    created: new CreatedNames((top) => locationsBelow(files, top), read, pathIn),
    shown: new ShownWords(
      (top) => locationsBelow(files, top),
      read,
      () => wordsToShow(world.engine().database),
    ),
    today: host.today,
    report: (problem) => connection.console.error(problem),
  };
  return { connection, client, world, files, analyses: new Analyses(world), exceptions: new ExceptionUse() };
}

/** All files of a folder, however many: other messages are let in as it goes. */
async function* locationsBelow(files: WorkspaceFiles, folder: string): AsyncGenerator<string> {
  for await (const found of inTurns(files.find(folder))) if (!('skipped' in found)) yield canonical(found.uri);
}

function capabilitiesFor({ options, pullsDiagnostics }: Client): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    notebookDocumentSync: {
      notebookSelector: [{ notebook: NOTEBOOKS.type, cells: NOTEBOOKS.languages.map((language) => ({ language })) }],
    },
    ...(pullsDiagnostics
      ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    hoverProvider: true,
    completionProvider: {},
    codeActionProvider: { codeActionKinds: ['quickfix'] },
    inlayHintProvider: true,
    // clients that know the commands bring their own
    ...(options.commands ? {} : { executeCommandProvider: { commands: [COMMANDS.checkWorkspace] } }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** Whatever changes besides the texts: settings, folders, policy files and the files that notices stand in. */
function watch({ analyses, client, connection, world }: Server, diagnostics: Diagnostics): void {
  const changed = () => {
    analyses.forgetSituations();
    diagnostics.refresh();
    if (client.refreshesInlayHints) void connection.languages.inlayHint.refresh();
  };
  let typing: ReturnType<typeof setTimeout> | undefined;
  /** A page may show the words that a licence wants: it is read again, and only if that makes a difference is anything else. */
  const pagesChanged = async (uris: readonly string[]) => {
    if (await world.shown.refresh(uris.map(canonical), (uri) => world.gone.has(uri))) changed();
  };
  const projectChanged = () => {
    world.policies.forget();
    world.words.forget();
    world.created.forget();
    world.shown.forget();
    changed();
  };
  const filesChanged = (uris: readonly string[]) => {
    if (uris.some((uri) => uri.endsWith(`/${IGNORE_FILE}`) && !isInstalled(uri))) return projectChanged();
    pagesChanged(uris).catch((error: unknown) => world.report(String(error)));
    const hasCommands = uris.some(mayCreate);
    if (hasCommands) world.created.forget();
    else if (!uris.some((uri) => isPolicyFile(uri) || (isNoticeFile(uri) && !isInstalled(uri)))) return;
    clearTimeout(typing);
    world.policies.forget();
    world.words.forget();
    changed();
  };
  /** A policy counts as it is typed. A README is long, and seldom typed for the sake of a notice. */
  const textChanged = (uri: string) => {
    if (isPolicyFile(uri)) filesChanged([uri]);
    else if (isNoticeFile(uri)) {
      clearTimeout(typing);
      typing = setTimeout(() => filesChanged([uri]), PAUSE);
    }
  };
  connection.onInitialized(() => {
    if (client.registersConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: SOURCE });
    }
    if (client.registersWatchers) {
      const globs = [
        `**/${POLICY_FILE}`,
        `**/{${NOTICE_FILES.join(',')}}`,
        ...COMMAND_FILES,
        SHOWN_FILES,
        `**/${IGNORE_FILE}`,
      ];
      const watchers = globs.map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (client.folders) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        world.folders.change(event);
        projectChanged();
      });
    }
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    world.settings.changed(settings);
    changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { type, uri } of changes) {
      if (type === FileChangeType.Deleted) world.gone.add(canonical(uri));
      else world.gone.delete(canonical(uri));
    }
    filesChanged(changes.map(({ uri }) => uri));
  });
  // an editor's unsaved text counts, too
  world.documents.onDidChangeContent(({ document }) => {
    world.gone.delete(canonical(document.uri));
    textChanged(document.uri);
  });
  world.documents.onDidClose(({ document }) => {
    analyses.close(document.uri);
    filesChanged([document.uri]);
  });
}
