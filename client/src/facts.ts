/** Puts the server's questions about the project: "Tell ModelTerms: …" and the way to a first policy file. */
import * as vscode from 'vscode';
import {
  type CreatePolicyParams,
  type FactQuestion,
  type FactValue,
  METHODS,
  type PolicyAnswer,
  type SetFactParams,
  type TellArguments,
} from '../../server/src/features/protocol.ts';
import { READERS } from './answers.ts';
import { finish } from './policyFile.ts';
import type { Session } from './session.ts';

/** Asks one of the questions, and has the answer written into the policy file, which is saved. */
export async function tell(session: Session, { questions, uri }: TellArguments): Promise<void> {
  const question = questions.length > 1 ? await choose(questions) : questions[0];
  if (!question) return;
  const value = await ask(question, question.question);
  if (value === undefined || typeof value === 'symbol') return;
  const params: SetFactParams = { uri, fact: question.fact, value };
  await finish(await session.request<PolicyAnswer>(METHODS.setFact, params));
}

/** Asks a few questions, each of which can be skipped, writes the file and opens it. Never writes over one. */
export async function createPolicy(session: Session): Promise<vscode.Uri | undefined> {
  const folder = await chooseFolder();
  if (!folder) return undefined;
  const file = vscode.Uri.joinPath(folder, '.modelterms.yaml');
  if (await exists(file)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is a policy file already. It is left as it is.'));
    await vscode.window.showTextDocument(file);
    return file;
  }
  const usage = await interview(await session.request<readonly FactQuestion[]>(METHODS.policyQuestions, undefined));
  if (!usage) return undefined;
  const params: CreatePolicyParams = { folder: folder.toString(), usage };
  const document = await finish(await session.request<PolicyAnswer>(METHODS.createPolicy, params));
  if (document) await vscode.window.showTextDocument(document);
  return document?.uri;
}

/** The answers by fact; undefined where the user turned back. */
async function interview(questions: readonly FactQuestion[]): Promise<Record<string, FactValue> | undefined> {
  const usage: Record<string, FactValue> = {};
  for (const [i, question] of questions.entries()) {
    const title = vscode.l10n.t('Create policy file ({0} of {1}): {2}', i + 1, questions.length, question.question);
    const value = await ask(question, title, true);
    if (value === undefined) return undefined;
    if (value === ALL_SKIPPED) break;
    if (value !== SKIPPED) usage[question.fact] = value;
  }
  return usage;
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('A policy file belongs to a folder. Open one and try again.'),
    );
  }
  if (folders.length < 2) return folders[0]?.uri;
  const placeHolder = vscode.l10n.t('The folder whose models the policy is about');
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}

const exists = async (file: vscode.Uri): Promise<boolean> => {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
};

const SKIPPED = Symbol('skipped');
const ALL_SKIPPED = Symbol('all skipped');
type Skip = typeof SKIPPED | typeof ALL_SKIPPED;
type Item<T> = vscode.QuickPickItem & { readonly value: T };

async function choose(questions: readonly FactQuestion[]): Promise<FactQuestion | undefined> {
  const items = questions.map((value) => ({ label: value.question, detail: value.help, value }));
  const title = vscode.l10n.t('Tell ModelTerms about this project');
  return (await vscode.window.showQuickPick<Item<FactQuestion>>(items, { title, matchOnDetail: true }))?.value;
}

/** The answer; undefined where the user turned back. `skippable`: the user may pass on to the next question. */
async function ask(question: FactQuestion, title: string, skippable = false): Promise<FactValue | Skip | undefined> {
  if (question.kind === 'yes-no') return askYesNo(question, title, skippable);
  return question.options ? askWords(question, question.options, title) : askText(question, title, skippable);
}

async function askYesNo(
  { help }: FactQuestion,
  title: string,
  skippable: boolean,
): Promise<boolean | Skip | undefined> {
  const answers: Item<boolean | Skip>[] = [
    { label: vscode.l10n.t('Yes'), value: true },
    { label: vscode.l10n.t('No'), value: false },
  ];
  if (skippable) {
    answers.push(
      { label: vscode.l10n.t('Skip'), description: vscode.l10n.t('it stays a comment in the file'), value: SKIPPED },
      { label: vscode.l10n.t('Skip the rest'), value: ALL_SKIPPED },
    );
  }
  return (await vscode.window.showQuickPick(answers, { title, placeHolder: help, ignoreFocusOut: true }))?.value;
}

async function askWords(
  { help }: FactQuestion,
  options: NonNullable<FactQuestion['options']>,
  title: string,
): Promise<readonly string[] | typeof SKIPPED | undefined> {
  const items = options.map(({ label, named, value }) => ({
    label,
    value,
    ...(named ? { description: vscode.l10n.t('named in the licence') } : {}),
  }));
  const options_ = { title, placeHolder: help, canPickMany: true, ignoreFocusOut: true } as const;
  const chosen = await vscode.window.showQuickPick<Item<string>>(items, options_);
  if (!chosen) return undefined;
  return chosen.length > 0 ? chosen.map(({ value }) => value) : SKIPPED;
}

async function askText(
  { example, help, kind }: FactQuestion,
  title: string,
  skippable: boolean,
): Promise<FactValue | Skip | undefined> {
  const read = READERS[kind as keyof typeof READERS];
  const typed = await vscode.window.showInputBox({
    title,
    prompt: skippable ? vscode.l10n.t('{0} Leave it empty to skip it.', help) : help,
    ...(example === undefined ? {} : { placeHolder: example }),
    ignoreFocusOut: true,
    validateInput: (text) => {
      if (text.trim() === '') return skippable ? undefined : vscode.l10n.t('For example: {0}', example ?? '');
      return read(text) === undefined
        ? vscode.l10n.t('This is not understood. For example: {0}', example ?? '')
        : undefined;
    },
  });
  if (typed === undefined) return undefined;
  return typed.trim() === '' ? SKIPPED : read(typed);
}
