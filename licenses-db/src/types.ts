/** What readers of the compiled database see. */
import type {
  Alternative,
  Components,
  Family,
  License,
  Model,
  OllamaModel,
  Release,
  Republisher,
  Source,
} from './schema.ts';
import type { Form, Relation, Task } from './vocabulary.ts';

/** A family as readers see it: what is needed to check or match names has been used up in compiling. */
export type KnownFamily = Omit<Family, 'examples' | 'patterns' | 'mentions'>;
export type KnownRepublisher = Omit<Republisher, 'examples'>;

export interface Publisher {
  readonly id: string;
  /** Undefined for a file of many small publishers: each goes by its organisation. */
  readonly name?: string;
  readonly url?: string;
  readonly orgs: readonly string[];
}

/** Facts gathered for one name by a family: release and exceptions applied, most specific last. */
export interface FamilyMatch {
  readonly publisher: Publisher;
  readonly family: KnownFamily;
  readonly release: Release;
  /** As captured: "3.1"; the family's own where the pattern captures none. */
  readonly version: string;
  /** As captured, upper-case: "8B", "8X22B". */
  readonly size?: string;
  readonly variant?: string;
  readonly license: string;
  /**
   * The name tells no size, or no version, and the licence depends on it: `license` is that of most, and need not be this one's.
   */
  readonly unsettled?: 'size' | 'version';
  readonly disputed: readonly { readonly license: string; readonly source: Source }[];
  readonly task?: Task;
  readonly form?: Form;
  /** Total parameters in billions, where the entry states them. */
  readonly parameters?: number;
  /** What these models were made from; templates filled in. */
  readonly bases?: readonly { readonly id: string; readonly relation: Relation }[];
  readonly context?: number;
  readonly released?: string;
  readonly multimodal?: boolean;
  readonly components?: Components;
  readonly note?: string;
  readonly source: Source;
}

export interface OllamaMatch {
  readonly publisher: Publisher;
  readonly entry: OllamaModel;
  /** Undefined where the library has the name but no entry covers the tag. */
  readonly tag?: OllamaModel['tags'][string];
  /** The key that covered the tag. */
  readonly key?: string;
}

export interface ApiMatch {
  readonly publisher: Publisher;
  readonly kind: 'hosted' | 'api';
  readonly provider: string;
  /** Hugging Face id of the open-weight model served. */
  readonly model?: string;
  /** Licence id of the terms, where the entry tells. */
  readonly license?: string;
  readonly source: Source;
}

export interface Database {
  /** Schema version (semver). */
  readonly schema: string;
  /** Content date, YYYY-MM-DD: the newest `checked` of any entry. */
  readonly date: string;
  licenses(): readonly License[];
  license(id: string): License | undefined;
  /** By id, SPDX id or alias; case-insensitive. */
  licenseNamed(name: string): License | undefined;
  publishers(): readonly Publisher[];
  /** The publisher that answers for a Hugging Face organisation. */
  publisherOf(org: string): Publisher | undefined;
  /** Exact entry; case-insensitive. */
  model(id: string): { readonly publisher: Publisher; readonly model: Model } | undefined;
  models(): readonly Model[];
  /** The family an ORG/NAME falls under. */
  family(id: string): FamilyMatch | undefined;
  /** The family a bare NAME falls under, any publisher; for republishers. `orgs` narrows. */
  familyOfName(name: string, orgs?: readonly string[]): FamilyMatch | undefined;
  /** The family a third party's name speaks of: "My-Llama-3.1-8B-Tune" → Llama 3.1. Only families that allow it. */
  familyInName(name: string): FamilyMatch | undefined;
  /** All families a third party's name speaks of, left to right; a merge may name several. */
  familiesInName(name: string): readonly FamilyMatch[];
  /**
   * Ids that the database spells out (exact entries, and models that tags, examples or alternatives name) whose NAME part is
   * this, case-insensitive; exact entries first.
   */
  idsNamed(name: string): readonly string[];
  /** The id as the database spells it, where it does; else as given, with the organisation as its publisher spells it. */
  spelling(id: string): string;
  /** Every Hugging Face id that stands in the database, and every Ollama name: for telling what somebody may have meant. */
  names(): readonly string[];
  ollama(name: string, tag: string | undefined): OllamaMatch | undefined;
  isOllamaModel(name: string): boolean;
  /** Of several providers' meanings of one name, the one of `provider`, else the first. */
  api(name: string, provider?: string): ApiMatch | undefined;
  republisher(org: string): KnownRepublisher | undefined;
  alternatives(): readonly Alternative[];
}
