/** Valid source files in, compiled database out. */
import type { Compiled, CompiledTable, Packed, StoredApi, StoredFamily } from './compiled.ts';
import { attestedBy } from './matching/attested.ts';
import { compiledOpenness } from './matching/components.ts';
import { needleOf } from './matching/pattern-source.ts';
import { Packer } from './pack.ts';
import { makePhraseBook, phraseWriter } from './phrases.ts';
import { withPlainRange } from './ranges.ts';
import type { ApiName, Family } from './schema.ts';
import { spelledIds } from './sources/ids.ts';
import type { Sources } from './sources/load.ts';
import type { KnownRepublisher } from './types.ts';
import { SCHEMA_VERSION } from './vocabulary.ts';

/** `sources` must have passed `validate`. */
export function compile(sources: Sources): Compiled {
  const licenses = sources.licenses.map(({ data }) => data);
  const publishers = sources.publishers.map(({ data }) => data);
  const republishers = sources.republishers.flatMap(({ data }) =>
    data.republishers.map(({ examples: _, ...rest }): KnownRepublisher => rest),
  );
  const alternatives = sources.alternatives.flatMap(({ data }) =>
    data.alternatives.map((alternative) => ({ ...alternative, task: data.task })),
  );
  const spelled = idsByOrg(spelledIds(sources));
  const families = publishers.map(({ orgs, families: own = [] }) =>
    own.map((family) =>
      storedFamily(
        { ...family, releases: family.releases.map(withPlainRange) },
        (family.orgs ?? orgs).flatMap((org) => spelled.get(org.toLowerCase()) ?? []),
      ),
    ),
  );
  const apis = publishers.map((publisher) => (publisher.apis ?? []).map(storedApi));
  const openness = sources.openness.flatMap(({ data }) =>
    compiledOpenness({ ...data, openness: data.openness.map(withPlainRange) }),
  );
  const ids = idsWithoutEntry(sources);
  const models = publishers.map((publisher) => (publisher.models ?? []).map(({ id, ...entry }) => ({ id, entry })));
  const ollama = publishers.map((publisher) =>
    (publisher.ollama ?? []).map(({ name: id, ...entry }) => ({ id, entry })),
  );
  const entries = [...models, ...ollama].flatMap((rows) => rows.map(({ entry }) => entry));
  const packer = new Packer([licenses, entries, families, apis, republishers, alternatives, openness]);
  const pack = (value: unknown) => packer.pack(value);

  const body = {
    licenses: { ids: licenses.map(({ id }) => id), data: licenses.map(pack) },
    publishers: publishers.map(({ publisher: id, name, url, orgs }, i) => {
      return { id, name, url, orgs, families: pack(families[i]), apis: pack(apis[i]) };
    }),
    models: table(models, pack),
    ollama: table(ollama, pack),
    republishers: { orgs: republishers.map(({ org }) => org), data: republishers.map(pack) },
    alternatives: alternatives.map(pack),
    openness: pack(openness),
    ids: ids.join('\n'),
  };
  return withPhrases({
    schema: SCHEMA_VERSION,
    date: newestCheck(sources),
    shapes: packer.shapes,
    shared: packer.shared,
    ...body,
  });
}

/** Writes all packed strings with a phrase book made for them. */
function withPhrases(plain: Omit<Compiled, 'book'>): Compiled {
  const strings: string[] = [];
  rewrite(plain, (text) => {
    strings.push(text);
    return text;
  });
  const book = makePhraseBook(strings);
  return { ...rewrite(plain, phraseWriter(book)), book };
}

function rewrite(plain: Omit<Compiled, 'book'>, write: (text: string) => string): Omit<Compiled, 'book'> {
  const visit = (packed: Packed): Packed => {
    if (typeof packed === 'string') return write(packed);
    return Array.isArray(packed) ? packed.map(visit) : packed;
  };
  const inTable = <T extends { readonly data: readonly Packed[] }>(table: T): T => ({
    ...table,
    data: table.data.map(visit),
  });
  return {
    ...plain,
    shared: plain.shared.map(visit),
    licenses: inTable(plain.licenses),
    publishers: plain.publishers.map((publisher) => ({
      ...publisher,
      families: visit(publisher.families),
      apis: visit(publisher.apis),
    })),
    models: inTable(plain.models),
    ollama: inTable(plain.ollama),
    republishers: inTable(plain.republishers),
    alternatives: plain.alternatives.map(visit),
    openness: visit(plain.openness),
  };
}

/** `ids`: those of the family's organisations that any file spells out. */
function storedFamily(source: Family, ids: readonly string[]): StoredFamily {
  const { patterns, mentions, examples: _, anyNumber: __, ...family } = source;
  return {
    patterns,
    needles: patterns.map((pattern) => needleOf(pattern) ?? ''),
    mentions: mentions ?? (family.inThirdPartyNames ? null : undefined),
    attested: attestedBy(source, ids),
    family,
  };
}

function idsByOrg(ids: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    // ORG/NAME-$<size> of a release's bases stands for several ids
    if (id.includes('$')) continue;
    const org = id.slice(0, id.indexOf('/')).toLowerCase();
    const group = groups.get(org);
    if (group) group.push(id);
    else groups.set(org, [id]);
  }
  return groups;
}

function storedApi({ pattern, examples: _, ...api }: ApiName): StoredApi {
  return { pattern, needle: needleOf(pattern) ?? '', api };
}

/** `entries`: of each publisher, without their ids, so that all that is the same is written once. */
function table(
  entries: readonly (readonly { id: string; entry: object }[])[],
  pack: (entry: object) => Packed,
): CompiledTable {
  const rows = entries.flatMap((of, publisher) => of.map(({ id, entry }) => ({ id, publisher, data: pack(entry) })));
  return {
    ids: rows.map(({ id }) => id),
    publisher: rows.map(({ publisher }) => publisher),
    data: rows.map(({ data }) => data),
  };
}

function idsWithoutEntry(sources: Sources): string[] {
  const entries = new Set(
    sources.publishers.flatMap(({ data }) => data.models ?? []).map(({ id }) => id.toLowerCase()),
  );
  return [...spelledIds(sources)].filter((id) => !id.includes('$') && !entries.has(id.toLowerCase())).sort();
}

/** The content's date: the newest `checked` of any entry. */
function newestCheck(sources: Sources): string {
  let newest = '';
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (key === 'checked' && typeof item === 'string' && item > newest) newest = item;
        else visit(item);
      }
    }
  };
  for (const kind of Object.values(sources)) for (const { data } of kind) visit(data);
  return newest;
}
