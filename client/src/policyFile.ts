/** What follows an edit of a policy file by the server: it is saved, or the user is told why it could not be made. */
import * as vscode from 'vscode';
import type { PolicyAnswer } from '../../server/src/features/protocol.ts';
import { plain } from './place.ts';

/** The saved file; undefined where it was not edited. */
export async function finish({ applied, policy, problem }: PolicyAnswer): Promise<vscode.TextDocument | undefined> {
  if (!applied || policy === undefined) {
    const why = plain(problem ?? '');
    void vscode.window.showErrorMessage(vscode.l10n.t('The policy file could not be edited: {0}', why));
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(policy));
  await document.save();
  return document;
}
