/** Quick fixes: whoever has one for a rule, in the order in which they are offered. */
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { accept } from './actions/accept.ts';
import type { ActionProvider } from './actions/action.ts';
import { ofFinding } from './actions/finding.ts';
import { ignoreHere } from './actions/ignoreHere.ts';
import { replace } from './actions/replace.ts';
import { showAlternatives } from './actions/showAlternatives.ts';
import { tell } from './actions/tell.ts';
import { type AnalysedReference, type Analysis, referencesIn } from './analyses.ts';
import type { Server } from './server.ts';
import { SOURCE } from './severities.ts';
import { afterWaitingMessages } from './turns.ts';

const PROVIDERS: readonly ActionProvider[] = [ofFinding, replace, showAlternatives, tell, accept, ignoreHere];

export function registerCodeActions(server: Server): void {
  server.connection.onCodeAction(async ({ context, range, textDocument }, token) => {
    const { diagnostics, only } = context;
    if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
    await afterWaitingMessages();
    if (token.isCancellationRequested) return [];
    const analysis = await server.analyses.of(textDocument.uri);
    if (!analysis) return [];
    const actions: CodeAction[] = [];
    for (const reference of referencesIn(analysis, range)) {
      if (token.isCancellationRequested) return [];
      actions.push(...(await actionsFor(reference, analysis, diagnostics, server)));
    }
    return actions;
  });
}

async function actionsFor(
  reference: AnalysedReference,
  analysis: Analysis,
  all: readonly Diagnostic[],
  server: Server,
): Promise<CodeAction[]> {
  const { line, character } = reference.range.start;
  const diagnostics = all.filter(
    ({ range: { start }, source }) => source === SOURCE && start.line === line && start.character === character,
  );
  const actions: CodeAction[] = [];
  for (const { provide, rules } of PROVIDERS) {
    const findings = reference.findings.filter(({ rule }) => rules?.includes(rule) ?? true);
    if (findings.length === 0) continue;
    for (const fix of await provide({ server, analysis, reference, findings, diagnostics })) {
      actions.push({ ...fix, kind: CodeActionKind.QuickFix, ...(diagnostics.length > 0 ? { diagnostics } : {}) });
    }
  }
  return actions;
}
