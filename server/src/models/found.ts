/** What one evidence step finds out, before it is put in the order of strictness. */
import {
  type Components,
  type Database,
  type Form,
  type License,
  type OpennessClass,
  opennessOf,
  type Relation,
  type Source,
  type Task,
  worstOpenness,
} from '@modelterms/licenses-db';
import { reaching } from './modality.ts';
import { strictestFirst, withoutRepeats } from './strictness.ts';
import type {
  AppliedLicense,
  Evidence,
  EvidenceKind,
  LineageStep,
  ModelQuery,
  ResolvedModel,
  ResolveOptions,
} from './types.ts';

/** Facts that say what a model is, not what its terms are. */
export interface ModelFacts {
  readonly publisher?: string;
  readonly release?: string;
  readonly family?: string;
  readonly version?: string;
  readonly parameters?: number;
  readonly task?: Task;
  readonly form?: Form;
  readonly context?: number;
  readonly released?: string;
  readonly multimodal?: boolean;
  readonly components?: Components;
  readonly note?: string;
  readonly page?: string;
}

export interface Found extends ModelFacts {
  readonly id: string;
  /** The model's own, a registry's, disputed ones, and those of its bases; in any order. */
  readonly licenses: readonly AppliedLicense[];
  readonly openness: OpennessClass;
  /** Bases, nearest first; the model itself not among them. */
  readonly lineage: readonly LineageStep[];
  readonly evidence: Evidence;
}

/** What steps share. */
export interface Context {
  readonly database: Database;
  readonly options: ResolveOptions;
  /** Resolves another model, one step down the lineage; undefined where nothing is known or the chain is too long. */
  resolve(query: ModelQuery): Found | undefined;
}

/** One kind of evidence: what it knows of a model, or undefined. */
export type Step = (query: ModelQuery, context: Context) => Found | undefined;

export function evidenceOf(kind: EvidenceKind, { title, url, checked }: Source): Evidence {
  return { kind, source: title, url, checked };
}

export function applied(
  database: Database,
  id: string,
  via: AppliedLicense['via'],
  evidence: Evidence,
): AppliedLicense | undefined {
  const license = database.license(id);
  return license && { license, via, evidence };
}

/** What a model takes over from one it was made from: its licences, and its place in the lineage. */
export interface Inherited {
  readonly licenses: readonly AppliedLicense[];
  readonly openness: readonly OpennessClass[];
  readonly lineage: readonly LineageStep[];
}

/** Resolves bases by id. A base of which nothing is known still stands in the lineage. */
export function inherit(context: Context, bases: readonly { id: string; relation: Relation }[] = []): Inherited {
  const licenses: AppliedLicense[] = [];
  const openness: OpennessClass[] = [];
  const lineage: LineageStep[] = [];
  for (const { id, relation } of bases) {
    const base = context.resolve({ kind: 'huggingface', id });
    if (!base) {
      lineage.push({ id, name: id, relation, license: null });
      continue;
    }
    licenses.push(...handedOn(base));
    openness.push(base.openness);
    lineage.push(
      { id: base.id, name: base.id, relation, license: governing(base.licenses)?.id ?? null },
      ...base.lineage,
    );
  }
  return { licenses, openness, lineage };
}

/**
 * The licences that a derivative of `base` takes over, as they reach the base. What others state of the base counts only where it
 * is the strictest.
 */
export function handedOn(base: Found): AppliedLicense[] {
  const strictest = strictestFirst(base.licenses)[0];
  return base.licenses
    .filter((one) => one.via !== 'disputed' || one === strictest)
    .map((one) => ({ ...asReached(one, base), via: 'base', from: one.from ?? base.id }));
}

/** What comes from a base was limited when the base handed it on: the base's kind decides, not that of what was made of it. */
const asReached = (one: AppliedLicense, model: Found): AppliedLicense =>
  one.via === 'base' ? one : reaching(one, model);

/** Openness of a model by its own licences and components, no better than its bases'. */
export function opennessWith(
  own: readonly AppliedLicense[],
  components: Components | undefined,
  bases: readonly OpennessClass[],
): OpennessClass {
  const strictest = governing(own);
  const classes: OpennessClass[] = bases.filter((openness) => openness !== 'unknown');
  if (strictest || classes.length === 0) classes.push(opennessOf(strictest, components));
  return worstOpenness(classes);
}

export function governing(licenses: readonly AppliedLicense[]): License | undefined {
  return strictestFirst(licenses)[0]?.license;
}

/** The room's answer. */
export function toResolved({ kind }: ModelQuery, found: Found): ResolvedModel {
  const { licenses: unordered, lineage, ...facts } = found;
  const licenses = strictestFirst(withoutRepeats(unordered).map((one) => asReached(one, found)));
  const license = licenses[0]?.license ?? null;
  const stated = new Set(unordered.filter(({ via }) => via !== 'base').map((one) => one.license.id));
  return {
    ...facts,
    kind,
    license,
    licenses,
    disagreement: stated.size > 1,
    lineage: [{ id: found.id, name: found.id, relation: 'self', license: license?.id ?? null }, ...lineage],
  };
}
