/** Workspace edits in the form that the client understands. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './client.ts';
import { canonical } from './folders.ts';
import type { Server } from './server.ts';

/** Edits of one document. `version` null: the document is not open. */
export function documentEdit(client: Client, uri: string, version: number | null, edits: TextEdit[]): WorkspaceEdit {
  return client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

/** A file as it stands: what an editor holds of it goes before what the file system does. */
export interface CurrentFile {
  readonly uri: string;
  readonly version: number | null;
  /** Undefined where it does not exist. */
  readonly text: string | undefined;
}

export async function currentFile(server: Pick<Server, 'world' | 'files'>, uri: string): Promise<CurrentFile> {
  const open = openDocument(server, uri);
  if (open) return { uri: open.uri, version: open.version, text: open.getText() };
  return { uri, version: null, text: await server.files.read(uri) };
}

/** The open document behind a URI, however the client spells it; undefined where its file was deleted. */
export function openDocument({ world }: Pick<Server, 'world'>, uri: string): TextDocument | undefined {
  const at = canonical(uri);
  if (world.gone.has(at)) return undefined;
  return world.documents.get(uri) ?? world.documents.all().find((document) => canonical(document.uri) === at);
}

/** What is open of each file, by its place: the document itself, or the cells of a notebook. */
export function openByPlace({ world }: Pick<Server, 'world'>): ReadonlyMap<string, readonly TextDocument[]> {
  const all = new Map<string, TextDocument[]>();
  for (const document of world.documents.all()) {
    const place = world.folders.place(document.uri);
    all.set(place, [...(all.get(place) ?? []), document]);
  }
  return all;
}

/**
 * Makes `text` of a file with the smallest single replacement; the file is created where it does not exist. Undefined where
 * the client cannot do that in an edit.
 */
export function rewriteFile(client: Client, file: CurrentFile, text: string): WorkspaceEdit | undefined {
  const { uri, version } = file;
  if (file.text !== undefined) return documentEdit(client, uri, version, [difference(file.text, text)]);
  if (!client.createsFiles) return undefined;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
}

/** One edit that makes `after` of `before`, as short as their common start and end allow. */
export function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const document = TextDocument.create('', '', 0, before);
  return {
    range: { start: document.positionAt(start), end: document.positionAt(before.length - end) },
    newText: after.slice(start, after.length - end),
  };
}
