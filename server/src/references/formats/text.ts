/** Anything else: addresses, and commands on lines of their own. The slots are the lines. */
import { maximumLength, notices } from '../limits.ts';
import type { FormatReader, ParsedDocument, Slot, SourceDocument } from '../types.ts';
import { startsWithProgram } from './commandLine.ts';
import { delimitedSlots, isDelimited } from './delimited.ts';
import { isRestructured, restructuredSlots } from './directives.ts';
import { linesOf, trimmed } from './lines.ts';
import { movedSlot } from './moved.ts';
import { shellSlots } from './shell.ts';

export const text: FormatReader = { format: 'text', read: readText };

const none: ReadonlyMap<string, string> = new Map();

function readText(document: SourceDocument): ParsedDocument {
  if (document.text.length > maximumLength)
    return { format: 'text', slots: [], comments: [], notice: notices.tooLarge };
  const { path, text } = document;
  const slots = isDelimited(path)
    ? delimitedSlots(text)
    : isRestructured(path)
      ? restructuredSlots(text)
      : textSlots(text);
  return { format: 'text', slots, comments: [] };
}

/** A command goes on behind a backslash at the end of its line. */
function endOfCommand(text: string, end: number): number {
  for (let lines = 0; text[end - 1] === '\\' && lines < 40; lines++) {
    const newline = text.indexOf('\n', text[end] === '\r' ? end + 2 : end + 1);
    end = newline < 0 ? text.length : newline;
    if (text[end - 1] === '\r') end--;
  }
  return end;
}

/** What a shell writes before a command: `$`, `(env) me@host:~$`, `C:\\>`, `PS C:\\>`. */
const prompts =
  /^(?:\([\w.-]{1,40}\)\s{1,3})?(?:[\w.-]{1,40}@[\w.-]{1,60}:[^\s$#]{0,80}[$#]|(?:PS )?[A-Za-z]:\\[^>\n]{0,80}>|[$>%#])\s+/;

export function* textSlots(text: string): Generator<Slot> {
  let read = 0;
  for (const line of linesOf(text)) {
    const { start, end } = trimmed(line.text);
    if (start === end) continue;
    const prompt = prompts.exec(line.text.slice(start))?.[0].length ?? 0;
    const from = start + prompt;
    const value = line.text.slice(from, end);
    if (line.start < read) continue;
    if (startsWithProgram(value) || /^curl\s/.test(value)) {
      read = endOfCommand(text, line.start + end);
      const command = text.slice(line.start + from, read);
      for (const slot of shellSlots(command, 'text')) yield movedSlot(slot, line.start + from);
      continue;
    }
    const span = { start: line.start + start, end: line.start + end };
    yield {
      value: line.text.slice(start, end),
      span,
      context: { format: 'text', path: [], siblings: () => none, ancestors: () => [] },
    };
  }
}
