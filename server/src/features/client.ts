/** What the client can do, as far as this server cares, read once from its `initialize`. */
import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

export interface Client {
  /** Asks for diagnostics itself; otherwise they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly folders: boolean;
  /** Understands versioned edits and the creation of files in an edit. */
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  readonly markdown: boolean;
  readonly progress: boolean;
  readonly related: boolean;
  readonly options: InitializationOptions;
}

export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace, textDocument, window } = capabilities;
  const edit = workspace?.workspaceEdit;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    documentChanges: edit?.documentChanges === true,
    createsFiles: edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? true,
    progress: window?.workDoneProgress === true,
    related: textDocument?.publishDiagnostics?.relatedInformation === true || relatedInPull(capabilities),
    options: readOptions(initializationOptions),
  };
}

const relatedInPull = (capabilities: InitializeParams['capabilities']): boolean =>
  capabilities.textDocument?.diagnostic?.relatedInformation === true;

/** Whatever a client sends; what does not fit is left out. */
function readOptions(given: unknown): InitializationOptions {
  if (typeof given !== 'object' || given === null) return {};
  const { rulePages, commands, translations, files } = given as Record<string, unknown>;
  return {
    ...(typeof rulePages === 'string' ? { rulePages } : {}),
    ...(Array.isArray(commands) ? { commands: commands.filter((command) => typeof command === 'string') } : {}),
    ...(isTexts(translations) ? { translations } : {}),
    ...(files === true ? { files } : {}),
  };
}

const isTexts = (given: unknown): given is Record<string, string> =>
  typeof given === 'object' && given !== null && Object.values(given).every((text) => typeof text === 'string');
