/** `.env` files: `NAME=value`, `export NAME="value"`, with comments behind the value after a blank. */
import { maximumLength, notices } from '../limits.ts';
import type { Comment, FormatReader, ParsedDocument, SourceDocument } from '../types.ts';
import { decodeEscapes } from './decoded.ts';
import { linesOf, trimmed } from './lines.ts';
import { type Entry, type Scalar, treeSlots } from './tree.ts';

export const dotenv: FormatReader = { format: 'dotenv', read: readDotenv };

const assignment = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*[=:]/;

function readDotenv(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'dotenv', slots: [], comments: [], notice: notices.tooLarge };
  const entries: Entry[] = [];
  const comments: Comment[] = [];
  let quotedUntil = 0;
  for (const line of linesOf(text)) {
    if (line.start < quotedUntil) continue;
    const first = trimmed(line.text).start;
    if (line.text[first] === '#') {
      comments.push(commentAt(line.text, line.start, first));
      continue;
    }
    const match = assignment.exec(line.text);
    if (!match) continue;
    const name = match[1] as string;
    const nameStart = line.start + match[0].lastIndexOf(name);
    const key: Scalar = { kind: 'scalar', value: name, start: nameStart, end: nameStart + name.length };
    const at = trimmed(line.text, match[0].length).start;
    const quote = line.text[at];
    if (quote === '"' || quote === "'" || quote === '`') {
      const from = line.start + at + 1;
      const close = closingQuote(text, from, quote);
      // An unclosed quote ends with its line, not with the file.
      const end = close < 0 ? line.start + line.text.length : close;
      quotedUntil = end;
      const source = text.slice(from, end);
      const value: Scalar =
        quote === '"'
          ? { kind: 'scalar', ...decodeEscapes(source, from, false) }
          : { kind: 'scalar', value: source, start: from, end };
      entries.push({ key, value });
      continue;
    }
    const hash = line.text.slice(at).search(/(?:^|\s)#/);
    if (hash >= 0) comments.push(commentAt(line.text, line.start, line.text.indexOf('#', at + hash)));
    const { start, end } = trimmed(line.text, at, hash < 0 ? line.text.length : at + hash);
    entries.push({
      key,
      value: { kind: 'scalar', value: line.text.slice(start, end), start: line.start + start, end: line.start + end },
    });
  }
  return { format: 'dotenv', slots: treeSlots({ kind: 'map', entries }, 'dotenv'), comments };
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\' && quote === '"') i++;
    else if (text[i] === quote) return i;
    // A name with an equals sign on the next line means that the quote was never closed.
    else if (text[i] === '\n' && assignment.test(text.slice(i + 1, i + 80))) return -1;
  }
  return -1;
}

function commentAt(line: string, lineStart: number, hash: number): Comment {
  return { span: { start: lineStart + hash, end: lineStart + line.length }, text: line.slice(hash + 1) };
}
