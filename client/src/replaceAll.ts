/**
 * "Suggest Open Alternatives" for a file or the whole workspace: every replacement in one refactoring, which VS Code shows
 * beforehand as differences, each of which can be left out.
 */
import * as vscode from 'vscode';
import {
  METHODS,
  type PlainReplacement,
  type ReplacementsAnswer,
  type ReplacementsParams,
} from '../../server/src/features/protocol.ts';
import { requestWithProgress } from './progress.ts';
import type { Session } from './session.ts';

export type Scope = 'file' | 'workspace';

/** How many replacements were shown; undefined where the user turned back before that. */
export async function replaceAll(session: Session, scope: Scope): Promise<number | undefined> {
  const answer = await ANSWERS[scope](session);
  if (!answer) return undefined;
  const { replacements } = answer;
  if (replacements.length === 0) {
    sayNothing(answer, scope);
    return 0;
  }
  if (isOutdated(replacements)) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Documents have changed in the meantime; nothing was replaced.'),
    );
    return undefined;
  }
  await vscode.workspace.applyEdit(editOf(replacements), { isRefactoring: true });
  return replacements.length;
}

const ANSWERS: Readonly<Record<Scope, (session: Session) => Thenable<ReplacementsAnswer | undefined>>> = {
  file(session) {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    if (uri === undefined) throw new Error(vscode.l10n.t('Open a file first.'));
    const params: ReplacementsParams = { uri };
    return session.request<ReplacementsAnswer>(METHODS.replacements, params);
  },
  workspace: (session) =>
    requestWithProgress(session, vscode.l10n.t('Looking for open alternatives'), METHODS.replacements, {}),
};

function sayNothing({ files, references }: ReplacementsAnswer, scope: Scope): void {
  const message =
    references > 0
      ? vscode.l10n.t(
          'Nothing to replace: each of the {0} model references here is open already, accepted, or has no stand-in that is known.',
          references,
        )
      : scope === 'file'
        ? vscode.l10n.t('This file names no models.')
        : vscode.l10n.t('None of the {0} files of this workspace names a model.', files);
  void vscode.window.showInformationMessage(message);
}

/** Whether a document is no longer what the server looked at. */
const isOutdated = (replacements: readonly PlainReplacement[]): boolean =>
  replacements.some(({ uri, version }) => {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === parsed(uri).toString());
    return version === null ? open?.isDirty === true : open?.version !== version;
  });

const parsed = (uri: string) => vscode.Uri.parse(uri);

function editOf(replacements: readonly PlainReplacement[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  // VS Code shows a refactoring beforehand if a part of it needs confirming, and unticks that part. So that every replacement
  // starts out ticked, the part is one that does nothing: "create, unless it exists" for what does.
  const there = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (there) edit.createFile(there, { ignoreIfExists: true }, { label: '', needsConfirmation: true });
  for (const { description, label, range, replacement, uri } of replacements) {
    const { end, start } = range;
    edit.replace(parsed(uri), new vscode.Range(start.line, start.character, end.line, end.character), replacement, {
      label,
      description,
      needsConfirmation: !there,
    });
  }
  return edit;
}
