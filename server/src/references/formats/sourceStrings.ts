/** Where string literals and comments begin and end in languages of many kinds. */
import { maximumLength } from '../limits.ts';
import type { Format, SourceDocument } from '../types.ts';

export interface Syntax {
  /** `#` begins a comment. */
  readonly hash: boolean;
  /** `//` and `/*` do. */
  readonly slashes: boolean;
  /** `--` does. */
  readonly dashes?: boolean;
  /** `'…'` is a string, not a character. */
  readonly single: boolean;
  /** PowerShell: a back-tick escapes and opens nothing; `@"` at the end of a line opens a text up to `"@` at a line's start. */
  readonly powershell?: boolean;
  /** `<-` gives a value to a name, as in R; elsewhere it takes from a channel or a list. */
  readonly arrow?: boolean;
}

const hashed = /\.(?:py|pyi|rb|php|r|pl|ex|exs|jl|nim|cr|sh|nix|ruby|perl|julia|elixir)$/i;
const dashed = /\.(?:lua|hs|haskell)$/i;
const singles =
  /\.(?:py|pyi|rb|php|js|mjs|cjs|jsx|ts|mts|cts|tsx|dart|groovy|gradle|lua|r|pl|ex|exs|ruby|perl|elixir)$|(?:^|\/)jenkinsfile[^/]*$/i;
const languages: Readonly<Record<string, Syntax>> = {
  ruby: { hash: true, slashes: false, single: true },
  r: { hash: true, slashes: false, single: true, arrow: true },
  php: { hash: true, slashes: true, single: true },
  python: { hash: true, slashes: false, single: true },
  javascript: { hash: false, slashes: true, single: true },
  typescript: { hash: false, slashes: true, single: true },
  dart: { hash: false, slashes: true, single: true },
  powershell: { hash: true, slashes: false, single: true, powershell: true },
};

/** @param format wins where it tells: the path of an embedded document has no extension */
export function syntaxOf({ path, languageId }: SourceDocument, format: Format): Syntax {
  if (format === 'python' || format === 'javascript' || format === 'powershell') return languages[format] as Syntax;
  const known = languageId === undefined || !Object.hasOwn(languages, languageId) ? undefined : languages[languageId];
  if (known) return known;
  const hash = hashed.test(path);
  const dashes = dashed.test(path);
  return {
    hash,
    dashes,
    slashes: !(hash || dashes) || /\.php$/i.test(path),
    single: singles.test(path),
    arrow: /\.r$/i.test(path),
  };
}

export interface Token {
  readonly kind: 'string' | 'comment';
  /** Inside of the quotes, behind the marker. */
  readonly from: number;
  readonly to: number;
  /** Where to go on. */
  readonly next: number;
  readonly raw: boolean;
}

const fences = ['"""', "'''", '`'] as const;

/** Cuts one document into strings and comments. Every character is looked at a fixed number of times. */
export class StringScanner {
  readonly #text: string;
  readonly #syntax: Syntax;
  /** No closing quote comes before this offset. */
  readonly #unclosed = new Map<string, number>();

  constructor(text: string, syntax: Syntax) {
    this.#text = text;
    this.#syntax = syntax;
  }

  /** The string or comment that begins at `at`, if one does. */
  at(at: number): Token | undefined {
    const text = this.#text;
    const c = text[at];
    if (c === '#' && this.#syntax.hash) return this.#line(at, 1);
    if (c === '-' && this.#syntax.dashes && text[at + 1] === '-') return this.#line(at, 2);
    if (c === '/' && this.#syntax.slashes) {
      if (text[at + 1] === '/') return this.#line(at, 2);
      if (text[at + 1] !== '*') return undefined;
      const close = text.indexOf('*/', at + 2);
      const to = close < 0 ? text.length : close;
      return { kind: 'comment', from: at + 2, to, next: close < 0 ? to : to + 2, raw: true };
    }
    if (this.#syntax.powershell) {
      if (c === '`') return { kind: 'string', from: at, to: at, next: Math.min(at + 2, text.length), raw: true };
      const quote = c === '@' ? text[at + 1] : undefined;
      if ((quote === '"' || quote === "'") && /^\r?\n/.test(text.slice(at + 2, at + 4)))
        return this.#closed(at, `@${quote}`, maximumLength, true, `\n${quote}@`);
    }
    for (const fence of this.#syntax.powershell ? [] : fences)
      if (text.startsWith(fence, at)) return this.#closed(at, fence, maximumLength, fence === '`');
    if (c === '"') {
      // `r#"…"#` of Rust, `#"…"#` of Swift, `@"…"` of C#.
      let hashes = 0;
      while (hashes < 8 && text[at - 1 - hashes] === '#') hashes++;
      if (hashes > 0) return this.#closed(at, '"', maximumLength, true, `"${'#'.repeat(hashes)}`);
      const verbatim = /[@r]/.test(text[at - 1] ?? '') && !/\w/.test(text[at - 2] ?? '');
      return this.#closed(at, '"', verbatim ? maximumLength : 0, verbatim);
    }
    if (c !== "'") return undefined;
    if (this.#syntax.single) return this.#closed(at, "'", 0, false);
    // A character: skipped as a string without slots, so that its quote opens nothing.
    const character = /'(?:[^'\\\n]|\\[^\n]{1,9}?)'/y;
    character.lastIndex = at;
    const match = character.exec(text);
    return match ? { kind: 'string', from: at, to: at, next: at + match[0].length, raw: true } : undefined;
  }

  #line(at: number, marker: number): Token {
    const newline = this.#text.indexOf('\n', at);
    const to = newline < 0 ? this.#text.length : newline;
    return { kind: 'comment', from: at + marker, to, next: to, raw: true };
  }

  /** @param reach 0: up to the end of the line */
  #closed(at: number, open: string, reach: number, raw: boolean, close = open): Token | undefined {
    if ((this.#unclosed.get(close) ?? -1) > at) return undefined;
    const text = this.#text;
    const from = at + open.length;
    for (let i = from; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 && reach === 0) {
        this.#unclosed.set(close, i);
        return undefined;
      }
      if (c === 92 && !raw) i++;
      else if (c === close.charCodeAt(0) && text.startsWith(close, i))
        return { kind: 'string', from, to: i, next: i + close.length, raw };
    }
    this.#unclosed.set(close, text.length);
    return undefined;
  }
}
