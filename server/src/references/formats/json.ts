/** JSON, JSON with comments, and JSON Lines. The parser goes on after errors. */
import { type Node as JsonNode, parseTree, visit } from 'jsonc-parser';
import { maximumLength, nestsTooDeep, notices } from '../limits.ts';
import type { Comment, FormatReader, ParsedDocument, Slot, SourceDocument } from '../types.ts';
import { decodeEscapes } from './decoded.ts';
import { maskTemplates } from './templates.ts';
import { type Node, type Scalar, treeSlots } from './tree.ts';

export const json: FormatReader = { format: 'json', read: readJson };

function readJson(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'json', slots: [], comments: [], notice: notices.tooLarge };
  if (/\.(?:jsonl|ndjson)$/i.test(document.path) || document.languageId === 'jsonl') return readLines(text);
  if (nestsTooDeep(text)) return { format: 'json', slots: [], comments: [], notice: notices.tooDeep };
  const root = jsonTree(text, 0);
  return { format: 'json', slots: root ? treeSlots(root, 'json') : [], comments: commentsOf(text) };
}

function readLines(text: string): ParsedDocument {
  let tooDeep = false;
  function* slots(): Generator<Slot> {
    for (let at = 0; at < text.length; ) {
      const newline = text.indexOf('\n', at);
      const end = newline < 0 ? text.length : newline;
      const line = text.slice(at, end);
      if (!nestsTooDeep(line)) {
        const root = jsonTree(line, at);
        if (root) yield* treeSlots(root, 'json');
      }
      at = end + 1;
    }
  }
  for (const line of text.split('\n')) tooDeep ||= nestsTooDeep(line);
  return { format: 'json', slots: slots(), comments: [], ...(tooDeep ? { notice: notices.tooDeep } : {}) };
}

/** The tree of a JSON text standing at `base`, or undefined where nothing can be read. */
export function jsonTree(text: string, base: number): Node | undefined {
  const source = maskTemplates(text);
  const root = parseTree(source, [], { allowTrailingComma: true, disallowComments: false });
  return root && convert(root, text, base);
}

function convert(node: JsonNode, text: string, base: number): Node | undefined {
  switch (node.type) {
    case 'object': {
      const entries = [];
      for (const property of node.children ?? []) {
        const [key, value] = property.children ?? [];
        if (key) entries.push({ key: stringScalar(key, text, base), value: value && convert(value, text, base) });
      }
      return { kind: 'map', entries };
    }
    case 'array':
      return { kind: 'seq', items: (node.children ?? []).map((child) => convert(child, text, base)) };
    case 'string':
      return stringScalar(node, text, base);
    case 'number':
    case 'boolean': {
      const value = text.slice(node.offset, node.offset + node.length);
      return { kind: 'scalar', value, start: base + node.offset, end: base + node.offset + node.length };
    }
    default:
      return undefined;
  }
}

function stringScalar(node: JsonNode, text: string, base: number): Scalar {
  const source = text.slice(node.offset, node.offset + node.length);
  const closed = source.length > 1 && source.endsWith('"');
  const inner = source.slice(1, closed ? -1 : undefined);
  return { kind: 'scalar', ...decodeEscapes(inner, base + node.offset + 1, false) };
}

function commentsOf(text: string): Comment[] {
  if (!/(?:^|[^:])\/\/|\/\*/.test(text)) return [];
  const comments: Comment[] = [];
  visit(text, {
    onComment(start, length) {
      const source = text.slice(start, start + length);
      const content = source.slice(2, source.startsWith('/*') && source.endsWith('*/') ? -2 : undefined);
      // An unclosed comment is said to end behind the text.
      comments.push({ span: { start, end: Math.min(start + length, text.length) }, text: content });
    },
  });
  return comments;
}
