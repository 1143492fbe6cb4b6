/** The report formats by name. */
import { cyclonedx } from './cyclonedx.ts';
import { json, jsonInventory } from './json.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const REPORTERS = { text, json, sarif, cyclonedx, markdown } as const satisfies Record<string, Reporter>;

/** The same for `modelterms report`, which is about models rather than places. */
export const INVENTORIES = { ...REPORTERS, json: jsonInventory } as const satisfies typeof REPORTERS;

export type ReportFormat = keyof typeof REPORTERS;
