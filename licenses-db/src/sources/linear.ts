/**
 * A quick proof that a regular expression, matched from one given start, takes time linear in the text: wherever it repeats,
 * the next character alone decides how it goes on, so that there is nothing to take back. Expressions of another make may be
 * linear too; a slower checker must say.
 *
 * The proof is Glushkov's: each character of the expression is a position; two positions that may follow the same position
 * inside a repetition must not accept the same character, nor may one position follow another in two ways, as in (a+)+.
 */

/** A set of characters: bit i for ASCII i (letters as lower case), bit 128 for everything else. */
type CharSet = bigint;

const EVERYTHING: CharSet = (1n << 129n) - 1n;
const setOf = (test: (char: string) => boolean): CharSet => {
  let set = 0n;
  for (let code = 0; code < 128; code++) if (test(String.fromCharCode(code))) set |= charSet(code);
  return set;
};
const charSet = (code: number): CharSet =>
  code >= 128 ? 1n << 128n : 1n << BigInt(String.fromCharCode(code).toLowerCase().charCodeAt(0));
const DIGITS = setOf((char) => /\d/.test(char));
const WORDS = setOf((char) => /\w/.test(char));
const SPACES = setOf((char) => /\s/.test(char)) | (1n << 128n);
const CLASS_ESCAPES: Record<string, CharSet> = {
  d: DIGITS,
  w: WORDS,
  s: SPACES,
  D: EVERYTHING & ~DIGITS,
  W: EVERYTHING & ~WORDS,
  S: EVERYTHING & ~SPACES,
};

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
}

/** Longer bounded repetitions count as unbounded. */
const MAX_COPIES = 16;

/** Whether the proof holds. False, too, for whatever this little parser does not know: back-references, look-behind. */
export function isPlainlyLinear(source: string): boolean {
  try {
    return new Proof(source).holds();
  } catch (error) {
    if (error instanceof UnknownSyntax) return false;
    throw error;
  }
}

class UnknownSyntax extends Error {}

class Proof {
  private at = 0;
  private readonly sets: CharSet[] = [];
  private readonly follow: Set<number>[] = [];
  private readonly repeated = new Set<number>();
  private twoWays = false;

  constructor(private readonly source: string) {}

  holds(): boolean {
    this.alternatives();
    if (this.at < this.source.length) throw new UnknownSyntax();
    return !this.twoWays && [...this.repeated].every((position) => this.isDecided(position));
  }

  private connect(a: Part, b: Part): void {
    for (const position of a.last) {
      const follow = this.follow[position] as Set<number>;
      for (const next of b.first) {
        if (follow.has(next)) this.twoWays = true;
        follow.add(next);
      }
    }
  }

  private isDecided(position: number): boolean {
    let seen = 0n;
    for (const next of this.follow[position] as Set<number>) {
      const set = this.sets[next] as CharSet;
      if (seen & set) return false;
      seen |= set;
    }
    return true;
  }

  private alternatives(): Part {
    let part = this.sequence();
    while (this.source[this.at] === '|') {
      this.at++;
      const other = this.sequence();
      part = {
        first: [...part.first, ...other.first],
        last: [...part.last, ...other.last],
        nullable: part.nullable || other.nullable,
      };
    }
    return part;
  }

  private sequence(): Part {
    let part: Part = { first: [], last: [], nullable: true };
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] as string)) {
      part = this.join(part, this.repetition());
    }
    return part;
  }

  private join(a: Part, b: Part): Part {
    this.connect(a, b);
    return {
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...a.last, ...b.last] : b.last,
      nullable: a.nullable && b.nullable,
    };
  }

  private repetition(): Part {
    const start = this.at;
    const firstPosition = this.sets.length;
    let part = this.atom();
    const [text, least, most] = this.quantifier();
    if (text === '') return part;
    const end = this.at;
    if (most > MAX_COPIES) {
      // what may match nothing could be repeated without end
      if (part.nullable) this.twoWays = true;
      this.connect(part, part);
      for (let position = firstPosition; position < this.sets.length; position++) this.repeated.add(position);
      return least === 0 ? { ...part, nullable: true } : part;
    }
    if (least === 0) part = { ...part, nullable: true };
    for (let copy = 1; copy < most; copy++) {
      this.at = start;
      const again = this.atom();
      part = this.join(part, copy < least ? again : { ...again, nullable: true });
    }
    this.at = end;
    return part;
  }

  private quantifier(): [text: string, least: number, most: number] {
    const found = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.source.slice(this.at));
    if (!found) return ['', 1, 1];
    const [text, sign, least, comma, most] = found;
    this.at += text.length;
    if (sign) return [text, sign === '+' ? 1 : 0, sign === '?' ? 1 : Number.POSITIVE_INFINITY];
    return [text, Number(least), comma ? (most ? Number(most) : Number.POSITIVE_INFINITY) : Number(least)];
  }

  private atom(): Part {
    const char = this.source[this.at] as string;
    if (char === '(') return this.group();
    if (char === '[') return this.position(this.characterClass());
    this.at++;
    if (char === '^' || char === '$') return { first: [], last: [], nullable: true };
    if (char === '.') return this.position(EVERYTHING);
    if (char === '\\') return this.position(this.escape());
    if ('*+?{'.includes(char)) throw new UnknownSyntax();
    return this.position(charSet(char.charCodeAt(0)));
  }

  private group(): Part {
    const head = /^\((?:\?(?:<\w+>|:))?(?!\?)/.exec(this.source.slice(this.at));
    if (!head) throw new UnknownSyntax();
    this.at += head[0].length;
    const part = this.alternatives();
    if (this.source[this.at] !== ')') throw new UnknownSyntax();
    this.at++;
    return part;
  }

  private escape(): CharSet {
    const char = this.source[this.at++] ?? '';
    const known = CLASS_ESCAPES[char];
    if (known !== undefined) return known;
    if (/[a-zA-Z0-9]/.test(char)) throw new UnknownSyntax();
    return charSet(char.charCodeAt(0));
  }

  private characterClass(): CharSet {
    this.at++;
    const negated = this.source[this.at] === '^';
    if (negated) this.at++;
    let set = 0n;
    while (this.source[this.at] !== ']') {
      if (this.at >= this.source.length) throw new UnknownSyntax();
      const from = this.source[this.at++] as string;
      if (from === '\\') set |= this.escape();
      else if (this.source[this.at] === '-' && this.source[this.at + 1] !== ']') {
        const to = this.source[this.at + 1] as string;
        this.at += 2;
        for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) set |= charSet(code);
      } else set |= charSet(from.charCodeAt(0));
    }
    this.at++;
    return negated ? EVERYTHING & ~set : set;
  }

  private position(set: CharSet): Part {
    const position = this.sets.push(set) - 1;
    this.follow.push(new Set());
    return { first: [position], last: [position], nullable: false };
  }
}
