/** TOML. A broken file is read table by table, and a broken table line by line, so that one error hides little. */
import { type AST, parseTOML } from 'toml-eslint-parser';
import { maximumLength, nestsTooDeep, notices } from '../limits.ts';
import type { Comment, FormatReader, ParsedDocument, SourceDocument } from '../types.ts';
import { decodeEscapes } from './decoded.ts';
import { linesOf } from './lines.ts';
import { movedSlot } from './moved.ts';
import { properties } from './properties.ts';
import { maskTemplates } from './templates.ts';
import { type Entry, type Mapping, type Node, type Scalar, type Sequence, treeSlots } from './tree.ts';

export const toml: FormatReader = { format: 'toml', read: readToml };

function readToml(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'toml', slots: [], comments: [], notice: notices.tooLarge };
  if (nestsTooDeep(text)) return { format: 'toml', slots: [], comments: [], notice: notices.tooDeep };
  const masked = maskTemplates(text);
  const whole = parsed(text, masked, 0);
  if (whole) return { format: 'toml', slots: treeSlots(whole.root, 'toml'), comments: whole.comments };
  return readTables(document, masked);
}

function readTables(document: SourceDocument, masked: string): ParsedDocument {
  const { text } = document;
  const roots: Mapping[] = [];
  const comments: Comment[] = [];
  const broken: ParsedDocument[] = [];
  const starts = [0];
  for (const line of linesOf(masked)) if (line.start > 0 && line.text.startsWith('[')) starts.push(line.start);
  starts.forEach((start, i) => {
    const end = starts[i + 1] ?? text.length;
    const part = parsed(text.slice(start, end), masked.slice(start, end), start);
    if (part) {
      roots.push(part.root);
      comments.push(...part.comments);
      return;
    }
    const lines = properties.read({ path: 'table.ini', text: text.slice(start, end) });
    broken.push(moved(lines, start));
    comments.push(...(broken.at(-1) as ParsedDocument).comments);
  });
  function* slots() {
    for (const root of roots) yield* treeSlots(root, 'toml');
    for (const part of broken) yield* part.slots;
  }
  return { format: 'toml', slots: slots(), comments };
}

function moved(part: ParsedDocument, by: number): ParsedDocument {
  const comments = part.comments.map(({ span, text }) => ({
    span: { start: span.start + by, end: span.end + by },
    text,
  }));
  return { ...part, slots: [...part.slots].map((slot) => movedSlot(slot, by)), comments };
}

function parsed(text: string, masked: string, base: number): { root: Mapping; comments: Comment[] } | undefined {
  let program: AST.TOMLProgram;
  try {
    program = parseTOML(masked);
  } catch {
    return undefined;
  }
  const reader = new TomlReader(text, base);
  const root = reader.table(program.body[0]);
  const comments = program.comments.map(({ range: [start, end], value }) => ({
    span: { start: base + start, end: base + end },
    text: value,
  }));
  return { root, comments };
}

class TomlReader {
  readonly #text: string;
  readonly #base: number;

  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
  }

  table(top: AST.TOMLTopLevelTable): Mapping {
    const root: Mapping = { kind: 'map', entries: [] };
    for (const node of top.body) {
      if (node.type === 'TOMLKeyValue') this.#pair(node, root);
      else {
        let target = root;
        node.key.keys.forEach((key, i) => {
          const fresh = node.kind === 'array' && i === node.key.keys.length - 1;
          target = into(target, this.#key(key), fresh);
        });
        for (const pair of node.body) this.#pair(pair, target);
      }
    }
    return root;
  }

  #pair(pair: AST.TOMLKeyValue, target: Mapping): void {
    const keys = pair.key.keys;
    for (const key of keys.slice(0, -1)) target = into(target, this.#key(key), false);
    const last = keys.at(-1);
    if (last) target.entries.push({ key: this.#key(last), value: this.#value(pair.value) });
  }

  #key(key: AST.TOMLBare | AST.TOMLQuoted): Scalar {
    if (key.type === 'TOMLQuoted') return this.#quoted(key.range, 1, key.style);
    const [start, end] = key.range;
    return { kind: 'scalar', value: key.name, start: this.#base + start, end: this.#base + end };
  }

  #value(node: AST.TOMLContentNode): Node | undefined {
    switch (node.type) {
      case 'TOMLArray':
        return { kind: 'seq', items: node.elements.map((element) => this.#value(element)) } satisfies Sequence;
      case 'TOMLInlineTable': {
        const map: Mapping = { kind: 'map', entries: [] };
        for (const pair of node.body) this.#pair(pair, map);
        return map;
      }
      default: {
        if (node.kind === 'string') return this.#quoted(node.range, node.multiline ? 3 : 1, node.style);
        const [start, end] = node.range;
        return {
          kind: 'scalar',
          value: this.#text.slice(start, end),
          start: this.#base + start,
          end: this.#base + end,
        };
      }
    }
  }

  #quoted([start, end]: readonly [number, number], quotes: number, style: 'basic' | 'literal'): Scalar {
    const source = this.#text.slice(start + quotes, end - quotes);
    const at = this.#base + start + quotes;
    if (style === 'literal') return { kind: 'scalar', value: source, start: at, end: at + source.length };
    return { kind: 'scalar', ...decodeEscapes(source, at, false) };
  }
}

/** The mapping under `key`, made where it is not there; of an array of tables the last, or a new one. */
function into(target: Mapping, key: Scalar, fresh: boolean): Mapping {
  const known = target.entries.find((entry) => entry.key.value === key.value)?.value;
  if (known?.kind === 'map' && !fresh) return known;
  if (known?.kind === 'seq') {
    const last = known.items.at(-1);
    if (!fresh && last?.kind === 'map') return last;
    const table: Mapping = { kind: 'map', entries: [] };
    known.items.push(table);
    return table;
  }
  const table: Mapping = { kind: 'map', entries: [] };
  const entry: Entry = { key, value: fresh ? { kind: 'seq', items: [table] } : table };
  target.entries.push(entry);
  return table;
}
