/**
 * Units of systemd, and those of Podman: `Key=value` lines that go on behind a backslash. `ExecStart=` is a command,
 * `Environment=` holds settings of its own.
 */
import type { Comment, ParsedDocument, SourceDocument } from '../types.ts';
import { linesOf, trimmed } from './lines.ts';
import { partOf } from './literal.ts';
import { decodeWord, shellWordEnd } from './shell.ts';
import { type Entry, type Mapping, type Scalar, treeSlots } from './tree.ts';

export function isUnit({ path, languageId }: SourceDocument): boolean {
  return /\.(?:service|timer|socket|container|kube)$/i.test(path) || languageId === 'systemd';
}

const assignment = /^\s*([A-Za-z][\w-]*)\s*=\s*/;
/** How a command is run stands before it: `ExecStartPre=-/usr/bin/…`. */
const ofCommand = /^(?!--)[-@:+!|]{1,4}/;

export function readUnit({ text }: SourceDocument): ParsedDocument {
  const root: Mapping = { kind: 'map', entries: [] };
  const comments: Comment[] = [];
  let section = root;
  let read = 0;
  for (const line of linesOf(text)) {
    if (line.start < read) continue;
    const { start: first, end } = trimmed(line.text);
    const lead = line.text[first];
    if (lead === '#' || lead === ';') {
      const span = { start: line.start + first, end: line.start + line.text.length };
      comments.push({ span, text: line.text.slice(first + 1) });
    } else if (lead === '[' && line.text[end - 1] === ']') {
      section = { kind: 'map', entries: [] };
      root.entries.push({ key: scalar(text, line.start + first + 1, line.start + end - 1), value: section });
    }
    const match = assignment.exec(line.text);
    if (!match) continue;
    const name = match[1] as string;
    read = endOfValue(text, line.start + line.text.length);
    const key = line.start + line.text.indexOf(name);
    const from = line.start + match[0].length;
    const to = trimmed(text, Math.min(from, read), read).end;
    section.entries.push({
      key: scalar(text, key, key + name.length),
      value: name === 'Environment' ? settings(text, from, to) : valueAt(text, from, to, name.startsWith('Exec')),
    });
  }
  return { format: 'properties', slots: treeSlots(root, 'properties'), comments };
}

/** A value goes on behind a backslash at the end of its line. */
function endOfValue(text: string, end: number): number {
  while (text[end - 1] === '\\' && end < text.length) {
    const newline = text.indexOf('\n', text[end] === '\r' ? end + 2 : end + 1);
    end = newline < 0 ? text.length : newline;
    if (text[end - 1] === '\r') end--;
  }
  return end;
}

function valueAt(text: string, from: number, to: number, isCommand: boolean): Scalar {
  const lead = isCommand ? ofCommand.exec(text.slice(from, to))?.[0].length : undefined;
  return scalar(text, from + (lead ?? 0), to);
}

/** `NAME=value "NAME=value of words"`. */
function settings(text: string, from: number, to: number): Mapping {
  const entries: Entry[] = [];
  for (let at = from; at < to; ) {
    while (at < to && /[\s\\]/.test(text[at] as string)) at++;
    const end = Math.min(shellWordEnd(text, at, to), to);
    const word = decodeWord(text, at, end);
    const equals = word.value.indexOf('=');
    if (equals > 0) {
      const place = (index: number) => word.offsets?.[index] ?? word.start + index;
      entries.push({
        key: scalar(text, place(0), place(equals)),
        value: { kind: 'scalar', ...partOf(word, equals + 1) },
      });
    }
    at = Math.max(end, at + 1);
  }
  return { kind: 'map', entries };
}

function scalar(text: string, start: number, end: number): Scalar {
  return { kind: 'scalar', value: text.slice(start, end), start, end };
}
