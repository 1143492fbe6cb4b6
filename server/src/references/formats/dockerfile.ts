/** Dockerfiles: ENV, ARG and LABEL values, and the commands of RUN, CMD, ENTRYPOINT and HEALTHCHECK in both forms. */
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { maximumLength, notices } from '../limits.ts';
import type { Comment, FormatReader, ParsedDocument, Slot, SourceDocument } from '../types.ts';
import { type CommandWord, wordSlots } from './commandLine.ts';
import { decodeEscapes } from './decoded.ts';
import { movedSlot } from './moved.ts';
import { decodeWord, shellSlots, shellWordEnd } from './shell.ts';
import { type Entry, type Scalar, treeSlots } from './tree.ts';

export const dockerfile: FormatReader = { format: 'dockerfile', read: readDockerfile };

interface Position {
  line: number;
  character: number;
}

function readDockerfile(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'dockerfile', slots: [], comments: [], notice: notices.tooLarge };
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  const offsetAt = ({ line, character }: Position) => Math.min((starts[line] ?? text.length) + character, text.length);
  let parsed: ReturnType<typeof DockerfileParser.parse>;
  try {
    parsed = DockerfileParser.parse(text);
  } catch {
    return { format: 'dockerfile', slots: [], comments: [] };
  }
  const comments: Comment[] = parsed.getComments().map((comment) => {
    const range = comment.getRange();
    const start = offsetAt(range.start);
    const end = offsetAt(range.end);
    return { span: { start, end }, text: text.slice(start + 1, end) };
  });
  const slots: Slot[] = [];
  for (const instruction of parsed.getInstructions())
    for (const slot of instructionSlots(instruction, text, offsetAt)) slots.push(slot);
  return { format: 'dockerfile', slots, comments };
}

function instructionSlots(instruction: Instruction, text: string, offsetAt: (at: Position) => number): Slot[] {
  const range = instruction.getRange();
  const keyword = instruction.getKeyword();
  const start = offsetAt(instruction.getInstructionRange().end);
  const end = offsetAt(range.end);
  switch (keyword) {
    case 'ENV':
    case 'ARG':
    case 'LABEL':
      return assignments(text, start, end, keyword);
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
    case 'SHELL':
      return commandSlots(text, start, end);
    case 'COPY':
    case 'ADD':
      // What stands in a here-document is written to the file named.
      if (/<<-?["']?\w/.test(text.slice(start, end)))
        return shellSlots(`tee${text.slice(start, end)}`, 'dockerfile')
          .filter((slot) => slot.context.path[0] === '<<')
          .map((slot) => movedSlot(slot, start - 3));
      return keyword === 'ADD' ? wordSlots(addresses(text, start, end), 'dockerfile') : [];
    case 'ONBUILD':
      return /^\s*(?:RUN|CMD|ENTRYPOINT)\b/i.test(text.slice(start, end)) ? commandSlots(text, start, end) : [];
    default:
      return [];
  }
}

/** The commands, with line continuations and the comment lines among them turned into blanks of the same length. */
function commandSlots(text: string, start: number, end: number): Slot[] {
  const source = text
    .slice(start, end)
    .replace(/^(?:\s*(?:RUN|CMD|ENTRYPOINT)\b)?(?:\s*--[a-z]+(?:=\S*)?)*(?:\s*CMD\b)?/i, (lead) =>
      ' '.repeat(lead.length),
    )
    .replace(/^([ \t]*)#[^\n]*$/gm, (line) => `${' '.repeat(Math.max(0, line.length - 1))}\\`)
    .replace(/\\[ \t]*\r?$/gm, (tail) => `\\`.padStart(tail.length, ' '));
  const json = /^\s*\[/.test(source) ? jsonWords(source, start) : undefined;
  if (json) return wordSlots(json, 'dockerfile');
  return shellSlots(source, 'dockerfile').map((slot) => movedSlot(slot, start));
}

/** What ADD fetches; everything else it names is a path. */
function addresses(text: string, start: number, end: number): CommandWord[] {
  return [...text.slice(start, end).matchAll(/https?:\/\/[^\s"',\]]+/g)].map((match) => {
    const at = start + match.index;
    return { value: match[0], start: at, end: at + match[0].length };
  });
}

function jsonWords(source: string, base: number) {
  const words = [];
  let at = source.indexOf('[') + 1;
  for (;;) {
    const from = source.indexOf('"', at);
    if (from < 0) break;
    let to = from + 1;
    while (to < source.length && source[to] !== '"') to += source[to] === '\\' ? 2 : 1;
    if (to >= source.length) return undefined;
    words.push(decodeEscapes(source.slice(from + 1, to), base + from + 1, false));
    at = to + 1;
  }
  return words.length > 0 ? words : undefined;
}

/** `NAME=value NAME="value"` and the old `ENV NAME value`. */
function assignments(text: string, start: number, end: number, keyword: string): Slot[] {
  const entries: Entry[] = [];
  const source = text.slice(start, end);
  const old = keyword === 'ENV' ? /^(\s+)([A-Za-z_]\w*)(\s+)(?![=\s])/.exec(source) : null;
  if (old) {
    const [lead, blank = '', name = ''] = old;
    const key = scalar(name, start + blank.length);
    const from = start + lead.length;
    entries.push({ key, value: { kind: 'scalar', ...decodeWord(text, from, trimEnd(text, from, end)) } });
    return [...treeSlots({ kind: 'map', entries }, 'dockerfile')];
  }
  for (let at = start; at < end; ) {
    while (at < end && /[\s\\]/.test(text[at] as string)) at++;
    // A comment line among continued ones.
    if (text[at] === '#') {
      const newline = text.indexOf('\n', at);
      at = newline < 0 ? end : newline;
      continue;
    }
    const wordEnd = shellWordEnd(text, at, end);
    const equals = text.indexOf('=', at);
    if (equals > at && equals < wordEnd) {
      const name = text.slice(at, equals);
      entries.push({
        key: scalar(name, at),
        value: { kind: 'scalar', ...decodeWord(text, equals + 1, wordEnd) },
      });
    }
    at = Math.max(wordEnd, at + 1);
  }
  return [...treeSlots({ kind: 'map', entries }, 'dockerfile')];
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] as string)) end--;
  return end;
}

function scalar(value: string, start: number): Scalar {
  return { kind: 'scalar', value, start, end: start + value.length };
}
