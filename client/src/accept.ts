/** "Accept … with a reason": asks for the reason; the server writes the exception into the policy file, which is saved. */
import * as vscode from 'vscode';
import {
  type AcceptArguments,
  type AcceptParams,
  METHODS,
  type PolicyAnswer,
} from '../../server/src/features/protocol.ts';
import { finish } from './policyFile.ts';
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
  await finish(await session.request<PolicyAnswer>(METHODS.accept, params));
}
