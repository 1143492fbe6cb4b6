/** The report formats by name. */
import { json } from './json.ts';
import type { Reporter } from './reporter.ts';
import { text } from './text.ts';

export const REPORTERS = { text, json } as const satisfies Record<string, Reporter>;

export type ReportFormat = keyof typeof REPORTERS;
