/** Whether every id that one entry names is there, and no id is claimed twice. */
import { findOriginal } from '../matching/originals.ts';
import { stripSource } from '../matching/republishers.ts';
import type { OllamaModel, PublisherFile } from '../schema.ts';
import { spelledIds } from '../sources/ids.ts';
import type { SourceFile } from '../sources/load.ts';
import type { Path } from '../sources/problems.ts';
import type { Database } from '../types.ts';
import type { ExpressionChecks } from './expressions.ts';
import { Claims, type Report } from './report.ts';

/** Names that must be one entry's only: publishers, organisations, models, Ollama names, families of a publisher. */
export function checkClaims(report: Report): void {
  const orgs = new Claims(report, 'organisation');
  const models = new Claims(report, 'model');
  const ollama = new Claims(report, 'Ollama name');
  for (const source of report.sources.publishers) {
    const { data, file } = source;
    if (file.name !== `models/${data.publisher}.yaml`) {
      report.add(source, ['publisher'], `publisher "${data.publisher}" and file name differ`);
    }
    const families = new Claims(report, 'family');
    data.orgs.forEach((org, i) => orgs.claim(org, file.name, source, ['orgs', i]));
    data.families?.forEach(({ id }, i) => families.claim(id, `families.${i}`, source, ['families', i, 'id']));
    data.models?.forEach(({ id }, i) => models.claim(id, file.name, source, ['models', i, 'id']));
    data.ollama?.forEach(({ name }, i) => ollama.claim(name, file.name, source, ['ollama', i, 'name']));
  }
  const republishers = new Claims(report, 'republisher');
  for (const source of report.sources.republishers) {
    source.data.republishers.forEach(({ org }, i) =>
      republishers.claim(org, source.file.name, source, ['republishers', i]),
    );
  }
}

/** Licence ids anywhere under `models/`: keys `license` and `layer`. */
export function checkLicenseIds(report: Report): void {
  const ids = new Set(report.sources.licenses.map(({ data }) => data.id));
  for (const source of report.sources.publishers) {
    visit(source.data, [], (path, key, value) => {
      if ((key === 'license' || key === 'layer') && typeof value === 'string' && !ids.has(value)) {
        report.add(source, path, `${path.join('.')}: there is no licence "${value}"`);
      }
    });
  }
}

/** Ids of models: what a tag packs, what a model was made from, what a provider serves. */
export function checkModelIds(report: Report, database: Database): void {
  const spellings = groupByLowerCase(spelledIds(report.sources));
  for (const source of report.sources.publishers) {
    const must = (id: string, path: Path) => {
      if (!isKnown(database, id)) report.add(source, path, `${path.join('.')}: no entry or family answers for ${id}`);
    };
    // cards show an id as it is spelt here
    const spelled = (id: string, path: Path) => {
      must(id, path);
      const other = otherSpelling(id, spellings, database);
      if (other !== undefined) report.add(source, path, `${path.join('.')}: ${id} is spelt ${other} elsewhere`);
    };
    const { data } = source;
    data.models?.forEach((model, i) => {
      model.bases?.forEach(({ id }, j) => spelled(id, ['models', i, 'bases', j]));
      if (!model.license && !model.bases && !database.family(model.id)) {
        report.add(source, ['models', i], `${model.id}: states neither licence nor bases, and no family does`);
      }
    });
    checkFamilyBases(source, database, must);
    data.ollama?.forEach((entry, i) => {
      const path = ['ollama', i];
      if (entry.latest !== undefined && !(entry.latest in entry.tags)) {
        report.add(
          source,
          [...path, 'latest'],
          `${entry.name}: latest names "${entry.latest}", which is none of the tags`,
        );
      }
      for (const [tag, { model, bases }] of Object.entries(entry.tags)) {
        if (model) spelled(model, [...path, 'tags', tag, 'model']);
        bases?.forEach(({ id }, j) => spelled(id, [...path, 'tags', tag, 'bases', j]));
      }
    });
    checkApis(report, source, database);
  }
}

function groupByLowerCase(ids: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const id of ids) groups.set(id.toLowerCase(), [...(groups.get(id.toLowerCase()) ?? []), id]);
  return groups;
}

/** Another entry's spelling of an id, or of its organisation, that differs by case only. */
function otherSpelling(id: string, spellings: Map<string, string[]>, database: Database): string | undefined {
  const whole = spellings.get(id.toLowerCase())?.find((other) => other !== id);
  if (whole !== undefined) return whole;
  const org = id.slice(0, id.indexOf('/'));
  const known = database.publisherOf(org)?.orgs.find((other) => other.toLowerCase() === org.toLowerCase());
  return known !== undefined && known !== org ? known + id.slice(org.length) : undefined;
}

function checkFamilyBases(
  source: SourceFile<PublisherFile>,
  database: Database,
  must: (id: string, path: Path) => void,
): void {
  source.data.families?.forEach((family, i) => {
    for (const example of family.examples) {
      const bases = database.family(example)?.bases ?? [];
      bases.forEach(({ id }) => must(id, ['families', i]));
    }
  });
}

function checkApis(report: Report, source: SourceFile<PublisherFile>, database: Database): void {
  source.data.apis?.forEach((api, i) => {
    for (const [j, example] of api.examples.entries()) {
      const path = ['apis', i, 'examples', j];
      if (!new RegExp(`^(?:${api.pattern})$`, 'i').test(example)) {
        report.add(source, path, `the pattern does not match its example ${example}`);
        continue;
      }
      const match = database.api(example, api.provider);
      if (match?.publisher.id !== source.data.publisher || match.provider !== api.provider || match.kind !== api.kind) {
        report.add(
          source,
          path,
          `${example} is claimed by ${match?.publisher.id} (${match?.provider}, ${match?.kind}) first`,
        );
      } else if (match.model !== undefined && !isKnown(database, match.model)) {
        report.add(source, path, `${example} stands for ${match.model}, for which no entry or family answers`);
      }
    }
  });
}

/** A provider's pattern that lets other names through would make a service of what runs at home. */
export function checkApisKeepOff(report: Report, database: Database): void {
  const names = [
    ...spelledIds(report.sources),
    ...report.sources.publishers.flatMap(({ data }) => (data.ollama ?? []).flatMap(ollamaNames)),
  ];
  for (const name of names) {
    const match = database.api(name);
    if (!match) continue;
    for (const source of report.sources.publishers) {
      source.data.apis?.forEach(({ provider, pattern }, i) => {
        if (!new RegExp(`^(?:${pattern})$`, 'i').test(name)) return;
        report.add(source, ['apis', i, 'pattern'], `a pattern of ${provider} takes ${name} for its own`);
      });
    }
  }
}

function ollamaNames({ name, tags }: OllamaModel): string[] {
  return [name, ...Object.keys(tags).map((tag) => `${name}:${tag}`)];
}

/** Recommended models resolve, are open, and no two entries name the same. */
export function checkAlternatives(report: Report, database: Database): void {
  const claims = new Claims(report, 'alternative');
  for (const source of report.sources.alternatives) {
    const { task, alternatives } = source.data;
    if (source.file.name !== `alternatives/${task}.yaml`)
      report.add(source, ['task'], `task "${task}" and file name differ`);
    alternatives.forEach(({ id, ollama, gguf }, i) => {
      const path = ['alternatives', i];
      claims.claim(`${task} ${id}`, `the same file`, source, [...path, 'id']);
      const license = database.model(id)?.model.license ?? database.family(id)?.license;
      if (!license) report.add(source, [...path, 'id'], `no entry or family answers for ${id}`);
      else if (database.license(license)?.openness !== 'open-weights') {
        report.add(source, [...path, 'id'], `${id} is under ${license}, which is not open enough to recommend`);
      }
      if (ollama !== undefined) {
        const [name = '', tag] = ollama.split(':');
        if (!database.ollama(name, tag)?.tag)
          report.add(source, [...path, 'ollama'], `no Ollama entry covers ${ollama}`);
      }
      if (gguf !== undefined && !isKnown(database, gguf)) {
        report.add(source, [...path, 'gguf'], `no entry, family or republisher rule answers for ${gguf}`);
      }
    });
  }
}

export function checkRepublisherExpressions(report: Report, expressions: ExpressionChecks): void {
  // one list of tails serves many republishers; a mistake in it is told once
  const told = new Set<string>();
  for (const source of report.sources.republishers) {
    source.data.republishers.forEach(({ strip }, i) => {
      strip.forEach((pattern, j) => {
        const problem = told.has(pattern) ? undefined : expressions.problem(stripSource(pattern));
        told.add(pattern);
        if (problem) report.add(source, ['republishers', i, 'strip', j], `${pattern}: ${problem}`);
      });
    });
  }
}

export function checkApiExpressions(report: Report, expressions: ExpressionChecks): void {
  for (const source of report.sources.publishers) {
    source.data.apis?.forEach(({ pattern }, i) => {
      const problem = expressions.problem(`^(?:${pattern})$`);
      if (problem) report.add(source, ['apis', i, 'pattern'], `${pattern}: ${problem}`);
    });
  }
}

/** Each republisher's rule takes its examples to their originals. */
export function checkRepublishers(report: Report, database: Database): void {
  for (const source of report.sources.republishers) {
    source.data.republishers.forEach(({ org, examples }, i) => {
      examples.forEach(({ id, base }, j) => {
        const path = ['republishers', i, 'examples', j];
        if (!id.toLowerCase().startsWith(`${org.toLowerCase()}/`))
          report.add(source, path, `${id} is not one of ${org}'s`);
        const original = findOriginal(database, id);
        const expected = database.family(base);
        const sameRelease = original?.match !== undefined && original.match.release === expected?.release;
        const sameId = original?.id?.toLowerCase() === base.toLowerCase();
        if (!sameId && !(original?.id === null && sameRelease)) {
          const found = original
            ? (original.id ?? original.match?.release.name ?? original.match?.family.name)
            : 'nothing';
          report.add(source, path, `${id} leads to ${found}, not to ${base}`);
        }
      });
    });
  }
}

/** Whether an entry, a family or a republisher's rule answers for an id. */
export function isKnown(database: Database, id: string): boolean {
  return (database.model(id) ?? database.family(id) ?? findOriginal(database, id)) !== undefined;
}

function visit(value: unknown, path: Path, tell: (path: Path, key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    tell(here, key, item);
    visit(item, here, tell);
  }
}
