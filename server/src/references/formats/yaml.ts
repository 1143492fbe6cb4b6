/** YAML, with templates in it or without. Reads the concrete syntax tree, which survives what is not valid. */
import { type CST, Parser } from 'yaml';
import { maximumDepth, maximumLength, notices } from '../limits.ts';
import type { Comment, FormatReader, ParsedDocument, SourceDocument } from '../types.ts';
import { PartCache } from './partCache.ts';
import { blotComment, maskTemplates } from './templates.ts';
import { type Entry, type Mapping, type Node, type Scalar, type Sequence, treeSlots, unwrap } from './tree.ts';
import { type ChunkTree, cutYaml } from './yamlChunks.ts';
import { blockScalar, doubleQuoted, plainScalar, singleQuoted } from './yamlScalars.ts';

interface ParsedChunk {
  readonly node: Node | undefined;
  readonly comments: readonly Comment[];
  readonly aliases: boolean;
  readonly tooDeep: boolean;
}

const parts = new PartCache<ParsedChunk>(2_000_000);

export const yaml: FormatReader = { format: 'yaml', read: readYaml };

function readYaml(document: SourceDocument): ParsedDocument {
  const text = document.text;
  if (text.length > maximumLength) return { format: 'yaml', slots: [], comments: [], notice: notices.tooLarge };
  // What stands before `---` says nothing of the values behind it.
  const directives = text.startsWith('%') || text.includes('\n%');
  const plain = maskTemplates(text);
  const masked = directives ? plain.replace(/^%(?=(?:YAML|TAG)\s)/gm, '#') : plain;
  const comments: Comment[] = [];
  const roots: Node[] = [];
  let aliases = false;
  let tooDeep = false;

  const parse = (start: number, until: number): Node | undefined => {
    const end = text[until - 1] === '\r' ? until - 1 : until;
    const original = text.slice(start, end);
    const source = masked === text ? original : masked.slice(start, end);
    // Templates that begin or end in another part blot out what this part alone would not show.
    const key = source === original ? original : `${original}\0${source}`;
    const chunk = parts.get(key, (own) => {
      return source === original
        ? parseChunk(own, own)
        : parseChunk(own.slice(0, original.length), own.slice(original.length + 1));
    });
    for (const { span, text: content } of chunk.comments)
      comments.push({ span: { start: span.start + start, end: span.end + start }, text: content });
    aliases ||= chunk.aliases;
    tooDeep ||= chunk.tooDeep;
    return chunk.node && { kind: 'chunk', base: start, node: chunk.node };
  };
  const build = (part: ChunkTree): Node | undefined => {
    if (!part.header || !part.children) return parse(part.start, part.end);
    const head = parse(part.header.start, part.header.end);
    const key = head && soleKey(head);
    const value = joined(part.children.map(build));
    return key ? { kind: 'map', entries: [{ key, value }] } : undefined;
  };

  let group: (Node | undefined)[] = [];
  for (const part of cutYaml(masked)) {
    if (part.newDocument) {
      roots.push(...merge(group));
      group = [];
    }
    group.push(build(part));
  }
  roots.push(...merge(group));
  return {
    format: 'yaml',
    slots: slotsOf(roots, aliases),
    comments,
    ...(tooDeep ? { notice: notices.tooDeep } : {}),
  };
}

function* slotsOf(roots: readonly Node[], aliases: boolean) {
  for (const root of roots) yield* treeSlots(root, 'yaml', aliases);
}

/** Joins the parts of one collection; parts that do not fit each other stay apart. */
function merge(parts: readonly (Node | undefined)[]): Node[] {
  const entries: Entry[] = [];
  const items: (Node | undefined)[] = [];
  const rest: Node[] = [];
  for (const part of parts) {
    if (!part) continue;
    const { node, base } = unwrap(part, 0);
    if (node.kind === 'map') for (const entry of node.entries) entries.push(rebase(entry, base));
    else if (node.kind === 'seq')
      for (const item of node.items) items.push(item && base ? { kind: 'chunk', base, node: item } : item);
    else rest.push(part);
  }
  const nodes: Node[] = [];
  if (entries.length > 0) nodes.push({ kind: 'map', entries });
  if (items.length > 0) nodes.push({ kind: 'seq', items });
  return [...nodes, ...rest];
}

function rebase(entry: Entry, base: number): Entry {
  if (base === 0) return entry;
  return {
    key: shift(entry.key, base),
    value: entry.value && { kind: 'chunk', base, node: entry.value },
  };
}

function shift(scalar: Scalar, base: number): Scalar {
  return {
    ...scalar,
    start: scalar.start + base,
    end: scalar.end + base,
    ...(scalar.offsets ? { offsets: scalar.offsets.map((offset) => offset + base) } : {}),
  };
}

function soleKey(node: Node): Scalar | undefined {
  const { node: inner, base } = unwrap(node, 0);
  return inner.kind === 'map' && inner.entries[0] ? shift(inner.entries[0].key, base) : undefined;
}

/** Whether the text nests deeper than the parser may be trusted with, by indentation, on a line, or in brackets. */
export function yamlTooDeep(text: string): boolean {
  const indents: number[] = [];
  let brackets = 0;
  for (const line of text.split('\n')) {
    let i = 0;
    while (line[i] === ' ' || line[i] === '\t') i++;
    if (i === line.length) continue;
    while (indents.length > 0 && (indents.at(-1) as number) >= i) indents.pop();
    indents.push(i);
    let run = 0;
    for (; i < line.length && ' -?\t'.includes(line[i] as string); i++) if (line[i] === '-' || line[i] === '?') run++;
    let colons = 0;
    for (; i < line.length; i++) {
      const c = line.charCodeAt(i);
      if (c === 0x5b || c === 0x7b) brackets++;
      else if ((c === 0x5d || c === 0x7d) && brackets > 0) brackets--;
      else if (c === 0x3a && (i + 1 === line.length || line[i + 1] === ' ')) colons++;
    }
    if (indents.length + run + brackets + colons > maximumDepth) return true;
  }
  return false;
}

/** `apart`: the text is a part of a part that did not parse. */
function parseChunk(original: string, source: string, apart = false): ParsedChunk {
  if (yamlTooDeep(source)) return { node: undefined, comments: [], aliases: false, tooDeep: true };
  const reader = new ChunkReader(original);
  const roots: Node[] = [];
  for (const token of new Parser().parse(source)) {
    if (token.type === 'document') {
      reader.gatherComments(token.start);
      reader.gatherComments(token.end);
      const node = reader.node(token.value, token.start);
      if (node) roots.push(node);
    } else if (token.type === 'comment') reader.gatherComments([token]);
  }
  const pieces = reader.broken && !apart ? cutYaml(source, false) : [];
  if (pieces.length > 1) return parsePieces(pieces, original, source);
  return { node: joined(roots), comments: reader.comments, aliases: reader.aliases, tooDeep: false };
}

/** A part with an error in it, entry by entry, so that the error stays where it is. */
function parsePieces(pieces: readonly ChunkTree[], original: string, source: string): ParsedChunk {
  const comments: Comment[] = [];
  const nodes: Node[] = [];
  let aliases = false;
  let tooDeep = false;
  for (const { start, end } of pieces) {
    const piece = parseChunk(original.slice(start, end), source.slice(start, end), true);
    for (const { span, text } of piece.comments)
      comments.push({ span: { start: span.start + start, end: span.end + start }, text });
    if (piece.node) nodes.push({ kind: 'chunk', base: start, node: piece.node });
    aliases ||= piece.aliases;
    tooDeep ||= piece.tooDeep;
  }
  return { node: joined(nodes), comments, aliases, tooDeep };
}

/** Parts as one node; those that do not fit each other as a list. */
function joined(parts: readonly (Node | undefined)[]): Node | undefined {
  const merged = merge(parts);
  return merged.length > 1 ? { kind: 'seq', items: merged } : merged[0];
}

type Tokens = readonly CST.Token[] | undefined;

/** Turns the concrete syntax tree of one part into our nodes. Values are read from the original, unmasked text. */
class ChunkReader {
  readonly #text: string;
  readonly comments: Comment[] = [];
  aliases = false;
  /** Something is not as YAML has it: a quote or a bracket left open, a sign where none may be. */
  broken = false;

  constructor(text: string) {
    this.#text = text;
  }

  gatherComments(tokens: Tokens): void {
    for (const token of tokens ?? []) {
      if (token.type !== 'comment' || token.source.startsWith(`#${blotComment}`) || token.source === '#') continue;
      const start = token.offset;
      this.comments.push({ span: { start, end: start + token.source.length }, text: token.source.slice(1) });
    }
  }

  /** `props`: the tokens before the node, which hold its anchor. */
  node(token: CST.Token | null | undefined, props: Tokens): Node | undefined {
    if (!token) return undefined;
    const anchor = props?.findLast((prop) => prop.type === 'anchor');
    const node = withTag(this.#bare(token), props);
    if (!node || anchor?.type !== 'anchor' || node.kind === 'alias' || node.kind === 'chunk') return node;
    return { ...node, anchor: anchor.source.slice(1) };
  }

  #bare(token: CST.Token): Node | undefined {
    switch (token.type) {
      case 'alias':
        this.aliases = true;
        this.gatherComments(token.end);
        return { kind: 'alias', name: token.source.slice(1) };
      case 'error':
        this.broken = true;
        return undefined;
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        this.gatherComments(token.end);
        return this.#flowScalar(token);
      case 'block-scalar': {
        this.gatherComments(token.props);
        const last = token.props.at(-1) as CST.SourceToken | undefined;
        const start = last ? last.offset + last.source.length : token.offset;
        const folded = token.props.some((prop) => prop.type === 'block-scalar-header' && prop.source.startsWith('>'));
        return blockScalar(this.#text.slice(start, start + token.source.length), start, folded);
      }
      case 'block-map':
        return { kind: 'map', entries: this.#entries(token.items) } satisfies Mapping;
      case 'block-seq':
        return { kind: 'seq', items: token.items.map((item) => this.#item(item)) } satisfies Sequence;
      case 'flow-collection': {
        this.gatherComments(token.end);
        if (!token.end.some((end) => end.type === 'flow-map-end' || end.type === 'flow-seq-end')) this.broken = true;
        if (token.start.type === 'flow-map-start') return { kind: 'map', entries: this.#entries(token.items) };
        return { kind: 'seq', items: token.items.map((item) => this.#item(item)) };
      }
      default:
        return undefined;
    }
  }

  #flowScalar(token: CST.FlowScalar): Scalar {
    // Quotes inside of quotes that are not escaped: what stands behind the second is left over, and belongs to the value.
    const over = token.end?.findLast((one) => (one.type as string) === 'scalar');
    const end = over ? over.offset + over.source.length : token.offset + token.source.length;
    const source = this.#text.slice(token.offset, end);
    const quote = token.type === 'single-quoted-scalar' ? "'" : token.type === 'double-quoted-scalar' ? '"' : '';
    if (quote !== '' && (source.length < 2 || !source.endsWith(quote))) this.broken = true;
    if (token.type === 'single-quoted-scalar') return singleQuoted(source, token.offset);
    if (token.type === 'double-quoted-scalar') return doubleQuoted(source, token.offset);
    return plainScalar(source, token.offset);
  }

  /** An item of a sequence; `[a: b]` is a mapping of one entry. */
  #item(item: CST.CollectionItem): Node | undefined {
    this.gatherComments(item.start);
    if (item.key || item.sep) {
      const entries = this.#entries([item]);
      return entries.length > 0 ? { kind: 'map', entries } : undefined;
    }
    return this.node(item.value, item.start);
  }

  #entries(items: readonly CST.CollectionItem[]): Entry[] {
    const entries: Entry[] = [];
    for (const item of items) {
      this.gatherComments(item.start);
      this.gatherComments(item.sep);
      const key = this.node(item.key, item.start);
      const value = this.node(item.value, item.sep);
      if (key?.kind === 'scalar') entries.push({ key, value });
      else if (value) entries.push({ key: nameless(item), value });
    }
    return entries;
  }
}

/** `whisper: !new:some.Class` with entries below: the class is told beside them. */
function withTag(node: Node | undefined, props: Tokens): Node | undefined {
  const tag = props?.findLast((prop) => prop.type === 'tag');
  if (node?.kind !== 'map' || tag?.type !== 'tag' || tag.source.length < 6) return node;
  const start = tag.offset;
  const key: Scalar = { kind: 'scalar', value: '!tag', start, end: start };
  const value: Scalar = { kind: 'scalar', value: tag.source, start, end: start + tag.source.length };
  return { ...node, entries: [{ key, value }, ...node.entries] };
}

/** Stands in where a key is missing or a collection. */
function nameless(item: CST.CollectionItem): Scalar {
  const at = (item.key ?? item.value)?.offset ?? 0;
  return { kind: 'scalar', value: '', start: at, end: at };
}
