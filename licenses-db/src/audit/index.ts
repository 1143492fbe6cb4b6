/** How the database compares with a folder of reference tables that others have compiled. */
import type { License } from '../schema.ts';
import type { Database } from '../types.ts';
import { lineageAgreement } from './lineage.ts';
import type { Difference } from './reviewed.ts';
import { licensesSpelled, saysNothing } from './spelling.ts';
import { type Row, readTable } from './tables.ts';

/** What the audit needs of a resolved model; the server's resolver gives it. */
export interface Audited {
  readonly license: License | null;
  readonly licenses: readonly { readonly license: License; readonly via: string }[];
  readonly openness: string;
  readonly evidence: { readonly kind: string };
}
export type Resolve = (kind: 'huggingface' | 'ollama' | 'hosted', id: string) => Audited;

export interface Coverage {
  readonly of: string;
  readonly total: number;
  /** Evidence kind → how many it answers. */
  readonly by: Readonly<Record<string, number>>;
  readonly missing: readonly string[];
}

export interface Agreement {
  readonly with: string;
  readonly compared: number;
  readonly agreed: number;
  readonly differences: readonly Difference[];
  /** Spellings that no licence answers for → how often they occur. */
  readonly unmapped: Readonly<Record<string, number>>;
}

export interface Audit {
  readonly coverage: readonly Coverage[];
  readonly agreement: readonly Agreement[];
}

/** @param folder holds the tables; those that are missing are left out */
export function audit(folder: string, database: Database, resolve: Resolve): Audit {
  const disputed = new Set(readTable(folder, 'disagreements.tsv').map((row) => lower(row.hf_id)));
  // A catalogue that lists each packing of a model states its licence once.
  const statements = unique(readTable(folder, 'hf-model-license.tsv'), 'hf_id', 'licence_as_given', 'source');
  const stated = statements.filter((row) => !disputed.has(lower(row.hf_id)));
  const tags = readTable(folder, 'ollama-tags.tsv');
  const hf = (row: Row) => resolve('huggingface', row.hf_id ?? '');
  const ollama = (row: Row) => resolve('ollama', `${row.ollama_model}:${row.tag}`);
  const isClaimed = (row: Row) => CLAIMED.has(hf(row).evidence.kind);
  return {
    coverage: [
      coverage(
        'licence ids of Hugging Face',
        readTable(folder, 'hf-license-ids.tsv'),
        'hf_license_id',
        ({ hf_license_id }) => (database.licenseNamed(hf_license_id ?? '') ? 'licence' : undefined),
      ),
      coverage('popular ids', readTable(folder, 'popular-ids.tsv'), 'hf_id', (row) => knownBy(hf(row))),
      coverage('ids with a stated licence', unique(stated, 'hf_id'), 'hf_id', (row) => knownBy(hf(row))),
      coverage(
        'names of the Ollama library',
        readTable(folder, 'ollama-models.tsv'),
        'ollama_model',
        ({ ollama_model }) => (database.isOllamaModel(ollama_model ?? '') ? 'entry' : undefined),
      ),
      coverage('tags of the Ollama library', tags.map(withTagId), 'id', (row) => knownBy(ollama(row))),
      coverage('OpenRouter ids', readTable(folder, 'openrouter-hf-map.tsv'), 'openrouter_id', ({ openrouter_id }) =>
        knownBy(resolve('hosted', openrouter_id ?? '')),
      ),
    ],
    agreement: [
      agreement('licences as stated', stated.filter(isClaimed), 'licence_as_given', database, (row) => [
        row.hf_id ?? '',
        hf(row),
      ]),
      agreement(
        'licences as stated, where only the name tells ours',
        stated.filter((row) => hf(row).evidence.kind === 'name'),
        'licence_as_given',
        database,
        (row) => [row.hf_id ?? '', hf(row)],
      ),
      agreement('licence layers of Ollama tags', tags.filter(isSeen), 'licence', database, (row) => [
        tagId(row),
        ollama(row),
      ]),
      lineageAgreement(readTable(folder, 'derived-models.tsv'), (id) => resolve('huggingface', id)),
    ],
  };
}

/**
 * Of what only a name tells of, we claim the base's terms and nothing of the maker's own. A general licence of theirs is such
 * a label of the maker's, and stands beside ours; a licence that comes with a base ("llama3") says another base than ours.
 */
function isOwnLabel(theirs: readonly License[], { evidence }: Audited): boolean {
  return evidence.kind === 'name' && theirs.every(({ kind }) => kind !== 'ai');
}

/** Evidence by which we claim to know a model's own licence; a name tells of the base's only. */
const CLAIMED = new Set(['catalogue', 'family', 'republisher']);

/** Tags whose manifest was seen; the others' licences were guessed from these, and would count them twice. */
const isSeen = (row: Row) => /^(?:manifest|same manifest)/.test(row.evidence ?? '');

const lower = (text: string | undefined) => (text ?? '').toLowerCase();
const tagId = (row: Row) => `${row.ollama_model}:${row.tag}`;
const withTagId = (row: Row): Row => ({ ...row, id: tagId(row) });

function unique(rows: readonly Row[], ...columns: readonly string[]): Row[] {
  return [...new Map(rows.map((row) => [columns.map((column) => lower(row[column])).join('\t'), row])).values()];
}

function knownBy(model: Audited): string | undefined {
  return model.license === null && model.openness === 'unknown' ? undefined : model.evidence.kind;
}

function coverage(of: string, rows: readonly Row[], column: string, by: (row: Row) => string | undefined): Coverage {
  const counts: Record<string, number> = {};
  const missing: string[] = [];
  for (const row of rows) {
    const kind = by(row);
    if (kind === undefined) missing.push(row[column] ?? '');
    else counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return { of, total: rows.length, by: counts, missing };
}

/** Theirs agrees where it is one of the licences that we say govern or are stated; a derivative may carry several. */
function agreement(
  title: string,
  rows: readonly Row[],
  column: string,
  database: Database,
  ours: (row: Row) => [id: string, model: Audited],
): Agreement {
  const differences = new Map<string, Difference>();
  const unmapped: Record<string, number> = {};
  let compared = 0;
  let agreed = 0;
  for (const row of rows) {
    const text = row[column] ?? '';
    const [id, model] = ours(row);
    const theirs = licensesSpelled(text, database);
    if (!theirs) {
      if (!saysNothing(text)) unmapped[text] = (unmapped[text] ?? 0) + 1;
      continue;
    }
    if (model.license === null) continue;
    compared++;
    const known = new Set(model.licenses.map(({ license }) => license.id));
    if (theirs.some(({ id: license }) => known.has(license)) || isOwnLabel(theirs, model)) agreed++;
    else {
      const difference = {
        id,
        theirs: theirs.map(({ id: license }) => license).join(' + '),
        ours: model.license.id,
        from: `${row.source ?? ''} ${row.evidence ?? ''}`.trim(),
      };
      differences.set(`${id} ${difference.theirs}`, difference);
    }
  }
  return { with: title, compared, agreed, differences: [...differences.values()], unmapped };
}
