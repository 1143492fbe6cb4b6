/**
 * The scripts of Windows. Batch files are commands, line by line. PowerShell is commands as well, and a programming
 * language with variables, tables and calls.
 */
import { maximumLength, notices } from '../limits.ts';
import type { Comment, Format, FormatReader, ParsedDocument, Slot, SourceDocument } from '../types.ts';
import { startsWithProgram } from './commandLine.ts';
import { linesOf } from './lines.ts';
import { movedSlot } from './moved.ts';
import { shellSlots } from './shell.ts';
import { gatherTokens } from './source.ts';
import { SlotCollector } from './sourcePlace.ts';

export const batch: FormatReader = { format: 'batch', read: readBatch };
export const powershell: FormatReader = { format: 'powershell', read: readPowershell };

interface Statement {
  readonly text: string;
  readonly start: number;
}

/** Lines with those that go on behind `sign`, which a shell's backslash takes the place of. */
function* statementsOf(text: string, sign: string): Generator<Statement> {
  let open: { text: string; start: number } | undefined;
  for (const line of linesOf(text)) {
    const goesOn = line.text.endsWith(sign);
    const own = goesOn ? line.text.slice(0, -1) : line.text;
    open = open
      ? { start: open.start, text: `${open.text.padEnd(line.start - open.start - 2)}\\\n${own}` }
      : { start: line.start, text: own };
    if (goesOn) continue;
    yield open;
    open = undefined;
  }
  if (open) yield open;
}

const remark = /^\s*@?(?:rem\b|::)/i;

function readBatch({ text }: SourceDocument): ParsedDocument {
  if (text.length > maximumLength) return { format: 'batch', slots: [], comments: [], notice: notices.tooLarge };
  const slots: Slot[] = [];
  const comments: Comment[] = [];
  for (const { text: line, start } of statementsOf(text, '^')) {
    const mark = remark.exec(line)?.[0].length;
    if (mark !== undefined) comments.push({ span: { start, end: start + line.length }, text: line.slice(mark) });
    else
      for (const slot of words(line.replace(/^(\s*)@/, '$1 ').replace(/[()]/g, ' '), start, 'batch')) slots.push(slot);
  }
  return { format: 'batch', slots, comments };
}

/** A command's words. Paths are written with backslashes, which escape nothing. */
function words(line: string, start: number, format: Format): Slot[] {
  const slots = shellSlots(line.replace(/\\(?!\r?\n)/g, '/'), format);
  return slots.map((slot) => movedSlot(line.includes('\\') ? asWritten(slot, line) : slot, start));
}

function asWritten(slot: Slot, line: string): Slot {
  const at = (index: number) => slot.offsets?.[index] ?? slot.span.start + index;
  return { ...slot, value: slot.value.replace(/\//g, (_, index: number) => line[at(index)] as string) };
}

/** What runs a command or keeps what it says, before it. */
const lead = /^\s*(?:\$[\w:]+\s*=\s*)?(?:[&.]\s+)?/;
const withOption = /\s--?[A-Za-z][\w-]*[\s=:]\s*[^\s=-]/;

function readPowershell(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'powershell', slots: [], comments: [], notice: notices.tooLarge };
  const into = new SlotCollector('powershell');
  // `$env:NAME` and `$script:NAME` are names; only as long as before does everything keep its place.
  const plain = withoutBlocks(text, into.comments).replace(/\$(?:env|script|global|local):/gi, (scope) =>
    ' '.repeat(scope.length),
  );
  gatherTokens({ ...document, text: plain }, 'powershell', into);
  for (const { text: line, start } of statementsOf(plain, '`')) {
    const before = lead.exec(line)?.[0].length ?? 0;
    const command = line.slice(before);
    if (/^[#}]/.test(command) || !(startsWithProgram(command) || withOption.test(command))) continue;
    for (const slot of words(command, start + before, 'powershell')) into.slots.push(slot);
  }
  return { format: 'powershell', slots: into.finish(), comments: into.comments };
}

/** Blanks in the place of `<# … #>`. */
function withoutBlocks(text: string, comments: Comment[]): string {
  let plain = '';
  let copied = 0;
  for (let open = text.indexOf('<#'); open >= 0; open = text.indexOf('<#', copied)) {
    const close = text.indexOf('#>', open + 2);
    if (close < 0) break;
    comments.push({ span: { start: open, end: close + 2 }, text: text.slice(open + 2, close) });
    plain += text.slice(copied, open) + text.slice(open, close + 2).replace(/[^\n]/g, ' ');
    copied = close + 2;
  }
  return plain + text.slice(copied);
}
