/** Builds a decoded string together with the place of each of its characters in the text. */
export class Decoded {
  #value = '';
  readonly #offsets: number[] = [];

  /** Appends text copied from the source at `offset`. */
  copy(text: string, offset: number): this {
    this.#value += text;
    for (let i = 0; i < text.length; i++) this.#offsets.push(offset + i);
    return this;
  }

  /** Appends text that an escape at `offset` stands for. */
  escape(text: string, offset: number): this {
    this.#value += text;
    for (let i = 0; i < text.length; i++) this.#offsets.push(offset);
    return this;
  }

  /** `end`: the offset just past the last source character. Offsets are left out where nothing was moved. */
  finish(end: number): { value: string; start: number; end: number; offsets?: number[] } {
    const start = this.#offsets[0] ?? end;
    const straight = this.#offsets.every((offset, i) => offset === start + i) && start + this.#value.length === end;
    if (straight) return { value: this.#value, start, end };
    return { value: this.#value, start, end, offsets: [...this.#offsets, end] };
  }
}

const simple: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\x85',
  _: '\xa0',
};
const hexLength: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Decodes backslash escapes of JSON, YAML and TOML strings: `source` is the text between the quotes, `offset` its
 * place. An escaped line break joins the lines; with `folds` a bare line break becomes a blank, as in YAML.
 */
export function decodeEscapes(source: string, offset: number, folds: boolean): ReturnType<Decoded['finish']> {
  const end = offset + source.length;
  if (!source.includes('\\') && !(folds && source.includes('\n'))) return { value: source, start: offset, end };
  const decoded = new Decoded();
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as string;
    if (c === '\\') {
      const next = source[i + 1];
      if (next === undefined) break;
      const digits = hexLength[next];
      const code = digits ? Number.parseInt(source.slice(i + 2, i + 2 + digits), 16) : Number.NaN;
      if (next === '\n' || next === '\r') {
        i++;
        while (i + 1 < source.length && /\s/.test(source[i + 1] as string)) i++;
      } else if (digits && code >= 0 && code <= 0x10ffff) {
        decoded.escape(String.fromCodePoint(code), offset + i);
        i += digits + 1;
      } else {
        decoded.escape(simple[next] ?? next, offset + i);
        i++;
      }
    } else if (folds && c === '\n') {
      decoded.escape(' ', offset + i);
      while (i + 1 < source.length && /\s/.test(source[i + 1] as string)) i++;
    } else decoded.copy(c, offset + i);
  }
  return decoded.finish(end);
}
