/** The contract of this room: a reference's kind and id in, a resolved model out. Pure; evidence from outside comes in. */
import type { Components, Form, License, OpennessClass, Relation, Source, Task } from '@modelterms/licenses-db';
import type { ReferenceKind } from '../references/types.ts';

/** How we know a model's licence; see docs/database.md. Strongest first. */
export type EvidenceKind = 'user' | 'catalogue' | 'family' | 'republisher' | 'name' | 'local' | 'hub' | 'none';

export interface Evidence {
  readonly kind: EvidenceKind;
  /** What was read, for people. */
  readonly source: string;
  readonly url?: string;
  /** YYYY-MM-DD */
  readonly checked: string;
}

/** A licence that governs the model, and through what. */
export interface AppliedLicense {
  readonly license: License;
  /** own: the publisher's; base: it comes along from a base model; layer: shipped by the registry; disputed: another source states it. */
  readonly via: 'own' | 'base' | 'layer' | 'disputed';
  /** The model that brings it, for `base`. */
  readonly from?: string;
  readonly evidence: Evidence;
}

export interface LineageStep {
  /** Known id, or null where only the family is known. */
  readonly id: string | null;
  /** For people: the id, or the release's name: "Llama 2". */
  readonly name: string;
  readonly relation: 'self' | Relation | 'derived-by-name';
  readonly license: string | null;
}

export interface ResolvedModel {
  readonly kind: ReferenceKind;
  /** Canonical id in the database's spelling where known, else as referenced. */
  readonly id: string;
  /** e.g. Meta; absent where unknown. */
  readonly publisher?: string;
  /** e.g. Llama 3.1 */
  readonly release?: string;
  readonly family?: string;
  readonly version?: string;
  /** Total parameters in billions. */
  readonly parameters?: number;
  readonly task?: Task;
  readonly form?: Form;
  readonly context?: number;
  readonly released?: string;
  readonly multimodal?: boolean;
  /** The governing licence: of several, the strictest. Null when unknown. */
  readonly license: License | null;
  /** Every licence that governs, strictest first; empty when unknown. */
  readonly licenses: readonly AppliedLicense[];
  /** Sources state different licences for the same model; the stricter is `license`. */
  readonly disagreement: boolean;
  readonly openness: OpennessClass;
  readonly components?: Components;
  /** From the model itself to its farthest known base. */
  readonly lineage: readonly LineageStep[];
  readonly evidence: Evidence;
  /** Hugging Face repository of the weights, where known; for the link to the model page. */
  readonly page?: string;
  readonly note?: string;
}

/** A model of the user's own, or a correction, from the policy file. */
export interface UserModel {
  readonly id: string;
  readonly license: string;
  readonly base?: string;
}

/** Further evidence (local caches, the hub), injected; undefined where it has none. */
export interface EvidenceSource {
  license(kind: ReferenceKind, id: string): { license: string; base?: string; evidence: Evidence } | undefined;
}

/** What is resolved; a ModelReference fits. */
export interface ModelQuery {
  readonly kind: ReferenceKind;
  readonly id: string;
  readonly provider?: string;
}

export interface ResolveOptions {
  readonly userModels?: readonly UserModel[];
  readonly sources?: readonly EvidenceSource[];
}

/** The room's one function, built by `createResolver(database)` in `index.ts`. Never throws; unknown is an answer. */
export type ResolveModel = (query: ModelQuery, options?: ResolveOptions) => ResolvedModel;

export type { Source };
