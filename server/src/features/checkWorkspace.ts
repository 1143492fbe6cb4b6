/** Checks every file of the workspace, open or not, with progress. Findings in files that are not open are sent as they come. */
import type { CancellationToken, Diagnostic, WorkDoneProgressReporter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { t } from '../l10n.ts';
import type { Policy } from '../terms/types.ts';
import { Tally } from '../workspace/tally.ts';
import type { Analysis } from './analyses.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { eachFile } from './eachFile.ts';
import { currentFile, openByPlace } from './edits.ts';
import { policyDiagnostics } from './policyDiagnostics.ts';
import { type CheckWorkspaceAnswer, type CheckWorkspaceParams, COMMANDS, METHODS } from './protocol.ts';
import type { Server } from './server.ts';
import { PLAIN_SEVERITY } from './severities.ts';
import { afterWaitingMessages } from './turns.ts';

/** One check under way. */
interface Run {
  readonly tally: Tally;
  /** Policies in force somewhere, by their files. */
  readonly inForce: Map<string, Policy>;
  /** The exceptions that had something to silence. */
  readonly used: Set<string>;
}

export class WorkspaceCheck {
  /** Files that are not open and have diagnostics from the last check: as they were sent, by their place. */
  private readonly published = new Map<string, string>();

  /** `changed`: called where the outcome has something to say of open documents. */
  constructor(
    private readonly server: Server,
    private readonly changed: () => void,
  ) {
    const { client, connection, world } = server;
    connection.onRequest(METHODS.checkWorkspace, (params: CheckWorkspaceParams, token) =>
      this.run(connection.window.attachWorkDoneProgress(params.workDoneToken), token),
    );
    if (!client.options.commands) {
      connection.onExecuteCommand(async ({ command }, token) => {
        if (command !== COMMANDS.checkWorkspace) return undefined;
        const progress = client.progress
          ? await connection.window.createWorkDoneProgress()
          : connection.window.attachWorkDoneProgress(undefined);
        return this.run(progress, token);
      });
    }
    // from now on the document's own diagnostics speak
    world.documents.onDidOpen(async ({ document }) => {
      // whose cell it is, is known once its notebook is told of
      await afterWaitingMessages();
      this.clear(world.folders.place(document.uri));
    });
  }

  private async run(progress: WorkDoneProgressReporter, token: CancellationToken): Promise<CheckWorkspaceAnswer> {
    for (const place of this.published.keys()) this.clear(place);
    const run: Run = { tally: new Tally(), inForce: new Map(), used: new Set() };
    const { tally } = run;
    const finished = await eachFile(
      this.server,
      {
        title: t('Checking model references'),
        state: () => tally.summary(),
        skip: () => tally.skipped++,
        visit: (uri, analyses, open) => this.visit(uri, analyses, open, run),
      },
      progress,
      token,
    );
    if (finished) await this.tellOfPolicies(run);
    const { files, findings, references, skipped } = tally;
    return { files, skipped, references, findings: { ...findings }, summary: tally.summary() };
  }

  private async visit(uri: string, analyses: readonly Analysis[], open: boolean, run: Run): Promise<void> {
    const { exceptions } = this.server;
    const { inForce, tally, used } = run;
    tally.files++;
    for (const { checked, references, situation } of analyses) {
      const { file, policy } = situation.policy;
      if (file !== undefined) inForce.set(file, policy);
      tally.references += references.length;
      for (const { assessment, findings } of references) {
        tally.count(findings);
        const silencing = assessment.suppressed.map(({ by }) => by);
        for (const key of exceptions.keysUsed(file, silencing)) used.add(key);
      }
      for (const { finding } of checked.remarks) tally.count([finding]);
    }
    if (open) return;
    const diagnostics = analyses.flatMap((analysis) => diagnosticsOf(analysis, this.server));
    await this.publish(uri, diagnostics);
  }

  /** Their mistakes, and the exceptions that have run out or that nothing needs. */
  private async tellOfPolicies({ inForce, tally, used }: Run): Promise<void> {
    const { client, exceptions, world } = this.server;
    exceptions.checked(inForce, used);
    for (const file of inForce.keys()) {
      const { text, uri, version } = await currentFile(this.server, file);
      if (text === undefined) continue;
      const document = TextDocument.create(uri, '', 0, text);
      const unusedOf = (policy: Policy) => exceptions.unusedOf(file, policy);
      const diagnostics = policyDiagnostics(document, world.today(), unusedOf, client.options.rulePages);
      for (const { severity } of diagnostics) if (severity) tally.count([{ severity: PLAIN_SEVERITY[severity] }]);
      if (version === null) await this.publish(uri, diagnostics);
    }
    this.changed();
  }

  private async publish(uri: string, diagnostics: Diagnostic[]): Promise<void> {
    const place = this.server.world.folders.place(uri);
    // it may have been opened while it was read
    if (diagnostics.length === 0 || openByPlace(this.server).has(place)) return;
    this.published.set(place, uri);
    await this.server.connection.sendDiagnostics({ uri, diagnostics });
  }

  private clear(place: string): void {
    const uri = this.published.get(place);
    if (uri === undefined) return;
    this.published.delete(place);
    void this.server.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
