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
  /** Ids that some entry spells out and that have no entry of their own, one a line: a text is searched sooner than a list is read. */
  readonly ids: string;
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

function phraseReader({ phrases, prefixes }: PhraseBook): (text: string) => string {
  const seconds = SECONDS.join('');
  const codes = new RegExp(`[${prefixes.replace(/[\\\]^-]/g, '\\$&')}].`, 'g');
  const phrase = (code: string) => {
    const second = seconds.indexOf(code[1] as string);
    if (second < 0) return code[0] as string;
    return phrases[prefixes.indexOf(code[0] as string) * CODES_PER_PREFIX + second] ?? (code[0] as string);
  };
  return (text) => text.replace(codes, phrase);
}

/** Turns packed entries back into objects. Shared parts are unpacked once and are the same object wherever they occur. */
export function unpacker({
  shapes,
  shared,
  book,
}: Pick<Compiled<Rows>, 'shapes' | 'shared' | 'book'>): <T>(packed: Packed) => T {
  const ready: unknown[] = [];
  const read = phraseReader(book);
  const unpack = (packed: Packed): unknown => {
    if (typeof packed === 'string') return read(packed);
    if (typeof packed === 'number' && packed < 0) {
      const at = -packed - 1;
      if (!(at in ready)) ready[at] = unpack(shared.at(at) as Packed);
      return ready[at];
    }
    if (packed === null || typeof packed !== 'object') return packed;
    const keys = shapes[packed[0] as number] as readonly string[];
    if (packed[0] === 0) {
      const items: unknown[] = [];
      for (let i = 1; i < packed.length; i++) items.push(unpack(packed[i] as Packed));
      return items;
    }
    const entry: Record<string, unknown> = {};
    for (let i = 1; i < packed.length; i++) entry[keys[i - 1] as string] = unpack(packed[i] as Packed);
    return entry;
  };
  return unpack as <T>(packed: Packed) => T;
}
