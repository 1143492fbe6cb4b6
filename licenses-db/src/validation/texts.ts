/** Exact words that a licence asks for stand in the licence's own text. Needs a folder of texts, which is not kept here. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { recogniseLicense } from '../recognise.ts';
import type { Clause, License } from '../schema.ts';
import type { SourceFile, Sources } from '../sources/load.ts';
import type { Problem } from '../sources/problems.ts';
import type { Database } from '../types.ts';

interface Checked {
  readonly problems: readonly Problem[];
  readonly summary: string;
}

/**
 * @param folder `*.txt`, each one licence; and, if there, an `index.tsv` whose columns `id` and `spdx_or_scancode_id` tell which.
 * A text belongs to the licence that it is recognised as, else to the one that lists its identifier as an alias.
 */
export function checkTexts(sources: Sources, database: Database, folder: string): Checked {
  const texts = textsByLicense(database, folder);
  const problems: Problem[] = [];
  let words = 0;
  const without: string[] = [];
  for (const source of sources.licenses) {
    const own = texts.byLicense.get(source.data.id) ?? [];
    const owed = wordsOwed(source.data);
    if (own.length === 0 && owed.length > 0) without.push(source.data.id);
    if (own.length === 0) continue;
    for (const { path: at, words: exact } of owed) {
      words++;
      if (!own.some((text) => holds(text, exact))) problems.push(missing(source, at, exact));
    }
  }
  const named = texts.recognised + texts.byAlias;
  const none = without.length > 0 ? `; exact words, but no text: ${without.join(', ')}` : '';
  const summary = `${texts.count} texts, ${named} of them told (${texts.recognised} by their words); ${words} exact words sought${none}`;
  return { problems, summary };
}

function missing(source: SourceFile<License>, at: (string | number)[], words: string): Problem {
  return source.file.problem(at, `the words ${JSON.stringify(words)} do not stand in the licence's text`);
}

function wordsOwed({ clauses }: License): { path: (string | number)[]; words: string }[] {
  return clauses.flatMap((clause: Clause, i) => {
    const words = 'words' in clause && clause.words !== undefined ? [clause.words] : [];
    const others = clause.type === 'attribution-display' ? (clause.orWords ?? []) : [];
    return [
      ...words.map((exact) => ({ path: ['clauses', i, 'words'], words: exact })),
      ...others.map((exact, j) => ({ path: ['clauses', i, 'orWords', j], words: exact })),
    ];
  });
}

/** Line breaks, kinds of quotes and mark-up aside; letters and case as they are. */
function fold(text: string): string {
  return text
    .replace(/[‘’′]/g, "'")
    .replace(/[“”″]/g, '"')
    .replace(/[\s*#>|_\\]+/g, ' ');
}

function holds(text: string, words: string): boolean {
  return fold(text).includes(fold(words).trim());
}

function textsByLicense(database: Database, folder: string) {
  const byLicense = new Map<string, string[]>();
  let recognised = 0;
  let byAlias = 0;
  const index = identifiers(folder);
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  for (const name of names.sort()) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const told = recogniseLicense(text, database);
    const identifier = index.get(name.slice(0, -'.txt'.length));
    const listed = identifier === undefined ? undefined : database.licenseNamed(identifier);
    if (told) recognised++;
    else if (listed) byAlias++;
    // identifiers are less exact than texts: one may stand for several versions
    const license = told ?? listed;
    if (license) byLicense.set(license.id, [...(byLicense.get(license.id) ?? []), text]);
  }
  return { byLicense, recognised, byAlias, count: names.length };
}

function identifiers(folder: string): Map<string, string> {
  const lines = readIfThere(path.join(folder, 'index.tsv')).split('\n');
  const [head = '', ...rows] = lines;
  const columns = head.split('\t');
  const [id, identifier] = [columns.indexOf('id'), columns.indexOf('spdx_or_scancode_id')];
  const cells = rows.map((row) => row.split('\t'));
  return new Map(cells.flatMap((row) => (row[id] && row[identifier] ? [[row[id], row[identifier]] as const] : [])));
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
