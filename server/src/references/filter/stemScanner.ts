/**
 * Looks for many words in a text at once, without reading most of it: the method of Wu and Manber, which tells from two
 * letters how far the next word can be at the nearest. Over the bytes of UTF-8, so that a file need not be decoded first.
 */

interface Stem {
  readonly bytes: Uint8Array;
  /** Only at the beginning of a word. */
  readonly begins: boolean;
  /** What may follow: anything, the sign that ends a key or goes on with it, or what is no letter and no digit. */
  readonly before: 'anything' | 'key' | 'end';
}

/** The same letter whatever its case; everything else as it is. */
const fold = new Uint8Array(256).map((_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));

const isLetter = (byte: number): boolean => {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
};
const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Whether a word counts, by what stands around it: it begins at `start`, `end` is behind it; bytes up to `length` are text. */
export type Accepts = (bytes: Uint8Array, start: number, end: number, length: number) => boolean;

/** How far around a word `accepts` may look and always see text. */
export const farthest = 256;

/** How a text is handed over in bytes: this many UTF-16 units at a time. */
const slice = 16_384;
const encoder = new TextEncoder();
const scratch = new Uint8Array(3 * slice);

export class StemScanner {
  readonly #shortest: number;
  readonly #longest: number;
  /** By two folded bytes: how far to go on; 0 where a word may end its first part here. */
  readonly #shift: Uint8Array;
  readonly #candidates = new Map<number, Stem[]>();

  /** @param stems in lower case and ASCII; see `tables/stems.ts` for the signs `^`, `$` and `!` */
  constructor(stems: readonly string[]) {
    const all = stems.map((stem): Stem => {
      const text = stem.replace(/^\^/, '').replace(/[$!]$/, '');
      const before = stem.endsWith('$') ? 'key' : stem.endsWith('!') ? 'end' : 'anything';
      return { bytes: encoder.encode(text), begins: stem.startsWith('^'), before };
    });
    this.#shortest = Math.min(...all.map(({ bytes }) => bytes.length));
    this.#longest = Math.max(...all.map(({ bytes }) => bytes.length));
    this.#shift = new Uint8Array(0x10000).fill(this.#shortest - 1);
    for (const stem of all) {
      for (let end = 1; end < this.#shortest; end++) {
        const at = pair(stem.bytes[end - 1] as number, stem.bytes[end] as number);
        this.#shift[at] = Math.min(this.#shift[at] as number, this.#shortest - 1 - end);
        if (end === this.#shortest - 1) this.#candidates.set(at, [...(this.#candidates.get(at) ?? []), stem]);
      }
    }
  }

  /** Whether one of the words stands in the first `length` bytes. `accepts` is asked of each, by its first byte and the one past it. */
  inBytes(bytes: Uint8Array, length = bytes.length, accepts?: Accepts): boolean {
    const shift = this.#shift;
    const first = this.#shortest - 1;
    for (let i = first; i < length; ) {
      const at = (((bytes[i - 1] as number) | 0x20) << 8) | ((bytes[i] as number) | 0x20);
      const by = shift[at] as number;
      if (by > 0) i += by;
      else {
        if (this.#stands(bytes, i - first, length, at, accepts)) return true;
        i++;
      }
    }
    return false;
  }

  /** Whether one of the words stands in a text. */
  inText(text: string, accepts?: Accepts): boolean {
    // Slices overlap, so that no word is cut, nor what stands around it.
    const step = slice - this.#longest - 2 * farthest;
    for (let from = 0; from < text.length; from += step) {
      const part = text.length <= slice ? text : text.slice(from, from + slice);
      if (this.inBytes(scratch, encoder.encodeInto(part, scratch).written, accepts)) return true;
      if (from + slice >= text.length) return false;
    }
    return false;
  }

  #stands(bytes: Uint8Array, start: number, length: number, at: number, accepts: Accepts | undefined): boolean {
    for (const { begins, bytes: word, before } of this.#candidates.get(at) as Stem[]) {
      const end = start + word.length;
      if (end > length) continue;
      let i = 0;
      while (i < word.length && fold[bytes[start + i] as number] === word[i]) i++;
      if (i < word.length) continue;
      if (begins && start > 0 && isLetter(bytes[start - 1] as number)) {
        const camel = isCapital(bytes[start] as number) && !isCapital(bytes[start - 1] as number);
        if (!camel) continue;
      }
      if (end < length && before !== 'anything') {
        const next = bytes[end] as number;
        const follows = before === 'key' ? endsKey(next, bytes[end - 1] as number) : !isLetter(next) && !isDigit(next);
        if (!follows) continue;
      }
      if (!accepts || accepts(bytes, start, end, length)) return true;
    }
    return false;
  }
}

const pair = (a: number, b: number) => ((a | 0x20) << 8) | (b | 0x20);

const keyEnds = new Set([...encoder.encode(':="\'_-.([])\\`s?0123456789')]);

/** `chat:`, `chat_id`, `chatId`, `"chat"`. */
function endsKey(next: number, last: number): boolean {
  return keyEnds.has(next) || (isCapital(next) && !isCapital(last));
}
