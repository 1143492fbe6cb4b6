/** What the server may read besides open documents; given by the host (Node's file system, or a client's answers). */
export interface WorkspaceFiles {
  /** Text of a file inside a workspace folder; undefined where there is none, or it is none of the workspace's. */
  read(uri: string): Promise<string | undefined>;
  /** Files of a workspace folder that are worth reading, and what is left out. */
  find(folder: string): AsyncIterable<FoundUri | SkippedUri> | Iterable<FoundUri | SkippedUri>;
}

export interface FoundUri {
  readonly uri: string;
}

export interface SkippedUri {
  readonly uri: string;
  /** Why, for people. */
  readonly skipped: string;
}

/** A host that has no files: only open documents count. */
export const NO_FILES: WorkspaceFiles = { read: async () => undefined, find: () => [] };

/** Asks `own` for what lies under `scheme` (with its colon), and `others` for the rest. */
export function byScheme(scheme: string, own: WorkspaceFiles, others: WorkspaceFiles): WorkspaceFiles {
  const filesOf = (uri: string) => (uri.startsWith(scheme) ? own : others);
  return { read: (uri) => filesOf(uri).read(uri), find: (folder) => filesOf(folder).find(folder) };
}

/** Names what of a folder is none of the project's. */
export const IGNORE_FILE = '.gitignore';

/** Whether a file belongs to an installed package, which says nothing of the project. */
export const isInstalled = (location: string): boolean => /\/(?:node_modules|bower_components|\.venv)\//.test(location);

/** The folder a file or folder lies in; `/` separates, as in URIs. */
const parentOf = (location: string): string => location.slice(0, Math.max(0, location.lastIndexOf('/')));

/** Folders from the one a file lies in up to `top`, both included; none where the file is not under `top`. */
export function foldersUp(file: string, top: string): string[] {
  const folders: string[] = [];
  for (let at = parentOf(file); at === top || at.startsWith(`${top}/`); at = parentOf(at)) folders.push(at);
  return folders;
}
