/** "Check Workspace": every file, open or not, with progress; what is found stands among the Problems. */
import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import { type CheckWorkspaceAnswer, type CheckWorkspaceParams, METHODS } from '../../server/src/features/protocol.ts';
import { plain } from './place.ts';
import type { Session } from './session.ts';

let checks = 0;

/** Returns the outcome; undefined where the user stopped it. */
export async function checkWorkspace(session: Session): Promise<CheckWorkspaceAnswer | undefined> {
  const answer = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking model references'),
      cancellable: true,
    },
    async (progress, token) => {
      const params: CheckWorkspaceParams = { workDoneToken: `modelterms-check-${++checks}` };
      const listening = session.running?.onProgress(WorkDoneProgress.type, params.workDoneToken as string, (step) => {
        if (step.kind === 'report' && step.message) progress.report({ message: plain(step.message) });
      });
      try {
        const checked = await session.request<CheckWorkspaceAnswer>(METHODS.checkWorkspace, params, token);
        return token.isCancellationRequested ? undefined : checked;
      } finally {
        listening?.dispose();
      }
    },
  );
  if (!answer) return undefined;
  if (Object.values(answer.findings).some((count) => count > 0)) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
  void vscode.window.showInformationMessage(plain(answer.summary));
  return answer;
}
