/** Goes through every file of the workspace, open or not, with progress, and lets other messages in as it goes. */
import type {
  CancellationToken,
  WorkDoneProgressReporter,
  WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { textLooksBinary } from '../workspace/binaries.ts';
import type { Analysis } from './analyses.ts';
import { openByPlace } from './edits.ts';
import { canonical } from './folders.ts';
import type { Server } from './server.ts';
import { afterWaitingMessages, inTurns } from './turns.ts';

export interface Walk {
  readonly title: string;
  /** Shown beside the title as it goes. */
  state(): string;
  /** A file that was read; several analyses are the cells of an open notebook. `open`: an editor holds it. */
  visit(uri: string, analyses: readonly Analysis[], open: boolean): void | Promise<void>;
  skip?(): void;
}

/** The user may cancel where the progress is shown, too. */
const isCancelled = (progress: WorkDoneProgressReporter | WorkDoneProgressServerReporter): boolean =>
  'token' in progress && progress.token.isCancellationRequested;

/** Returns whether it came to the end. */
export async function eachFile(
  server: Server,
  walk: Walk,
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
): Promise<boolean> {
  const { files, world } = server;
  progress.begin(walk.title, undefined, undefined, true);
  try {
    let open = openByPlace(server);
    const others = async () => {
      progress.report(walk.state());
      await afterWaitingMessages();
      open = openByPlace(server);
    };
    for (const folder of world.folders.all()) {
      for await (const found of inTurns(files.find(folder), others)) {
        if (token.isCancellationRequested || isCancelled(progress)) return false;
        if ('skipped' in found) walk.skip?.();
        else if (world.folders.of(found.uri) === folder) {
          await visitFile(server, found.uri, folder, walk, open.get(canonical(found.uri)) ?? []);
        }
      }
    }
    return true;
  } finally {
    progress.done();
  }
}

async function visitFile(
  { analyses, files }: Server,
  uri: string,
  folder: string,
  walk: Walk,
  open: readonly TextDocument[],
): Promise<void> {
  if (open.length > 0) {
    const all = await Promise.all(open.map((document) => analyses.of(document.uri)));
    return walk.visit(
      uri,
      all.filter((analysis) => analysis !== undefined),
      true,
    );
  }
  const text = await files.read(uri);
  if (text === undefined) return;
  if (textLooksBinary(text)) return walk.skip?.();
  const situation = await analyses.lookAround(uri, folder);
  return walk.visit(uri, [analyses.analyse(TextDocument.create(uri, '', 0, text), situation)], false);
}
