/** Diagnostics: one for each reference that has a finding, asked for by the client (pull) or sent to it (push). */
import type { License } from '@modelterms/licenses-db';
import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { summarise } from '../terms/index.ts';
import type { Finding, Policy } from '../terms/types.ts';
import { isPolicyFile } from '../workspace/policies.ts';
import type { Analysis } from './analyses.ts';
import { canonical } from './folders.ts';
import { policyDiagnostics } from './policyDiagnostics.ts';
import { METHODS, type PlainSeverity, type StatusParams } from './protocol.ts';
import type { Server } from './server.ts';
import { LSP_SEVERITY, SOURCE } from './severities.ts';
import { afterWaitingMessages } from './turns.ts';

/** Milliseconds; however long an analysis takes, a pause in typing shows its outcome. */
const LONGEST_DELAY = 300;

/** What a diagnostic carries for whoever makes fixes of it. */
export interface DiagnosticData {
  /** Canonical id of the model. */
  readonly id: string;
  /** Every rule that speaks, worst first. */
  readonly rules: readonly string[];
}

/** Where a finding's rule, or else the licence's text, can be read. */
export function pageOf(
  finding: Finding,
  rulePages: string | undefined,
  license: (id: string) => License | undefined,
): string | undefined {
  if (rulePages !== undefined) return rulePages + finding.rule;
  const { documents } = (finding.license && license(finding.license)) || {};
  return documents?.[finding.document ?? 'license']?.url ?? documents?.license?.url;
}

export function diagnosticsOf(analysis: Analysis, server: Server): Diagnostic[] {
  const make = (finding: Finding, message: string, range: Diagnostic['range']): Diagnostic => {
    const href = pageOf(finding, server.client.options.rulePages, server.world.engine().database.license);
    const related = server.client.related ? (finding.related ?? []) : [];
    return {
      range,
      severity: LSP_SEVERITY[finding.severity],
      code: finding.rule,
      ...(href === undefined ? {} : { codeDescription: { href } }),
      source: SOURCE,
      message: visible(message),
      ...(related.length > 0
        ? {
            relatedInformation: related.map(({ message: text, span }) => ({
              location: { uri: analysis.uri, range: analysis.rangeOf(span) },
              message: visible(text),
            })),
          }
        : {}),
    };
  };
  const ofReferences = analysis.references.flatMap((reference) => {
    const [worst] = reference.findings;
    if (!worst) return [];
    const data: DiagnosticData = { id: reference.model.id, rules: reference.findings.map(({ rule }) => rule) };
    return [{ ...make(worst, summarise(reference, reference.model), reference.range), data }];
  });
  const ofDocument = analysis.checked.remarks.map(({ finding, span }) =>
    make(finding, finding.message, analysis.rangeOf(span)),
  );
  return [...ofReferences, ...ofDocument, ...noticeOf(analysis)];
}

/** Says at the head of a file that it was not read to its end. */
function noticeOf({ checked }: Analysis): Diagnostic[] {
  if (checked.notice === undefined) return [];
  const start = { line: 0, character: 0 };
  const message = t('ModelTerms did not read all of this file: {0}', checked.notice);
  return [{ range: { start, end: start }, severity: DiagnosticSeverity.Hint, source: SOURCE, message }];
}

const SEVERITIES: readonly PlainSeverity[] = ['error', 'warning', 'information', 'hint'];

export class Diagnostics {
  /** What each document's last report said, and its name; an equal report keeps the name. */
  private readonly reports = new Map<string, { readonly id: string; readonly json: string }>();
  private count = 0;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** How long each document's last analysis took, in milliseconds. */
  private readonly costs = new Map<string, number>();

  constructor(private readonly server: Server) {
    const { client, connection, world } = server;
    if (client.pullsDiagnostics) {
      connection.languages.diagnostics.on(async ({ previousResultId, textDocument }, token) => {
        await afterWaitingMessages();
        if (token.isCancellationRequested) {
          return new ResponseError<{ retriggerRequest: boolean }>(LSPErrorCodes.RequestCancelled, 'cancelled');
        }
        return this.report(textDocument.uri, previousResultId);
      });
    } else {
      world.documents.onDidChangeContent(({ document }) => this.schedule(document.uri));
    }
    world.documents.onDidClose(({ document }) => this.close(document.uri));
  }

  /** Something besides the texts has changed: every open document is looked at anew. */
  refresh(): void {
    const { client, connection, world } = this.server;
    if (!client.pullsDiagnostics) for (const uri of world.documents.keys()) this.schedule(uri);
    else if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
  }

  /** The diagnostics of an open document; none where it is not open. */
  async of(uri: string): Promise<Diagnostic[]> {
    const { analyses, client, connection, exceptions, world } = this.server;
    const document = world.documents.get(uri);
    if (document && isPolicyFile(canonical(uri))) {
      const unusedOf = (policy: Policy) => exceptions.unusedOf(canonical(uri), policy);
      return policyDiagnostics(document, world.today(), unusedOf, client.options.rulePages);
    }
    const analysis = await analyses.of(uri);
    if (!analysis) return [];
    for (const { assessment } of analysis.references) {
      const silencing = assessment.suppressed.map(({ by }) => by);
      exceptions.needed(exceptions.keysUsed(analysis.situation.policy.file, silencing));
    }
    const items = diagnosticsOf(analysis, this.server);
    if (client.options.commands) {
      const shown = new Set(items.map(({ severity }) => severity));
      const worst = SEVERITIES.find((severity) => shown.has(LSP_SEVERITY[severity])) ?? null;
      const status: StatusParams = { uri, references: analysis.references.length, worst };
      void connection.sendNotification(METHODS.status, status);
    }
    return items;
  }

  private async report(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const items = await this.of(uri);
    const json = JSON.stringify(items);
    let report = this.reports.get(uri);
    if (report?.json !== json) {
      report = { id: String(++this.count), json };
      this.reports.set(uri, report);
    }
    return report.id === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: report.id, items };
  }

  /**
   * Sends diagnostics when typing pauses for as long as two analyses take: at once for small documents, and no more than a
   * third of the time is spent on large ones.
   */
  private schedule(uri: string): void {
    clearTimeout(this.timers.get(uri));
    const delay = Math.min(LONGEST_DELAY, 2 * (this.costs.get(uri) ?? 0));
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        void this.push(uri);
      }, delay),
    );
  }

  private async push(uri: string): Promise<void> {
    const { connection, world } = this.server;
    const start = performance.now();
    const diagnostics = await this.of(uri);
    this.costs.set(uri, performance.now() - start);
    const version = world.documents.get(uri)?.version;
    // a newer text has its own turn coming
    if (version !== undefined && !this.timers.has(uri)) {
      await connection.sendDiagnostics({ uri, version, diagnostics });
    }
  }

  private close(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.costs.delete(uri);
    this.reports.delete(uri);
    if (!this.server.client.pullsDiagnostics) void this.server.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
