/** What every report format is: a finished check in, the whole text out. */
import type { Colors } from 'picocolors/types';
import type { Tally } from '../workspace/tally.ts';
import type { Inventory } from './inventory.ts';
import type { Entry, Report } from './report.ts';

export interface Finished {
  readonly report: Report;
  /** The report's references with what else there is to say of each. */
  readonly entries: readonly Entry[];
  readonly tally: Tally;
  /** Each model once; empty for formats that do not show it. */
  readonly inventory: Inventory;
  /** The folder's name. */
  readonly project: string;
  /** A rule's page in Markdown, where there is one. */
  rulePage(rule: string): string | undefined;
  readonly colors: Colors;
  /** Of the terminal it is written to; absent where it is written elsewhere, and nothing need fit. */
  readonly columns?: number;
  /** Say what made each string a reference. */
  readonly explain: boolean;
}

export type Reporter = (finished: Finished) => string;

/** Formats whose results carry fixes; to look for stand-ins takes time that the others need not spend. */
export const WITH_FIXES: ReadonlySet<string> = new Set(['sarif']);

/** Formats that show each model once with what is due; to weigh every clause for them is work the others need not do. */
export const WITH_INVENTORY: ReadonlySet<string> = new Set(['cyclonedx', 'markdown']);
