/** What tests of rules are made of: small licences and models, and the way from one clause to its outcome. */
import type { Clause, ClauseOf, ClauseType, License, OpennessClass } from '@modelterms/licenses-db';
import { expect, it } from 'vitest';
import type { AppliedLicense, Evidence, ResolvedModel } from '../models/types.ts';
import type { Situation } from './situation.ts';
import { EMPTY_POLICY, type Policy, type Severity, type UsageProfile, type Verdict } from './types.ts';
import { weighAll } from './weigh.ts';

export const TODAY = '2026-11-22';
const SOURCE = { title: 'a test', checked: TODAY };
const EVIDENCE: Evidence = { kind: 'catalogue', source: 'a test', checked: TODAY };

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
  /** All that the project shows its users. */
  readonly shown?: string;
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
    showsWords: (words) => given.shown?.includes(words) === true,
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
