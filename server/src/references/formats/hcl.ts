/**
 * Terraform and other HCL: blocks, attributes, strings, lists, objects, here-documents. Of expressions the strings in
 * them are read; what they compute is not.
 */
import { maximumDepth, maximumLength, notices } from '../limits.ts';
import type { Comment, FormatReader, ParsedDocument, SourceDocument } from '../types.ts';
import { decodeEscapes } from './decoded.ts';
import { type Entry, type Mapping, type Node, type Scalar, treeSlots } from './tree.ts';
import { blockScalar } from './yamlScalars.ts';

export const hcl: FormatReader = { format: 'hcl', read: readHcl };

function readHcl(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'hcl', slots: [], comments: [], notice: notices.tooLarge };
  const reader = new HclReader(text);
  const root = reader.body(0);
  return {
    format: 'hcl',
    slots: treeSlots(root, 'hcl'),
    comments: reader.comments,
    ...(reader.tooDeep ? { notice: notices.tooDeep } : {}),
  };
}

/** Functions that give their arguments on. */
const passing = new Set(
  'coalesce coalescelist try tostring jsonencode yamlencode base64encode merge concat tolist toset tomap flatten join list map object sensitive nonsensitive templatefile lookup optional'.split(
    ' ',
  ),
);

class HclReader {
  readonly #text: string;
  #at = 0;
  readonly comments: Comment[] = [];
  tooDeep = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Attributes and blocks up to the closing brace or the end. */
  body(depth: number): Mapping {
    const entries: Entry[] = [];
    const text = this.#text;
    for (;;) {
      this.#blanks(true);
      const c = text[this.#at];
      if (c === undefined) break;
      if (c === '}') {
        if (depth > 0) break;
        this.#at++;
        continue;
      }
      const keys = this.#labels();
      if (keys.length === 0) {
        this.#at++;
        continue;
      }
      this.#blanks(false);
      const next = text[this.#at];
      if (next === '{') {
        const block = this.#nested(depth, () => this.body(depth + 1), '}');
        if (block) entries.push(chain(keys, block));
      } else if ((next === '=' || next === ':') && text[this.#at + 1] !== '=') {
        this.#at++;
        const value = this.#expression(depth);
        const key = keys.at(-1) as Scalar;
        if (value) entries.push({ key, value });
      }
    }
    return { kind: 'map', entries };
  }

  /** The words and quoted labels of a block's or an attribute's head. */
  #labels(): Scalar[] {
    const labels: Scalar[] = [];
    for (;;) {
      this.#blanks(false);
      const start = this.#at;
      if (this.#text[start] === '"') {
        labels.push(this.#string());
        continue;
      }
      while (/[\w.-]/.test(this.#text[this.#at] ?? '')) this.#at++;
      if (this.#at === start) return labels;
      labels.push({ kind: 'scalar', value: this.#text.slice(start, this.#at), start, end: this.#at });
    }
  }

  /**
   * The value of an attribute: a literal as it is; of anything longer the strings and collections that can become the
   * value: what is compared with, and the arguments of functions that only look at them, cannot.
   */
  #expression(depth: number): Node | undefined {
    const found: Node[] = [];
    let word = '';
    let compared = false;
    for (;;) {
      this.#blanks(false);
      const c = this.#text[this.#at];
      if (c === undefined || c === '\n' || c === ',' || c === '}' || c === ']' || c === ')') break;
      const next = this.#text[this.#at + 1];
      let part: Node[] = [];
      if (c === '"') part = [this.#string()];
      else if (c === '<' && next === '<') {
        const document = this.#hereDocument();
        if (document) part = [document];
      } else if (c === '[' || c === '(') {
        const items = this.#nested(depth, () => this.#items(depth + 1), c === '[' ? ']' : ')') ?? [];
        if (c === '[') part = [{ kind: 'seq', items }];
        else if (word === '' || passing.has(word)) part = items;
      } else if (c === '{') {
        const map = this.#nested(depth, () => this.body(depth + 1), '}');
        if (map) part = [map];
      } else {
        const start = this.#at;
        while (/[\w.]/.test(this.#text[this.#at] ?? '')) this.#at++;
        word = this.#text.slice(start, this.#at);
        compared = (c === '=' || c === '!') && next === '=';
        if (this.#at === start) this.#at += compared ? 2 : 1;
        continue;
      }
      if (!compared) found.push(...part);
      compared = false;
      word = '';
    }
    if (found.length === 0) return undefined;
    return found.length === 1 ? found[0] : { kind: 'seq', items: found };
  }

  #items(depth: number): Node[] {
    const items: Node[] = [];
    for (;;) {
      this.#blanks(true);
      const c = this.#text[this.#at];
      if (c === undefined || c === ']' || c === ')' || c === '}') return items;
      const from = this.#at;
      const item = this.#expression(depth);
      if (item) items.push(item);
      if (this.#at === from) this.#at++;
    }
  }

  #nested<T>(depth: number, read: () => T, close: string): T | undefined {
    if (depth >= maximumDepth) {
      this.tooDeep = true;
      this.#at = this.#text.length;
      return undefined;
    }
    this.#at++;
    const value = read();
    if (this.#text[this.#at] === close) this.#at++;
    return value;
  }

  #string(): Scalar {
    const start = ++this.#at;
    const text = this.#text;
    let depth = 0;
    for (; this.#at < text.length; this.#at++) {
      const c = text[this.#at];
      if (c === '\n') break;
      if (c === '\\') this.#at++;
      else if (c === '$' && text[this.#at + 1] === '{') depth++;
      else if (c === '}' && depth > 0) depth--;
      else if (c === '"' && depth === 0) break;
    }
    const end = Math.min(this.#at, text.length);
    if (text[this.#at] === '"') this.#at++;
    return { kind: 'scalar', ...decodeEscapes(text.slice(start, end), start, false) };
  }

  #hereDocument(): Scalar | undefined {
    const match = /<<-?[ \t]*"?(\w+)(?!\w)[^\n]*\n/y;
    match.lastIndex = this.#at;
    const head = match.exec(this.#text);
    if (!head) {
      this.#at += 2;
      return undefined;
    }
    const start = this.#at + head[0].length;
    let at = start;
    while (at < this.#text.length) {
      const newline = this.#text.indexOf('\n', at);
      const end = newline < 0 ? this.#text.length : newline;
      if (this.#text.slice(at, end).trim() === head[1]) break;
      at = end + 1;
    }
    this.#at = Math.min(this.#text.length, at + (head[1] as string).length);
    return blockScalar(this.#text.slice(start, Math.min(at, this.#text.length)), start, false);
  }

  /** Skips blanks and comments; line ends too where `lines`. */
  #blanks(lines: boolean): void {
    const text = this.#text;
    for (;;) {
      const c = text[this.#at];
      if (c === ' ' || c === '\t' || c === '\r' || (lines && (c === '\n' || c === ','))) this.#at++;
      else if (c === '#' || (c === '/' && text[this.#at + 1] === '/')) {
        const newline = text.indexOf('\n', this.#at);
        this.#comment(newline < 0 ? text.length : newline, c === '#' ? 1 : 2, 0);
      } else if (c === '/' && text[this.#at + 1] === '*') {
        const close = text.indexOf('*/', this.#at + 2);
        this.#comment(close < 0 ? text.length : close + 2, 2, close < 0 ? 0 : 2);
      } else return;
    }
  }

  #comment(end: number, open: number, close: number): void {
    const start = this.#at;
    this.comments.push({ span: { start, end }, text: this.#text.slice(start + open, end - close) });
    this.#at = end;
  }
}

/** `resource "a" "b" { … }` as mappings within each other. */
function chain(keys: readonly Scalar[], block: Mapping): Entry {
  let value: Mapping = block;
  for (const key of keys.slice(1).reverse()) value = { kind: 'map', entries: [{ key, value }] };
  return { key: keys[0] as Scalar, value };
}
