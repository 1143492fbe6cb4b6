/** Checks every file of the workspace, open or not, with progress. Findings in files that are not open are sent as they come. */
import type {
  CancellationToken,
  WorkDoneProgressReporter,
  WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { t } from '../l10n.ts';
import { textLooksBinary } from '../workspace/binaries.ts';
import { Tally } from '../workspace/tally.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { openDocument } from './edits.ts';
import { type CheckWorkspaceAnswer, type CheckWorkspaceParams, COMMANDS, METHODS } from './protocol.ts';
import { afterWaitingMessages, type Server } from './server.ts';

/** Milliseconds of work after which other messages get their turn. */
const SLICE = 25;

/** The user may cancel where the progress is shown, too. */
const isCancelled = (progress: WorkDoneProgressReporter | WorkDoneProgressServerReporter): boolean =>
  'token' in progress && progress.token.isCancellationRequested;

export class WorkspaceCheck {
  /** Files that are not open and have diagnostics from the last check. */
  private readonly published = new Set<string>();

  constructor(private readonly server: Server) {
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
    world.documents.onDidOpen(({ document }) => this.clear(document.uri));
  }

  private async run(progress: WorkDoneProgressReporter, token: CancellationToken): Promise<CheckWorkspaceAnswer> {
    const { files, world } = this.server;
    for (const uri of this.published) this.clear(uri);
    const tally = new Tally();
    progress.begin(t('Checking model references'), undefined, undefined, true);
    try {
      let sliceEnd = performance.now() + SLICE;
      for (const folder of world.folders.all()) {
        for await (const found of files.find(folder)) {
          if (token.isCancellationRequested || isCancelled(progress)) return this.answer(tally);
          if ('skipped' in found) tally.skipped++;
          else if (world.folders.of(found.uri) === folder) await this.checkFile(found.uri, folder, tally);
          if (performance.now() > sliceEnd) {
            progress.report(tally.summary());
            await afterWaitingMessages();
            sliceEnd = performance.now() + SLICE;
          }
        }
      }
      return this.answer(tally);
    } finally {
      progress.done();
    }
  }

  private async checkFile(uri: string, folder: string, tally: Tally): Promise<void> {
    const { analyses, connection, files } = this.server;
    const open = openDocument(this.server, uri);
    const text = open ? undefined : await files.read(uri);
    let analysis = open && (await analyses.of(open.uri));
    if (text !== undefined) {
      if (textLooksBinary(text)) {
        tally.skipped++;
        return;
      }
      const situation = await analyses.lookAround(uri, folder);
      analysis = analyses.analyse(TextDocument.create(uri, '', 0, text), situation);
    }
    if (!analysis) return;
    tally.files++;
    tally.references += analysis.references.length;
    for (const { findings } of analysis.references) tally.count(findings);
    for (const { finding } of analysis.checked.remarks) tally.count([finding]);
    if (open) return;
    const diagnostics = diagnosticsOf(analysis, this.server);
    if (diagnostics.length === 0) return;
    this.published.add(uri);
    await connection.sendDiagnostics({ uri, diagnostics });
  }

  private clear(uri: string): void {
    if (this.published.delete(uri)) void this.server.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private answer(tally: Tally): CheckWorkspaceAnswer {
    const { files, findings, references, skipped } = tally;
    return { files, skipped, references, findings: { ...findings }, summary: tally.summary() };
  }
}
