/** Licences as reference tables spell them, in free text, to the database's ids. */
import type { License } from '../schema.ts';
import type { Database } from '../types.ts';

/** Words that name no licence: nothing follows from them. */
const NOTHING_SAID =
  /^(?:|other|unknown|unlicensed|custom\b.*|component\b.*|multiple|proprietary|inf|cc|gpl|bsd|for commercial use|\(no licence layer\)|unreadable.*|https?:.*|pytorch.*)$/i;

/** What tables write, folded, and no licence lists as an alias. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^llama-?2\b/, 'llama2'],
  [/^(?:meta-)?llama-?3[.-]1\b/, 'llama3.1'],
  [/^(?:meta-)?llama-?3[.-]2\b/, 'llama3.2'],
  [/^(?:meta-)?llama-?3[.-]3\b/, 'llama3.3'],
  [/^(?:meta-)?llama-?3\b/, 'llama3'],
  [/^(?:meta-)?llama-?4\b/, 'llama4'],
  [/^gemma-terms(?:-of-use)?-2024-?02-?21/, 'gemma-2024-02-21'],
  [/^gemma\b/, 'gemma'],
  [/^cc-by-nc-4\.0\b/, 'cc-by-nc-4.0'],
  [/^deepseek\b/, 'deepseek'],
  [/^mrl\b|^mistral-research/, 'mrl-0.1'],
  [/^mnpl\b|^mistral-non-production/, 'mnpl-0.1'],
  [/^apache(?:-license)?[-_, ]*2/, 'apache-2.0'],
  [/^big-?code-open-?rail-m/, 'bigcode-openrail-m'],
  [/^tongyi-qianwen-license/, 'tongyi-qianwen'],
];

/** The licences that a spelling may mean; undefined where it says nothing, or nothing we know. */
export function licensesSpelled(text: string, database: Database): License[] | undefined {
  const bare = text.trim().replace(/^\['(.*)'\]$/, '$1');
  if (NOTHING_SAID.test(bare)) return undefined;
  const found = bare
    .split(/ \| | \+ /)
    .map((part) => licenseSpelled(part, database))
    .filter((license) => license !== undefined);
  return found.length > 0 ? found : undefined;
}

/** Whether a spelling names no licence at all, as against one we do not know. */
export function saysNothing(text: string): boolean {
  return NOTHING_SAID.test(text.trim());
}

function licenseSpelled(text: string, database: Database): License | undefined {
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const tried = [text.trim(), folded, folded.replace(/-(?:licen[cs]e|agreement|license-agreement)+$/, '')];
  for (const spelling of tried) {
    const license = database.licenseNamed(spelling);
    if (license) return license;
  }
  const known = SPELLINGS.find(([pattern]) => pattern.test(folded))?.[1];
  return known === undefined ? undefined : database.license(known);
}
