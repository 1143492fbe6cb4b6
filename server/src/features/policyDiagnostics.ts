/** What is wrong in an open policy file, at its place. */
import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { visible } from '../escape.ts';
import { expiredExceptions } from '../terms/index.ts';
import { readPolicy } from '../terms/policy/index.ts';
import type { Severity } from '../terms/types.ts';
import { LSP_SEVERITY, SOURCE } from './severities.ts';

/** `today`: YYYY-MM-DD; exceptions that ran out before it are told of. */
export function policyDiagnostics(document: TextDocument, today: string): Diagnostic[] {
  const { policy, problems } = readPolicy(document.getText());
  const at = (span: { start: number; end: number } | undefined, severity: Severity, message: string): Diagnostic => ({
    range: { start: document.positionAt(span?.start ?? 0), end: document.positionAt(span?.end ?? 0) },
    severity: LSP_SEVERITY[severity],
    source: SOURCE,
    message: visible(message),
  });
  return [
    ...problems.map(({ message, severity, span }) => at(span, severity, message)),
    ...expiredExceptions(policy, today).map(({ finding, span }) => ({
      ...at(span, finding.severity, finding.message),
      code: finding.rule,
    })),
  ];
}
