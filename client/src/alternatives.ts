/** "Suggest Open Alternatives": a list to choose a replacement from. */
import * as vscode from 'vscode';
import { type AlternativesAnswer, METHODS, type PlainAlternative } from '../../server/src/features/protocol.ts';
import { placeOf } from './place.ts';
import { replaceAll } from './replaceAll.ts';
import type { Session } from './session.ts';

interface Choice extends vscode.QuickPickItem {
  readonly replacement: string;
}

export async function showAlternatives(session: Session, argument: unknown): Promise<void> {
  const place = placeOf(argument);
  const answer = place && (await session.request<AlternativesAnswer | null>(METHODS.alternatives, place));
  if (!answer) return offerMore(session);
  if (answer.alternatives.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No model that is more open and does the same is known.'));
    return;
  }
  const choice = await vscode.window.showQuickPick(answer.alternatives.map(choiceOf), {
    title: vscode.l10n.t('Open alternatives to {0}', answer.text),
    placeHolder: vscode.l10n.t('Choose what to write instead'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (choice) await replace(answer, choice.replacement);
}

/** Nothing is at the cursor: there may be something around it. */
async function offerMore(session: Session): Promise<void> {
  const inFile = vscode.l10n.t('In This File');
  const inWorkspace = vscode.l10n.t('In the Workspace');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('There is no model reference at the cursor. Look for open alternatives elsewhere?'),
    ...(vscode.window.activeTextEditor ? [inFile] : []),
    inWorkspace,
  );
  if (chosen !== undefined) await replaceAll(session, chosen === inFile ? 'file' : 'workspace');
}

function choiceOf(alternative: PlainAlternative): Choice {
  const { context, licenseName, losses, opennessLabel, parameters, replacement, why } = alternative;
  const facts = [opennessLabel, licenseName, sizeOf(parameters), ...(context ? [contextOf(context)] : [])];
  const given = losses.length > 0 ? [vscode.l10n.t('given up: {0}', losses.join(', '))] : [];
  return { label: replacement, description: facts.join(' · '), detail: [why, ...given].join(' · '), replacement };
}

/** `parameters`: billions. */
const sizeOf = (parameters: number): string =>
  parameters >= 1 ? `${+parameters.toPrecision(3)}B` : `${Math.round(parameters * 1000)}M`;

/** `context`: tokens. */
const contextOf = (context: number): string => vscode.l10n.t('{0}k context', Math.round(context / 1024));

async function replace({ range, uri, version }: AlternativesAnswer, replacement: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (document.version !== version) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The document has changed in the meantime; nothing was replaced.'),
    );
    return;
  }
  const { start, end } = range;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), replacement);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}
