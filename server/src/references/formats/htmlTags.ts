/** The signs of HTML: tags with their attributes, and entities. */
import { Decoded } from './decoded.ts';
import type { Literal } from './literal.ts';

export interface Attribute {
  readonly name: string;
  /** As it is written, quotes excluded. */
  readonly value: string;
  /** UTF-16 offset of the value. */
  readonly at: number;
  /** `{…}` of Svelte and Astro: program text. */
  readonly computed: boolean;
}

export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** `</name>`. */
  readonly closes: boolean;
  /** `<name/>`. */
  readonly empty: boolean;
  /** Just past it. */
  readonly end: number;
}

const opening = /<(\/?)([A-Za-z][\w:.-]*)/y;
const attribute = /([^\s=>"'/<]+)(?:\s*=\s*("[^"]*"|'[^']*'|(?=\{)|[^\s>"'`]+))?/y;
/** More program text than this stands in no attribute. */
const longestExpression = 5000;

/** The tag that begins at `at`, if one does. */
export function tagAt(text: string, at: number): Tag | undefined {
  opening.lastIndex = at;
  const match = opening.exec(text);
  if (!match) return undefined;
  const attributes: Attribute[] = [];
  let i = at + match[0].length;
  for (; i < text.length; ) {
    const c = text[i] as string;
    if (c === '>' || c === '<') break;
    attribute.lastIndex = i;
    const found = /[\s/"'=]/.test(c) ? null : attribute.exec(text);
    if (!found) {
      i++;
      continue;
    }
    i += found[0].length;
    const written = found[2];
    if (written === undefined) continue;
    if (written === '') {
      const close = closingBrace(text, i);
      attributes.push({ name: found[1] as string, value: text.slice(i + 1, close), at: i + 1, computed: true });
      i = close + 1;
      continue;
    }
    const quoted = written[0] === '"' || written[0] === "'";
    const value = quoted ? written.slice(1, -1) : written;
    attributes.push({ name: found[1] as string, value, at: i - written.length + (quoted ? 1 : 0), computed: false });
  }
  const end = Math.min(text.length, text[i] === '>' ? i + 1 : i);
  return {
    name: (match[2] as string).toLowerCase(),
    attributes,
    closes: match[1] === '/',
    empty: text[i] === '>' && text[i - 1] === '/',
    end: Math.max(end, at + match[0].length),
  };
}

/** Of the brace at `open`; where there is none near, the end of the line. */
function closingBrace(text: string, open: number): number {
  let depth = 0;
  const end = Math.min(text.length, open + longestExpression);
  for (let i = open; i < end; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i;
  }
  const newline = text.indexOf('\n', open);
  return newline < 0 ? text.length : newline;
}

const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,5}));/y;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  sol: '/',
  colon: ':',
  dash: '-',
};

/** The entity at `at`, and how long it is. */
function entityAt(text: string, at: number): { value: string; length: number } | undefined {
  entity.lastIndex = at;
  const match = entity.exec(text);
  if (!match) return undefined;
  const [whole, decimal, hexadecimal, name] = match;
  if (name !== undefined)
    return Object.hasOwn(named, name) ? { value: named[name] as string, length: whole.length } : undefined;
  const code = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal);
  return code > 0 && code <= 0xffff ? { value: String.fromCharCode(code), length: whole.length } : undefined;
}

/** The text between `from` and `to` with its entities resolved. */
export function decodeEntities(text: string, from: number, to: number): Literal {
  const source = text.slice(from, to);
  return source.includes('&') ? decoded(text, from, to, false) : { value: source, start: from, end: to };
}

/** The same without the tags in it: code that is marked up for its colours. */
export function withoutTags(text: string, from: number, to: number): Literal {
  return decoded(text, from, to, true);
}

function decoded(text: string, from: number, to: number, untag: boolean): Literal {
  const into = new Decoded();
  let last = from;
  for (let i = from; i < to; ) {
    const c = text[i] as string;
    const tag = untag && c === '<' ? tagAt(text, i) : undefined;
    if (tag) {
      i = Math.min(tag.end, to);
      continue;
    }
    const found = c === '&' ? entityAt(text, i) : undefined;
    if (found) into.escape(found.value, i);
    else into.copy(c, i);
    i += found?.length ?? 1;
    last = i;
  }
  return into.finish(Math.min(last, to));
}
