/** Severities as the protocol numbers them, and the name under which this server speaks. */
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Severity } from '../terms/types.ts';
import type { PlainSeverity } from './protocol.ts';

export const SOURCE = 'modelterms';

export const LSP_SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const PLAIN_SEVERITY: Readonly<Record<DiagnosticSeverity, PlainSeverity>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};
