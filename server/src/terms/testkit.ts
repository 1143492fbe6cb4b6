/** What this room's tests are made of: small licences, models and documents, and the two ways from them to an outcome. */
import type { Clause, ClauseOf, ClauseType, License, OpennessClass } from '@modelterms/licenses-db';
import { expect, it } from 'vitest';
import { compile } from '../../../licenses-db/src/compile.ts';
import { openDatabase } from '../../../licenses-db/src/lookup.ts';
import { loadSources } from '../../../licenses-db/src/sources/load.ts';
import type { AppliedLicense, Evidence, ResolvedModel } from '../models/types.ts';
import { findReferences } from '../references/index.ts';
import type { Knowledge, SourceDocument } from '../references/types.ts';
import { assess, weighAll } from './index.ts';
import type { Situation } from './situation.ts';
import {
  type Assessment,
  EMPTY_POLICY,
  type Policy,
  type ResolvedReference,
  type Severity,
  type UsageProfile,
  type Verdict,
} from './types.ts';

export const TODAY = '2026-11-22';
const SOURCE = { title: 'a test', checked: TODAY };
const EVIDENCE: Evidence = { kind: 'catalogue', source: 'a test', checked: TODAY };

let opened: ReturnType<typeof openDatabase> | undefined;
/** The database as its sources stand. */
export const database = () => (opened ??= openDatabase(JSON.parse(JSON.stringify(compile(loadSources())))));

/** A licence of the database. */
export function real(id: string): License {
  const license = database().license(id);
  if (!license) throw new Error(`no licence ${id} in the database`);
  return license;
}

export function licence(parts: Partial<License> & Pick<License, 'id'>): License {
  return {
    name: `${parts.id} licence`,
    shortName: `${parts.id} licence`,
    osi: false,
    kind: 'ai',
    openness: 'restricted-weights',
    documents: { license: { title: `The ${parts.id} text` } },
    summary: { may: [], must: [], mustNot: [] },
    clauses: [],
    verification: 'read',
    source: SOURCE,
    ...parts,
  };
}

export const applied = (license: License, via: AppliedLicense['via'] = 'own', from?: string): AppliedLicense => ({
  license,
  via,
  evidence: EVIDENCE,
  ...(from ? { from } : {}),
});

/** A model under licences, strictest first. */
export function model(
  licenses: readonly (License | AppliedLicense)[],
  parts: Partial<ResolvedModel> = {},
): ResolvedModel {
  const all = licenses.map((one) => ('via' in one ? one : applied(one)));
  const license = all[0]?.license ?? null;
  const openness: OpennessClass = license?.openness ?? 'unknown';
  return {
    kind: 'huggingface',
    id: 'acme/model-7b',
    license,
    licenses: all,
    disagreement: false,
    openness,
    lineage: [],
    evidence: EVIDENCE,
    ...parts,
  };
}

/** Parameters of one kind of clause. */
export type Parameters<K extends ClauseType> = Omit<ClauseOf<K>, 'type' | 'section'> & { section?: string };

export const clause = <K extends ClauseType>(type: K, parameters: Parameters<K>): Clause =>
  ({ type, section: '1', ...parameters }) as unknown as Clause;

export interface Given<K extends ClauseType> {
  readonly clause: Parameters<K>;
  readonly usage?: UsageProfile;
  readonly model?: Partial<ResolvedModel>;
  readonly license?: Partial<License>;
  readonly names?: readonly string[];
  readonly teaches?: Situation['teaches'];
  readonly published?: Situation['published'];
  /** All the project's notices; left out: nobody looked. */
  readonly notices?: string;
  readonly severity?: Policy['severity'];
}

export interface Outcome {
  readonly verdict: Verdict;
  /** Of the finding; left out: there is none. */
  readonly severity?: Severity;
  /** The rule the finding is told under, where that is another. */
  readonly rule?: string;
  readonly text?: string | RegExp;
  readonly reason?: string | RegExp;
  readonly asks?: readonly string[];
}

/** Weighs one clause of a licence that has no other. */
export function weigh<K extends ClauseType>(type: K, given: Given<K>) {
  const license = licence({ id: 'test', clauses: [clause(type, given.clause)], ...given.license });
  const { notices } = given;
  const situation: Situation = {
    model: model([license], given.model),
    usage: given.usage ?? {},
    names: (given.names ?? []).map((text) => ({ text, span: { start: 0, end: text.length } })),
    ...(given.teaches ? { teaches: given.teaches } : {}),
    ...(given.published ? { published: given.published } : {}),
    holdsWords: (words) => notices?.includes(words),
  };
  const [weighed] = weighAll(situation, { ...EMPTY_POLICY, severity: given.severity ?? {} });
  if (!weighed) throw new Error('nothing weighed');
  return weighed;
}

/** One test for each row: [what is tried, given, outcome]. */
export function cases<K extends ClauseType>(type: K, rows: readonly (readonly [string, Given<K>, Outcome])[]): void {
  it.each(rows)('%s', (_title, given, { verdict, severity, rule, text, reason, asks }) => {
    const { clause: weighed, finding } = weigh(type, given);
    expect({ verdict: weighed.verdict, severity: finding?.severity }).toEqual({ verdict, severity });
    expect(weighed.severity).toBe(severity);
    if (finding) expect(finding.rule).toBe(rule ?? type);
    if (text !== undefined) expect(weighed.text).toMatch(text);
    if (reason !== undefined) expect(weighed.reason).toMatch(reason);
    if (asks !== undefined) expect(weighed.asks).toEqual(asks);
  });
}

const KNOWLEDGE: Knowledge = {
  isKnownModel: () => false,
  isKnownPublisher: () => false,
  isOllamaModel: () => false,
  api: () => undefined,
  namesFamily: () => false,
};

export interface DocumentOptions {
  readonly path?: string;
  readonly policy?: Partial<Policy>;
  readonly today?: string;
  /** All the project's notices; left out: nobody looked. */
  readonly notices?: string;
}

/** Assesses every reference of a document. `models`: what each id resolves to; ids not in it are unknown. */
export function assessText(
  text: string,
  models: Readonly<Record<string, ResolvedModel>>,
  { path = 'config.yaml', policy, today = TODAY, notices }: DocumentOptions = {},
): readonly (ResolvedReference & { readonly assessment: Assessment })[] {
  const document: SourceDocument = { path, text };
  const knowledge: Knowledge = {
    ...KNOWLEDGE,
    isKnownModel: (id) => id in models,
    isOllamaModel: (name) => Object.keys(models).some((id) => id.split(':')[0] === name),
  };
  const { references: found } = findReferences(document, knowledge, { includeCommented: false });
  const references = found.map((reference) => ({
    reference,
    model: { ...(models[reference.id] ?? model([])), id: reference.id, kind: reference.kind },
  }));
  const context = {
    policy: { ...EMPTY_POLICY, ...policy },
    today,
    workspace: { holdsWords: (words: string) => notices?.includes(words) },
    document,
    references,
    licenseNamed: (name: string) => database().licenseNamed(name),
  };
  return references.map((subject) => ({ ...subject, assessment: assess(subject, context) }));
}

/** `id rule severity` of every finding of the named rules, for tables. */
export function told(
  assessed: ReturnType<typeof assessText>,
  ...rules: readonly string[]
): readonly { readonly id: string; readonly rule: string; readonly severity: string; readonly message: string }[] {
  return assessed.flatMap(({ reference, assessment }) =>
    assessment.findings
      .filter(({ rule }) => rules.includes(rule))
      .map(({ rule, severity, message }) => ({ id: reference.id, rule, severity, message })),
  );
}
