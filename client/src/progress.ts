/** A request of ours that takes its time: with progress that can be cancelled. */
import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import { plain } from './place.ts';
import type { Session } from './session.ts';

let requests = 0;

/** The answer; undefined where the user stopped it. `params` get a `workDoneToken`. */
export function requestWithProgress<T>(
  session: Session,
  title: string,
  method: string,
  params: object,
): Thenable<T | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const workDoneToken = `${method}-${++requests}`;
      const listening = session.running?.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
        if (step.kind === 'report' && step.message) progress.report({ message: plain(step.message) });
      });
      try {
        const answer = await session.request<T>(method, { ...params, workDoneToken }, token);
        return token.isCancellationRequested ? undefined : answer;
      } finally {
        listening?.dispose();
      }
    },
  );
}
