/**
 * The parts of a value that could each be a reference: the default in a substitution, the items of a list, the words
 * of a sentence. Positions are in the value.
 */
import { maximumReference } from './limits.ts';

export interface Piece {
  readonly text: string;
  readonly start: number;
  /**
   * whole: the value, or what a substitution falls back to; item: one of several in a list; word: a word in running
   * text, for which the key says nothing.
   */
  readonly as: 'whole' | 'item' | 'word';
  /** `key=` before the item: `pretrained=ORG/NAME,dtype=auto`. */
  readonly key?: string;
  /** The variable whose default this is: `${MODEL:-ORG/NAME}`. */
  readonly variable?: string;
  /** The function this is the first argument of, in quoted code: `from_pretrained("…")`. */
  readonly call?: string;
}

const substitution = /\$\{|\{\{|\$\(|%\(|\{%/;

/** Cuts a value up. */
export function piecesOf(value: string): Iterable<Piece> {
  // Most values are one word.
  if (/^[\w./:@-]+$/.test(value) && !address.test(value)) return [{ text: value, start: 0, as: 'whole' }];
  return substitution.test(value) ? withSubstitutions(value) : parts(value, 0);
}

function* withSubstitutions(value: string): Generator<Piece> {
  let plain = '';
  for (const part of templateParts(value)) {
    if (part.template) {
      yield* inside(value, part.start, part.end);
      // The substitution joins what stands around it to one word; a name with a hole in it is no name.
      plain += '\0'.repeat(part.end - part.start);
    } else plain += value.slice(part.start, part.end);
  }
  yield* parts(plain, 0);
}

interface Part {
  start: number;
  end: number;
  template: boolean;
}

function* templateParts(value: string): Generator<Part> {
  let from = 0;
  for (let i = 0; i < value.length; i++) {
    const two = value.slice(i, i + 2);
    const close = two === '${' ? '}' : two === '{{' ? '}}' : two === '{%' ? '%}' : '';
    if (close === '') continue;
    const end = close === '}' ? closingBrace(value, i + 2) : value.indexOf(close, i + 2);
    if (end < 0) continue;
    const start = value[i - 1] === '$' && two === '{{' ? i - 1 : i;
    if (start > from) yield { start: from, end: start, template: false };
    yield { start, end: end + close.length, template: true };
    from = end + close.length;
    i = from - 1;
  }
  if (from < value.length) yield { start: from, end: value.length, template: false };
}

function closingBrace(value: string, from: number): number {
  let depth = 1;
  for (let i = from; i < value.length; i++) {
    if (value[i] === '{') depth++;
    else if (value[i] === '}' && --depth === 0) return i;
  }
  return -1;
}

/** Fallbacks: `${X:-name}`, `${X:=name}`, `${X-name}`, `${X:name}` (Spring, Quarkus), `${oc.env:X,name}` (OmegaConf). */
const fallback = /^\$\{(?:oc\.env:|env[:.])?(?:(\w*)(?::-|:=|:\?|:\+|:|,|-|=|\?)|([\w.-]*)(?::-|:=|:|,))\s*/;
const quoted = /(["'`])([^"'`]{2,200})\1/g;

function* inside(value: string, start: number, end: number): Generator<Piece> {
  const text = value.slice(start, end);
  if (text.startsWith('${') && !text.startsWith('${{')) {
    const match = fallback.exec(text);
    if (match && match[0].length < text.length - 1) {
      const from = start + match[0].length;
      const variable = match[1] || match[2] || undefined;
      for (const piece of piecesOf(value.slice(from, end - 1)))
        yield { ...piece, start: piece.start + from, ...(variable !== undefined ? { variable } : {}) };
    }
    return;
  }
  // Templates: any quoted string that is not compared with.
  for (const match of text.matchAll(quoted)) {
    const at = match.index + 1;
    if (/[!=]=\s*$/.test(text.slice(0, at - 1)) || /^\s*[!=]=/.test(text.slice(at + (match[2] as string).length + 1)))
      continue;
    yield { text: match[2] as string, start: start + at, as: 'whole' };
  }
}

const listSeparator = /[,;|\n]/;
/**
 * What ends a word: blanks, quotes, brackets, and letters and signs of scripts that write without blanks, such as Chinese.
 * An ellipsis does not: it shows that the name is none.
 */
const ends =
  '\\s,;|"\'`()[\\]<>\\0\\u2000-\\u2025\\u2027-\\u206f\\u2190-\\u2bff\\u3000-\\u9fff\\uac00-\\udfff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef';
const wordPattern = new RegExp(`[^${ends}]+`, 'g');
const address = /(?<=[:)*_~{])https?:\/\//;
const ended = new RegExp(`[${ends}]`);

function* parts(value: string, base: number): Generator<Piece> {
  let start = 0;
  let end = value.length;
  while (start < end && /\s/.test(value[start] as string)) start++;
  while (end > start && /\s/.test(value[end - 1] as string)) end--;
  if (start === end) return;
  const text = value.slice(start, end);
  if (!ended.test(text)) {
    if (text.length <= maximumReference * 3) yield* word(text, base + start, 'whole');
    return;
  }
  // A list is words with separators between them; anything else is running text.
  const isList = listSeparator.test(text)
    ? text.split(/[,;|\n]/).every((item) => !/\S\s+\S/.test(item.trim()))
    : (/^[[('"]/.test(text) && !/\S\s+\S/.test(text)) || areNames(text);
  const words = new RegExp(wordPattern);
  words.lastIndex = start;
  for (let match = words.exec(value); match; match = words.exec(value)) {
    const at = match.index;
    const text = match[0];
    const quoted = /["'`]/.test(value[at - 1] ?? '');
    // Of running text only what has the shape of an id, an address or a setting can say anything.
    if (text.length > maximumReference * 3 || !(quoted || isList || /[/:=]/.test(text))) continue;
    const to = at + text.length;
    // Words with a hole from a substitution are incomplete; a quoted word before a colon is a key.
    if (value[at - 1] === '\0' || value[to] === '\0') continue;
    if (quoted && /^["']\s{0,4}:/.test(value.slice(to, to + 6))) continue;
    // `github.repository == 'a/b'`: what code is compared with.
    if (quoted && /(?:repository|repo)\s{0,4}[!=]==?\s{0,4}.$/.test(value.slice(Math.max(0, at - 30), at))) continue;
    for (const piece of word(text, base + at, isList ? 'item' : 'word'))
      yield quoted && piece.key === undefined ? { ...piece, ...before(value, at - 1) } : piece;
  }
}

/** `acme/tern acme/gull`, `llama3.2 bge-m3`: nothing but names, with blanks between them. */
function areNames(text: string): boolean {
  if (text.length > 2000 || !/^[\w./: -]+$/.test(text)) return false;
  return text.split(/ +/).every((word) => /[\d/:-]/.test(word) && /^[a-z]/i.test(word));
}

/** What stands before a quoted word: `key="` or `call("`. */
function before(value: string, quote: number): { key?: string; call?: string } {
  let at = quote - 1;
  const blanks = () => {
    while (at >= 0 && quote - at < 20 && /\s/.test(value[at] as string)) at--;
  };
  blanks();
  const sign = value[at];
  if (sign !== '=' && sign !== ':' && sign !== '(') return {};
  at--;
  blanks();
  if (sign !== '(' && /["']/.test(value[at] ?? '')) at--;
  const end = at + 1;
  while (at >= 0 && end - at < 60 && /[\w.-]/.test(value[at] as string)) at--;
  const name = value.slice(at + 1, end);
  if (!/^[A-Za-z_]/.test(name)) return {};
  return sign === '(' ? { call: name } : { key: name };
}

const keyed = /^([A-Za-z_][\w.-]*)=(?=[^=])/;

/** What an address asks for by a name that says model. */
const parameter = /[?&](\w{0,20}model(?:_?(?:id|name))?|repo_id)=([A-Za-z0-9][\w./:@-]{1,150})/gi;

function* word(text: string, start: number, as: Piece['as']): Generator<Piece> {
  // An address begins where its scheme does, and ends with its braces: `Model:https://…`, `\url{https://…}`.
  const lead = address.exec(text)?.index ?? 0;
  if (lead > 0) {
    const close = text[lead - 1] === '{' ? text.indexOf('}', lead) : -1;
    yield* word(text.slice(lead, close < 0 ? text.length : close), start + lead, 'word');
    return;
  }
  const match = keyed.exec(text);
  if (match) {
    const rest = text.slice(match[0].length);
    const clean = trimEnd(rest);
    if (clean) yield { text: clean, start: start + match[0].length + rest.indexOf(clean), as, key: match[1] as string };
    return;
  }
  const clean = as === 'whole' ? text : trimEnd(text);
  if (clean) yield { text: clean, start: start + text.indexOf(clean), as };
  // `http://localhost:8000/settings?model=llama3.2:3b`
  if (text.includes('?') && text.includes('://')) {
    for (const { 0: all, 1: key = '', 2: value = '', index } of text.matchAll(parameter)) {
      const own = trimEnd(value);
      if (own) yield { text: own, start: start + index + all.length - value.length, as: 'item', key };
    }
  }
}

/** Takes the punctuation off that ends a clause, and the marks of emphasis around it. */
function trimEnd(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && '*_+=~'.includes(text[start] as string)) start++;
  while (end > start && '.,:;!?*_+=~@'.includes(text[end - 1] as string)) end--;
  return text.slice(start, end);
}
