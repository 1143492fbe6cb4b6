/** One replacement for every restricted model of a document or of the workspace, for a client to show and apply as one. */
import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { statesThePast } from '../alternatives/writing.ts';
import { t } from '../l10n.ts';
import type { Role } from '../references/types.ts';
import type { AnalysedReference, Analysis } from './analyses.ts';
import { eachFile } from './eachFile.ts';
import { METHODS, type PlainReplacement, type ReplacementsAnswer, type ReplacementsParams } from './protocol.ts';
import { reasonsFor, replacedRange, replacementLabel } from './replacing.ts';
import type { Server } from './server.ts';
import { afterWaitingMessages } from './turns.ts';

/** Where another model would not fit: adapters and merges hang on the very weights, drafts and tokenizers on the model beside them. */
const FIXED: ReadonlySet<Role> = new Set(['adapter', 'merge-input', 'draft', 'tokenizer']);

export function registerReplacements(server: Server): void {
  const { connection } = server;
  connection.onRequest(METHODS.replacements, async ({ uri, workDoneToken }: ReplacementsParams, token) => {
    const progress = connection.window.attachWorkDoneProgress(workDoneToken);
    return uri === undefined ? inWorkspace(server, progress, token) : inDocument(server, uri);
  });
}

async function inDocument(server: Server, uri: string): Promise<ReplacementsAnswer> {
  await afterWaitingMessages();
  const analysis = await server.analyses.of(uri);
  if (!analysis) return { files: 0, references: 0, replacements: [] };
  return {
    files: 1,
    references: analysis.references.length,
    replacements: replacementsIn(server, analysis, analysis.version),
  };
}

async function inWorkspace(
  server: Server,
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
): Promise<ReplacementsAnswer> {
  let files = 0;
  let references = 0;
  const replacements: PlainReplacement[] = [];
  await eachFile(
    server,
    {
      title: t('Looking for open alternatives'),
      state: () => t('{0} files, {1} replacements', files, replacements.length),
      visit(_, analyses, open) {
        files++;
        for (const analysis of analyses) {
          references += analysis.references.length;
          replacements.push(...replacementsIn(server, analysis, open ? analysis.version : null));
        }
      },
    },
    progress,
    token,
  );
  return { files, references, replacements };
}

/** `version`: null for a file that is not open. */
function replacementsIn(server: Server, analysis: Analysis, version: number | null): PlainReplacement[] {
  const { policy } = analysis.situation.options;
  return analysis.references.flatMap((reference) => {
    if (!isReplaceable(reference, analysis)) return [];
    const [best] = server.world.engine().suggest(reference, { policy, limit: 1 });
    if (!best) return [];
    return [
      {
        uri: analysis.uri,
        version,
        range: replacedRange(analysis, reference, best),
        replacement: best.replacement,
        label: replacementLabel(reference, best),
        description: reasonsFor(best),
      },
    ];
  });
}

/** What was accepted stays. */
function isReplaceable(subject: AnalysedReference, analysis: Analysis): boolean {
  const { findings, reference, silenced } = subject;
  if (silenced.length > 0 && findings.length === 0) return false;
  return !FIXED.has(reference.role) && !statesThePast(reference, analysis.checked.format);
}
