/** "Check Workspace": every file, open or not, with progress; what is found stands among the Problems. */
import * as vscode from 'vscode';
import { type CheckWorkspaceAnswer, METHODS } from '../../server/src/features/protocol.ts';
import { plain } from './place.ts';
import { requestWithProgress } from './progress.ts';
import type { Session } from './session.ts';

/** Returns the outcome; undefined where the user stopped it. */
export async function checkWorkspace(session: Session): Promise<CheckWorkspaceAnswer | undefined> {
  const title = vscode.l10n.t('Checking model references');
  const answer = await requestWithProgress<CheckWorkspaceAnswer>(session, title, METHODS.checkWorkspace, {});
  if (!answer) return undefined;
  if (Object.values(answer.findings).some((count) => count > 0)) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
  void vscode.window.showInformationMessage(plain(answer.summary));
  return answer;
}
