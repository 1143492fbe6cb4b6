/** What is wrong in a policy file, at its place. */
import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { visible } from '../escape.ts';
import { expiredExceptions, unusedExceptions } from '../terms/index.ts';
import { readPolicy } from '../terms/policy/index.ts';
import type { Policy, PolicyException, Severity } from '../terms/types.ts';
import { LSP_SEVERITY, SOURCE } from './severities.ts';

/**
 * `today`: YYYY-MM-DD; exceptions that ran out before it are told of. `unusedOf`: the exceptions of which it is known that
 * nothing needs them. `rulePages`: where rules' pages open, if the client has a place for them.
 */
export function policyDiagnostics(
  document: TextDocument,
  today: string,
  unusedOf: (policy: Policy) => readonly PolicyException[],
  rulePages?: string,
): Diagnostic[] {
  const { policy, problems } = readPolicy(document.getText());
  const at = (span: { start: number; end: number } | undefined, severity: Severity, message: string): Diagnostic => ({
    range: { start: document.positionAt(span?.start ?? 0), end: document.positionAt(span?.end ?? 0) },
    severity: LSP_SEVERITY[severity],
    source: SOURCE,
    message: visible(message),
  });
  const unused = unusedExceptions({ ...policy, exceptions: unusedOf(policy) }, [], today);
  return [
    ...problems.map(({ message, severity, span }) => at(span, severity, message)),
    ...[...expiredExceptions(policy, today), ...unused].map(({ finding, span }) => ({
      ...at(span, finding.severity, finding.message),
      code: finding.rule,
      ...(rulePages === undefined ? {} : { codeDescription: { href: rulePages + finding.rule } }),
    })),
  ];
}
