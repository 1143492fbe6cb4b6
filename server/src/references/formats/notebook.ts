/** Jupyter notebooks: the cells' source, each in its own language, with its exact place in the JSON. */
import { formatOf } from '../formatOf.ts';
import { maximumLength, nestsTooDeep, notices } from '../limits.ts';
import { formatOfFence } from '../tables/fences.ts';
import type { Comment, Format, FormatReader, ParsedDocument, Slot, SourceDocument } from '../types.ts';
import { startsWithProgram } from './commandLine.ts';
import { fencedSlot } from './fenced.ts';
import { javascript } from './javascript.ts';
import { jsonTree } from './json.ts';
import { linesOf } from './lines.ts';
import type { Literal } from './literal.ts';
import { markdown } from './markdown.ts';
import { movedSlot } from './moved.ts';
import { python } from './python.ts';
import { shellSlots } from './shell.ts';
import { source } from './source.ts';
import { joinLiterals } from './stringLiterals.ts';
import type { Mapping, Node } from './tree.ts';

export const notebook: FormatReader = { format: 'notebook', read: readNotebook };

function readNotebook(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'notebook', slots: [], comments: [], notice: notices.tooLarge };
  // An editor that shows the cells hands over their text alone, which may begin with a literal.
  if (!/^\s*\{/.test(text) || !text.includes('"cells"')) return { format: 'notebook', ...readCode(text, 'python') };
  if (nestsTooDeep(text)) return { format: 'notebook', slots: [], comments: [], notice: notices.tooDeep };
  const root = jsonTree(text, 0);
  const cells = child(root, 'cells');
  if (cells?.kind !== 'seq') return { format: 'notebook', slots: [], comments: [] };
  const language = languageOf(root);
  const slots: Slot[] = [];
  const comments: Comment[] = [];
  for (const cell of cells.items) {
    const code = sourceOf(child(cell, 'source'));
    if (!code || code.value.length < 3) continue;
    const kind = child(cell, 'cell_type');
    const isCode = kind?.kind === 'scalar' && kind.value === 'code';
    if (!isCode && !(kind?.kind === 'scalar' && kind.value === 'markdown')) continue;
    const place = placer(code);
    const { slots: found, comments: said } = isCode
      ? readCode(code.value, language)
      : markdown.read({ path: 'cell.md', text: code.value });
    for (const slot of found) slots.push(place.slot(slot));
    for (const one of said) comments.push({ ...one, span: place.span(one.span) });
  }
  return { format: 'notebook', slots, comments };
}

function child(node: Node | undefined, key: string): Node | undefined {
  if (node?.kind !== 'map') return undefined;
  return (node as Mapping).entries.find((entry) => entry.key.value === key)?.value;
}

function languageOf(root: Node | undefined): Format {
  const metadata = child(root, 'metadata');
  const name = child(child(metadata, 'language_info'), 'name') ?? child(child(metadata, 'kernelspec'), 'language');
  const format = name?.kind === 'scalar' ? formatOfFence(name.value.toLowerCase()) : undefined;
  return format === 'javascript' || format === 'source' || format === 'shell' ? format : 'python';
}

/** A cell's text is a string or a list of lines. */
function sourceOf(node: Node | undefined): Literal | undefined {
  if (node?.kind === 'scalar') return node;
  if (node?.kind !== 'seq') return undefined;
  return joinLiterals(node.items.filter((item) => item?.kind === 'scalar'));
}

const shellMagic = /^\s*%%(?:bash|sh|script|!)\b.*/;
const writes = /^\s{0,40}%%writefile ([^\n]+)\n/;
const escapes = /^(\s*(?:\w[\w, ]*=\s*)?)([!%]+)\s*/;

/** Code with the notebook's own lines (`!ollama pull x`, `%pip install`) read as commands. */
function readCode(code: string, language: Format): { slots: Iterable<Slot>; comments: readonly Comment[] } {
  const written = writes.exec(code);
  if (written) {
    // A cell that is a file has that file's syntax.
    const from = written[0].length;
    const name = (written[1] as string).replace('-a ', '').trim();
    const body = { value: code.slice(from), start: from, end: code.length };
    return { slots: [fencedSlot(body, formatOf(name) ?? 'text', 'notebook')], comments: [] };
  }
  const magic = shellMagic.exec(code);
  if (magic || language === 'shell') {
    const from = magic?.[0].length ?? 0;
    return { slots: shellSlots(code.slice(from), 'notebook').map((slot) => movedSlot(slot, from)), comments: [] };
  }
  const commands: Slot[] = [];
  let plain = '';
  let at = 0;
  for (const line of linesOf(code)) {
    const match = line.start < at ? null : escapes.exec(line.text);
    if (!match) continue;
    const from = line.start + match[0].length;
    const to = endOfCommand(code, line.start + line.text.length);
    const command = code.slice(from, to);
    if (match[2]?.startsWith('!') || startsWithProgram(command) || /^(?:set_)?env\s/.test(command))
      for (const slot of shellSlots(command, 'notebook')) commands.push(movedSlot(slot, from));
    plain += code.slice(at, line.start) + ' '.repeat(to - line.start);
    at = to;
  }
  plain += code.slice(at);
  const reader = language === 'javascript' ? javascript : language === 'source' ? source : python;
  const { slots, comments } = reader.read({ path: language === 'source' ? 'cell' : `cell.${language}`, text: plain });
  return { slots: [...slots, ...commands], comments };
}

/** A command goes on behind a backslash at the end of its line. */
function endOfCommand(code: string, end: number): number {
  while (code[end - 1] === '\\' && end < code.length) {
    const newline = code.indexOf('\n', end + 1);
    end = newline < 0 ? code.length : newline;
  }
  return end;
}

/** From places in a cell's text to places in the document. */
function placer({ value, start, end, offsets }: Literal) {
  const at = (index: number): number => (index >= value.length ? end : (offsets?.[index] ?? start + index));
  const span = (inner: { start: number; end: number }) => ({
    start: at(inner.start),
    end: inner.end > inner.start ? at(inner.end - 1) + 1 : at(inner.end),
  });
  return {
    span,
    slot(slot: Slot): Slot {
      if (!offsets) return movedSlot(slot, start);
      const own = slot.offsets ?? Array.from({ length: slot.value.length + 1 }, (_, i) => slot.span.start + i);
      return { ...slot, span: span(slot.span), offsets: own.map(at) };
    },
  };
}
