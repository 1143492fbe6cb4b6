/** Which documents the server is told of. */
import * as vscode from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';
import { NOTEBOOKS } from '../../server/src/features/protocol.ts';
import { LANGUAGES } from './languages.ts';

/**
 * The schemes that documents of the user's come from. Not every one: our own pages, output channels and the old sides of
 * comparisons are documents, too.
 */
export function userSchemes(): ReadonlySet<string> {
  const ofFolders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return new Set(['file', 'untitled', ...ofFolders]);
}

/** Files without a language are told of as well: the server knows by their names, or their first lines, what they are. */
export function documentSelector(): DocumentSelector {
  return [...userSchemes()].flatMap((scheme) => [
    ...[...LANGUAGES, 'plaintext'].map((language) => ({ scheme, language })),
    ...NOTEBOOKS.languages.map((language) => ({ notebook: { notebookType: NOTEBOOKS.type, scheme }, language })),
  ]);
}
