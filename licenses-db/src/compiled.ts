/**
 * The compiled database: what `db compile` writes (as the text of `text.ts`) and `openDatabase` reads. Free of Node.
 *
 * Entries are packed, and unpacked when first asked for, so that opening costs little:
 * - an object is `[shape, ...values]`, `shapes[shape]` naming its keys; an array is `[0, ...items]` (shape 0 is taken by arrays);
 * - what occurs more than once (sources, ids, lists) stands in `shared`, and a negative number n refers to `shared[-n - 1]`;
 * - in strings, a prefix of the phrase book and the character after it stand for a phrase.
 */

import type { Attested } from './matching/attested.ts';
import type { ApiName } from './schema.ts';
import type { KnownFamily } from './types.ts';

export type Packed = string | number | boolean | null | readonly Packed[];

/** Entries by number: a list, or something that reads them as they are asked for. */
export type Rows = Pick<readonly Packed[], 'at' | 'length'>;

export interface CompiledPublisher {
  readonly id: string;
  readonly name?: string;
  readonly url?: string;
  readonly orgs: readonly string[];
  /** `StoredFamily[]` */
  readonly families: Packed;
  /** `StoredApi[]` */
  readonly apis: Packed;
}

export interface StoredFamily {
  readonly patterns: readonly string[];
  /** Per pattern: text that each name it matches holds, lower-case; '' where none can be told. */
  readonly needles: readonly string[];
  /** Expressions by which third parties' names mention the family; null where the patterns tell, absent where nothing does. */
  readonly mentions?: readonly string[] | null;
  /** Per release: versions and numbers that the ids spelled out have. */
  readonly attested: readonly Attested[];
  readonly family: KnownFamily;
}

export interface StoredApi {
  readonly pattern: string;
  readonly needle: string;
  readonly api: Omit<ApiName, 'pattern' | 'examples'>;
}

/** Entries of all publishers: `ids[i]` is the entry `data[i]`, its id or name left out, of publisher number `publisher[i]`. */
export interface CompiledTable<Data extends Rows = readonly Packed[]> {
  readonly ids: readonly string[];
  readonly publisher: readonly number[];
  readonly data: Data;
}

export interface Compiled<Data extends Rows = readonly Packed[]> {
  readonly schema: string;
  readonly date: string;
  readonly shapes: readonly (readonly string[])[];
  readonly shared: Data;
  readonly book: PhraseBook;
  readonly licenses: { readonly ids: readonly string[]; readonly data: Data };
  readonly publishers: readonly CompiledPublisher[];
  readonly models: CompiledTable<Data>;
  readonly ollama: CompiledTable<Data>;
  readonly republishers: { readonly orgs: readonly string[]; readonly data: Data };
  readonly alternatives: Data;
  /** Openness by component, of models and families whose own entries do not say; packed as one list. */
  readonly openness: Packed;
  /** Ids that some entry spells out and that have no entry of their own; packed as one list. */
  readonly ids: Packed;
}

export interface PhraseBook {
  /** Characters that begin a code; followed by a space, they stand for themselves. */
  readonly prefixes: string;
  readonly phrases: readonly string[];
}

/** What may follow a prefix: printable ASCII that JSON need not escape; not the space, which says that no code is meant. */
const SECONDS = [...Array(94).keys()].map((i) => String.fromCharCode(33 + i)).filter((char) => !'"\\'.includes(char));
export const CODES_PER_PREFIX = SECONDS.length;

/** The two characters that stand for phrase `i`. */
export function codeAt({ prefixes }: PhraseBook, i: number): string {
  return (prefixes[Math.floor(i / CODES_PER_PREFIX)] as string) + SECONDS[i % CODES_PER_PREFIX];
}

function phraseReader(book: PhraseBook): (text: string) => string {
  const phrases = new Map(book.phrases.map((phrase, i) => [codeAt(book, i), phrase]));
  const codes = new RegExp(`[${book.prefixes.replace(/[\\\]^-]/g, '\\$&')}].`, 'g');
  return (text) => text.replace(codes, (code) => phrases.get(code) ?? (code[0] as string));
}

/** Turns packed entries back into objects. Shared parts are unpacked once and are the same object wherever they occur. */
export function unpacker({
  shapes,
  shared,
  book,
}: Pick<Compiled<Rows>, 'shapes' | 'shared' | 'book'>): <T>(packed: Packed) => T {
  const ready: unknown[] = [];
  let read: ((text: string) => string) | undefined;
  const unpack = (packed: Packed): unknown => {
    if (typeof packed === 'number' && packed < 0) {
      const at = -packed - 1;
      if (!(at in ready)) ready[at] = unpack(shared.at(at) as Packed);
      return ready[at];
    }
    if (typeof packed === 'string') {
      read ??= phraseReader(book);
      return read(packed);
    }
    if (packed === null || typeof packed !== 'object') return packed;
    const [shape, ...values] = packed as readonly [number, ...Packed[]];
    if (shape === 0) return values.map(unpack);
    const keys = shapes[shape] as readonly string[];
    return Object.fromEntries(values.map((value, i) => [keys[i] as string, unpack(value)]));
  };
  return unpack as <T>(packed: Packed) => T;
}
