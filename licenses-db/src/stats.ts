/** What the database holds, in figures. */
import { strictness } from './openness.ts';
import type { SourceFile, Sources } from './sources/load.ts';
import type { Database } from './types.ts';
import { COMPONENT_PARTS } from './vocabulary.ts';

/** A source older than this should be looked at again; see docs/database.md. */
const OLD_AFTER_DAYS = 365;

/** `today`: YYYY-MM-DD */
export function stats(sources: Sources, database: Database, bytes: number, today: string): string {
  const licenses = database.licenses();
  const publishers = sources.publishers.map(({ data }) => data);
  const families = publishers.flatMap((publisher) => publisher.families ?? []);
  const ollama = publishers.flatMap((publisher) => publisher.ollama ?? []);
  const apis = publishers.flatMap((publisher) => publisher.apis ?? []);
  const alternatives = database.alternatives();
  const old = datesOf(sources).filter((date) => daysBetween(date, today) > OLD_AFTER_DAYS).length;
  const clauses = licenses.flatMap((license) => license.clauses.map(({ type }) => type));
  return [
    `Schema ${database.schema}, content of ${database.date}, compiled ${(bytes / 1024).toFixed(0)} KiB`,
    `Licences: ${licenses.length} (${tally(licenses.map(({ kind }) => kind))})`,
    `  by openness: ${tally(licenses.map(({ openness }) => openness))}`,
    `  by verification: ${tally(licenses.map(({ verification }) => verification))}`,
    `  strictest: ${[...licenses].sort((a, b) => strictness(b) - strictness(a))[0]?.id ?? 'none'}`,
    `Clauses: ${clauses.length} (${tally(clauses)})`,
    `Publishers: ${publishers.length}, organisations ${publishers.flatMap(({ orgs }) => orgs).length}, republishers ${sources.republishers.flatMap(({ data }) => data.republishers).length}`,
    `Families: ${families.length}, releases ${families.flatMap(({ releases }) => releases).length}, exact models ${database.models().length}`,
    `Ollama: ${ollama.length} names, ${ollama.flatMap(({ tags }) => Object.keys(tags)).length} tag heads`,
    `Provider names: ${apis.length} patterns (${tally(apis.map(({ kind }) => kind))})`,
    `With openness by component: ${componentsSaid(sources)}`,
    `Alternatives: ${alternatives.length} (${tally(alternatives.map(({ task }) => task))})`,
    `Sources checked more than ${OLD_AFTER_DAYS} days ago: ${old}`,
  ].join('\n');
}

function tally(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([value, count]) => `${value} ${count}`)
    .join(', ');
}

/** Models and families with at least one component known. */
function componentsSaid(sources: Sources): string {
  let own = 0;
  visit(
    sources.publishers.map(({ data }) => data),
    (key) => {
      if (key === 'components') own++;
    },
  );
  const entries = sources.openness
    .flatMap(({ data }) => data.openness)
    .filter((entry) => COMPONENT_PARTS.some((part) => entry[part] !== undefined));
  const models = entries.flatMap((entry) => entry.models ?? []).length;
  const families = entries.filter(({ family }) => family !== undefined).length;
  return `${own + models + families} models and families (publishers' own entries ${own}, openness/ ${models} models and ${families} families)`;
}

function datesOf(sources: Sources): string[] {
  const dates: string[] = [];
  visit(
    Object.values(sources)
      .flat()
      .map((source: SourceFile<unknown>) => source.data),
    (key, value) => {
      if (key === 'checked' && typeof value === 'string') dates.push(value);
    },
  );
  return dates;
}

function visit(value: unknown, tell: (key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    tell(key, item);
    visit(item, tell);
  }
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
