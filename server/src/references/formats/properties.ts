/** Java properties, ini and conf files: `key = value` or `key: value` lines under `[section]` headers. */
import { maximumLength, notices } from '../limits.ts';
import type { Comment, FormatReader, ParsedDocument, SourceDocument } from '../types.ts';
import { decodeEscapes } from './decoded.ts';
import { linesOf, trimmed } from './lines.ts';
import { type Mapping, type Scalar, treeSlots } from './tree.ts';
import { isUnit, readUnit } from './unit.ts';

export const properties: FormatReader = { format: 'properties', read: readProperties };

const spaced = /^([A-Za-z_-][\w.-]*)\s+/;

function readProperties(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'properties', slots: [], comments: [], notice: notices.tooLarge };
  if (isUnit(document)) return readUnit(document);
  const java = /\.properties$/i.test(document.path);
  const root: Mapping = { kind: 'map', entries: [] };
  const comments: Comment[] = [];
  let section = root;
  let continues = false;
  for (const { text: line, start } of linesOf(text)) {
    const { start: first, end } = trimmed(line);
    const lead = line[first];
    const continued = continues;
    continues = java && /(?:^|[^\\])(?:\\\\)*\\$/.test(line) && lead !== '#' && lead !== '!';
    if (lead === undefined) continue;
    if (continued) {
      addLine(section, line, start, first, end - (continues ? 1 : 0));
      continue;
    }
    if (lead === '#' || lead === ';' || (java && lead === '!')) {
      comments.push({ span: { start: start + first, end: start + line.length }, text: line.slice(first + 1) });
      continue;
    }
    const header = /^\[{1,2}([^[\]]*)\]/.exec(line.slice(first, end));
    if (header) {
      section = { kind: 'map', entries: [] };
      const name = header[1] as string;
      const bare = unquote(name);
      const at = start + first + header[0].indexOf(bare);
      root.entries.push({ key: scalar(bare, at, at + bare.length), value: section });
      continue;
    }
    const content = line.slice(first, end);
    const match = pairOf(content);
    if (!match) continue;
    const { name } = match;
    const bare = unquote(name);
    const at = start + first + (bare === name ? 0 : 1);
    const key = scalar(bare, at, at + bare.length);
    section.entries.push({
      key,
      value: valueAt(line, start, first + match.length, end - (continues ? 1 : 0), java, comments),
    });
  }
  return { format: 'properties', slots: treeSlots(root, 'properties'), comments };
}

/** The name at the head of a line, and how long it is with its separator. */
function pairOf(content: string): { name: string; length: number } | undefined {
  const quote = content[0];
  let end = quote === '"' || quote === "'" ? content.indexOf(quote, 1) + 1 : 0;
  while (end < content.length && content[end] !== '=' && (content[end] !== ':' || content.startsWith('://', end)))
    end++;
  if (end === content.length || end === 0) {
    const match = spaced.exec(content);
    return match ? { name: match[1] as string, length: match[0].length } : undefined;
  }
  const name = content.slice(0, end).trimEnd();
  const value = content.slice(end + 1);
  return name === '' ? undefined : { name, length: end + 1 + value.length - value.trimStart().length };
}

/** A continuation line stands as a further value under the last key. */
function addLine(section: Mapping, line: string, start: number, first: number, end: number): void {
  const last = section.entries.at(-1);
  if (last && first < end)
    section.entries.push({ key: last.key, value: scalar(line.slice(first, end), start + first, start + end) });
}

function valueAt(line: string, start: number, from: number, to: number, java: boolean, comments: Comment[]): Scalar {
  const at = trimmed(line, from, to);
  const quote = line[at.start];
  if (quote === '"' || quote === "'") {
    const close = line.indexOf(quote, at.start + 1);
    if (close > 0 && close < to) {
      const rest = line.slice(close + 1, to).search(/[#;]/);
      if (rest >= 0) {
        const hash = close + 1 + rest;
        comments.push({ span: { start: start + hash, end: start + line.length }, text: line.slice(hash + 1) });
      }
      return scalar(line.slice(at.start + 1, close), start + at.start + 1, start + close);
    }
  }
  // Java properties know no comment behind a value; ini files do, after a blank.
  const hash = java ? -1 : line.slice(at.start, to).search(/\s[#;]/);
  if (hash >= 0) {
    const mark = at.start + hash + 1;
    comments.push({ span: { start: start + mark, end: start + line.length }, text: line.slice(mark + 1) });
  }
  const { start: a, end: b } = trimmed(line, at.start, hash < 0 ? to : at.start + hash);
  if (java && line.slice(a, b).includes('\\'))
    return { kind: 'scalar', ...decodeEscapes(line.slice(a, b), start + a, false) };
  return scalar(line.slice(a, b), start + a, start + b);
}

function unquote(name: string): string {
  return /^(["']).*\1$/.test(name) ? name.slice(1, -1) : name;
}

function scalar(value: string, start: number, end: number): Scalar {
  return { kind: 'scalar', value, start, end };
}
