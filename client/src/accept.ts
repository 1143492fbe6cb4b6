/** "Accept … with a reason": asks for the reason; the server writes the exception into the policy file, which is saved. */
import * as vscode from 'vscode';
import {
  type AcceptAnswer,
  type AcceptArguments,
  type AcceptParams,
  METHODS,
} from '../../server/src/features/protocol.ts';
import { plain } from './place.ts';
import type { Session } from './session.ts';

export async function accept(session: Session, asked: AcceptArguments): Promise<void> {
  const { model, rules, uri } = asked;
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Accept the terms of {0}', model),
    prompt: vscode.l10n.t('Why is this acceptable here? The reason is kept in .modelterms.yaml.'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('An acceptance needs a reason.') : undefined),
  });
  if (reason === undefined) return;
  const params: AcceptParams = { uri, model, rules, reason: reason.trim() };
  const answer = await session.request<AcceptAnswer>(METHODS.accept, params);
  if (!answer.applied || answer.policy === undefined) {
    const problem = plain(answer.problem ?? '');
    void vscode.window.showErrorMessage(vscode.l10n.t('The policy file could not be edited: {0}', problem));
    return;
  }
  const policy = await vscode.workspace.openTextDocument(vscode.Uri.parse(answer.policy));
  await policy.save();
}
