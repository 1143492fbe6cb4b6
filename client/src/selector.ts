/** Which documents the server is told of. */
import * as vscode from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';
import { NOTEBOOKS } from '../../server/src/features/protocol.ts';
import { LANGUAGES } from './languages.ts';

/** Files that have no language of their own where no extension brings it. */
const PATTERNS = [
  '**/*.{toml,tf,tfvars,hcl,env,mk,modelfile}',
  '**/{.env,.env.*,.flaskenv,Modelfile,Modelfile.*,*.Modelfile,Makefile,Containerfile,Dockerfile.*}',
  '**/requirements*.txt',
];

/**
 * The schemes that documents of the user's come from. Not every one: our own pages, output channels and the old sides of
 * comparisons are documents, too.
 */
export function userSchemes(): ReadonlySet<string> {
  const ofFolders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return new Set(['file', 'untitled', ...ofFolders]);
}

export function documentSelector(): DocumentSelector {
  return [...userSchemes()].flatMap((scheme) => [
    ...LANGUAGES.map((language) => ({ scheme, language })),
    ...PATTERNS.map((pattern) => ({ scheme, language: 'plaintext', pattern })),
    ...NOTEBOOKS.languages.map((language) => ({ notebook: { notebookType: NOTEBOOKS.type, scheme }, language })),
  ]);
}
