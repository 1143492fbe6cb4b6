/** Looking up in the compiled database. Pure; nothing is unpacked or compiled before it is asked for. */
import type { Compiled, CompiledTable, Packed, Rows } from './compiled.ts';
import { unpacker } from './compiled.ts';
import { ApiIndex } from './matching/apis.ts';
import { ComponentIndex } from './matching/components.ts';
import { FamilyIndex } from './matching/family-index.ts';
import { coveringKey } from './matching/ollama.ts';
import type { Alternative, Components, License, Model, OllamaModel } from './schema.ts';
import { fromText } from './text.ts';
import type { Database, FamilyMatch, KnownRepublisher, Publisher } from './types.ts';
import { SCHEMA_VERSION } from './vocabulary.ts';

/**
 * Opens a compiled database.
 *
 * @param compiled the compiled text, or what `compile` gives
 * @throws where it is no database, or of a schema whose major version is not ours; the message names both versions
 */
export function openDatabase(compiled: unknown): Database {
  const data = (typeof compiled === 'string' ? fromText(compiled) : compiled) as Compiled<Rows>;
  refuseUnknownSchema(data?.schema);
  const unpack = unpacker(data);
  const lazy = <T>(packed: Rows) => {
    const ready: T[] = [];
    return (i: number): T => (ready[i] ??= unpack<T>(packed.at(i) as Packed));
  };

  const publishers: Publisher[] = data.publishers.map(({ id, name, url, orgs }) => ({ id, name, url, orgs }));
  const orgs = new Map(data.publishers.flatMap((publisher, i) => publisher.orgs.map((org) => [org.toLowerCase(), i])));
  const families = new FamilyIndex(data.publishers, publishers, unpack);
  const apis = new ApiIndex(data.publishers, publishers, unpack);

  const licenseAt = lazy<License>(data.licenses.data);
  const licenseIds = once(() => numbered(data.licenses.ids));
  const components = new ComponentIndex(data.openness, unpack);
  const storedModel = lazy<Omit<Model, 'id'>>(data.models.data);
  const modelAt = (i: number): Model => {
    const id = data.models.ids[i] as string;
    return withComponents({ id, ...storedModel(i) }, components.ofModel(id));
  };
  const modelIds = once(() => numbered(data.models.ids));
  const storedOllama = lazy<Omit<OllamaModel, 'name'>>(data.ollama.data);
  const ollamaAt = (i: number): OllamaModel => ({ name: data.ollama.ids[i] as string, ...storedOllama(i) });
  const ollamaNames = once(() => numbered(data.ollama.ids));
  const republisherAt = lazy<KnownRepublisher>(data.republishers.data);
  const republisherOrgs = once(() => numbered(data.republishers.orgs));
  const publisherIn = (table: CompiledTable<Rows>, i: number) => publishers[table.publisher[i] as number] as Publisher;

  const licenses = once(() => data.licenses.ids.map((_, i) => licenseAt(i)));
  const models = once(() => data.models.ids.map((_, i) => modelAt(i)));
  const alternativeAt = lazy<Alternative>(data.alternatives);
  const alternatives = once(() => Array.from({ length: data.alternatives.length }, (_, i) => alternativeAt(i)));
  const licenseNames = once(() => namesOf(licenses()));
  const otherIds = once(() => data.ids);
  const spelled = once(() => [...data.models.ids, ...otherIds().split('\n').filter(Boolean)]);
  const idsByName = once(() => groupByName(spelled()));
  const lowerIds = once(() => `\n${otherIds().toLowerCase()}\n`);
  const spellingOf = (id: string): string | undefined => {
    const entry = modelIds().get(id.toLowerCase());
    if (entry !== undefined) return data.models.ids[entry];
    const start = lowerIds().indexOf(`\n${id.toLowerCase()}\n`);
    return start < 0 ? undefined : otherIds().slice(start, start + id.length);
  };

  /** What a family's own entry does not say of its parts, an entry about the model or the family may. */
  const describe = (match: FamilyMatch, own?: Components): FamilyMatch =>
    withComponents(match, own ?? components.ofFamily(match.publisher.id, match.family.id, match.version));

  return {
    schema: data.schema,
    date: data.date,
    licenses,
    license: (id) => at(licenseIds(), id, licenseAt),
    licenseNamed: (name) => at(licenseIds(), name, licenseAt) ?? licenseNames().get(name.toLowerCase()),
    publishers: () => publishers,
    publisherOf: (org) => at(orgs, org, (i) => publishers[i] as Publisher),
    model: (id) => at(modelIds(), id, (i) => ({ publisher: publisherIn(data.models, i), model: modelAt(i) })),
    models,
    family: (id) => {
      const slash = id.indexOf('/');
      if (slash < 1) return undefined;
      const org = id.slice(0, slash);
      const match = at(orgs, org, (i) => families.match(i, org, id.slice(slash + 1)));
      return match && describe(match, components.ofModel(id));
    },
    familyOfName: (name, of) => {
      const match = families.matchAny(name, of && numbersOf(orgs, of));
      return match && describe(match);
    },
    familyInName: (name) => {
      const match = families.mentioned(name)[0];
      return match && describe(match);
    },
    familiesInName: (name) => families.mentioned(name).map((match) => describe(match)),
    idsNamed: (name) => idsByName().get(name.toLowerCase()) ?? [],
    spelling: (id) => spellingOf(id) ?? withSpelledOrg(id, orgs, publishers),
    names: () => [...spelled(), ...data.ollama.ids],
    ollama: (name, tag) =>
      at(ollamaNames(), name, (i) => {
        const entry = ollamaAt(i);
        const key = coveringKey(entry, tag);
        const found = key === undefined ? undefined : entry.tags[key];
        return { publisher: publisherIn(data.ollama, i), entry, tag: found, key: found && key };
      }),
    isOllamaModel: (name) => ollamaNames().has(name.toLowerCase()),
    api: (name, provider) => apis.match(name, provider),
    republisher: (org) => at(republisherOrgs(), org, republisherAt),
    alternatives,
  };
}

function refuseUnknownSchema(schema: unknown): void {
  if (typeof schema !== 'string') throw new Error('This is not a ModelTerms database: it states no schema version.');
  const major = (version: string) => version.split('.')[0];
  if (major(schema) !== major(SCHEMA_VERSION)) {
    throw new Error(
      `The licence database has schema ${schema}; this version of ModelTerms reads ${major(SCHEMA_VERSION)}.x. Update ModelTerms, or use a database made for it.`,
    );
  }
}

function withComponents<T extends { readonly components?: Components }>(
  entry: T,
  components: Components | undefined,
): T {
  return entry.components || !components ? entry : { ...entry, components };
}

/** Lower-case name → its number. */
function numbered(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, i) => [name.toLowerCase(), i]));
}

function at<T>(numbers: ReadonlyMap<string, number>, name: string, read: (i: number) => T): T | undefined {
  const i = numbers.get(name.toLowerCase());
  return i === undefined ? undefined : read(i);
}

function numbersOf(orgs: ReadonlyMap<string, number>, names: readonly string[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const name of names) {
    const i = orgs.get(name.toLowerCase());
    if (i !== undefined) found.set(i, name);
  }
  return found;
}

function withSpelledOrg(id: string, orgs: ReadonlyMap<string, number>, publishers: readonly Publisher[]): string {
  const slash = id.indexOf('/');
  const org = id.slice(0, slash).toLowerCase();
  const publisher = slash > 0 ? publishers[orgs.get(org) ?? -1] : undefined;
  const spelled = publisher?.orgs.find((candidate) => candidate.toLowerCase() === org);
  return spelled === undefined ? id : spelled + id.slice(slash);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function namesOf(licenses: readonly License[]): Map<string, License> {
  const names = new Map<string, License>();
  for (const license of licenses) {
    for (const name of [license.spdx, ...(license.aliases ?? [])]) if (name) names.set(name.toLowerCase(), license);
  }
  return names;
}

function groupByName(ids: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const name = id.slice(id.indexOf('/') + 1).toLowerCase();
    const group = groups.get(name);
    if (group) group.push(id);
    else groups.set(name, [id]);
  }
  return groups;
}
