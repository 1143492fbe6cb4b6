/** The workspace's folders, which may come and go. */
import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';

/** One spelling for each URI: clients differ in what they percent-encode. */
export function canonical(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

export class Folders {
  private uris: string[];

  /**
   * The folders a client names; a client too old for several still names one root, or none.
   * `notebookOf`: the notebook whose cell a document is.
   */
  constructor(
    { workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>,
    private readonly notebookOf: (uri: string) => string | undefined = () => undefined,
  ) {
    this.uris = (workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])).map(folderUri);
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => folderUri(uri)));
    const rest = this.uris.filter((uri) => !gone.has(uri));
    this.uris = [...new Set([...rest, ...added.map(({ uri }) => folderUri(uri))])];
  }

  /** Canonical, without a slash at the end. */
  all(): readonly string[] {
    return this.uris;
  }

  /** The canonical URI of the file that a document is, or is a cell of. */
  place(uri: string): string {
    return canonical(this.notebookOf(uri) ?? uri);
  }

  /** The innermost folder that holds a document; undefined for files outside and for untitled ones. */
  of(uri: string): string | undefined {
    const at = this.place(uri);
    let best: string | undefined;
    for (const folder of this.uris) {
      if (at.startsWith(`${folder}/`) && folder.length > (best?.length ?? -1)) best = folder;
    }
    return best;
  }

  /** Path relative to the document's folder, `/` as separator, decoded; the bare name outside of any. */
  pathOf(uri: string): string {
    const folder = this.of(uri);
    const at = this.place(uri);
    const path = folder === undefined ? at.slice(at.search(/[^/:]*$/)) : at.slice(folder.length + 1);
    return decoded(path);
  }
}

const folderUri = (uri: string) => canonical(uri).replace(/\/$/, '');

/** The path that a URI names, as somebody would write it in a command: `/home/me/My bot/Modelfile`. */
export const pathIn = (uri: string): string => decoded(uri.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, ''));

/** A URI's path for people and globs. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
