/** Where a command is meant to act, and how it speaks to the user. */
import * as vscode from 'vscode';
import type { DocumentPlace } from '../../server/src/features/protocol.ts';

/** The place a code action names, or the cursor. */
export function placeOf(argument: unknown): DocumentPlace | undefined {
  const given = argument as Partial<DocumentPlace> | undefined;
  if (typeof given?.uri === 'string' && given.position) return { uri: given.uri, position: given.position };
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

/** Says that there is nothing to act on. */
export function sayNoReference(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('There is no model reference at the cursor. Put the cursor on one and try again.'),
  );
}

/** Notifications make links of `[text](address)`; a text from elsewhere must not. */
export const plain = (text: string): string => text.replaceAll('](', '] (');
