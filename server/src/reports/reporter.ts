/** What every report format is: a finished check in, the whole text out. */
import type { Database } from '@modelterms/licenses-db';
import type { Colors } from 'picocolors/types';
import type { Tally } from '../workspace/tally.ts';
import type { Entry, Report } from './report.ts';

export interface Finished {
  readonly report: Report;
  /** The report's references with what else there is to say of each. */
  readonly entries: readonly Entry[];
  readonly tally: Tally;
  /** For what a licence is beyond its id. */
  readonly database: Database;
  readonly colors: Colors;
  /** Say what made each string a reference. */
  readonly explain: boolean;
}

export type Reporter = (finished: Finished) => string;

/** Formats whose results carry stand-ins as fixes; finding those takes time that the others need not spend. */
export const WITH_REPLACEMENTS: ReadonlySet<string> = new Set(['sarif']);
