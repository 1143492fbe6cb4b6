/** Tables as text, with commas, semicolons or tabs between the cells: only columns whose head says that they hold models. */
import { readKey } from '../tables/keys.ts';
import type { Slot, SlotContext } from '../types.ts';
import { Decoded } from './decoded.ts';
import { type Literal, slotOf } from './literal.ts';

/** Rows beyond these are data about a model's use, not a choice of models. */
const mostRows = 2000;
const mostColumns = 200;
/** UTF-16 units of the first line that are read. */
export const longestHead = 4000;

const isName = /^\S{3,200}$/;

export const isDelimited = (path: string): boolean => /\.(?:csv|tsv)$/i.test(path);

/** Whether a column of the table holds models, by its first line. */
export const namesModels = (text: string): boolean => columnsOf(text) !== undefined;

interface Columns {
  readonly separator: string;
  readonly names: readonly string[];
  readonly models: ReadonlySet<number>;
}

function columnsOf(text: string): Columns | undefined {
  const head = text.slice(0, longestHead).split('\n', 1)[0] as string;
  if (!/model|llm|checkpoint|encoder|embed|tokenizer/i.test(head)) return undefined;
  const separator = ['\t', ';', ','].find((one) => head.includes(one)) ?? ',';
  const names = head
    .replace(/^\ufeff/, '')
    .split(separator)
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const models = new Set(names.flatMap((name, column) => (readKey(name).sense === 'model' ? [column] : [])));
  return models.size > 0 && names.length <= mostColumns ? { separator, names, models } : undefined;
}

export function* delimitedSlots(text: string): Generator<Slot> {
  const columns = columnsOf(text);
  if (!columns) return;
  const { names, models } = columns;
  let number = 0;
  for (const row of rowsOf(text, columns.separator)) {
    if (number++ === 0) continue;
    if (number > mostRows) return;
    let beside: ReadonlyMap<string, string> | undefined;
    const siblings = () => {
      beside ??= new Map(row.map(({ value }, column) => [names[column] ?? '', value]));
      return beside;
    };
    for (const column of models) {
      const cell = row[column];
      const name = names[column] as string;
      const context: SlotContext = { format: 'properties', path: [name], siblings, ancestors: () => [] };
      if (cell && isName.test(cell.value)) yield slotOf(cell, context);
    }
  }
}

/** The rows of a table; a cell in quotes may hold separators, ends of lines and doubled quotes. */
function* rowsOf(text: string, separator: string): Generator<readonly Literal[]> {
  let row: Literal[] = [];
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at <= text.length; ) {
    const quoted = text[at] === '"';
    const cell = quoted ? quotedCell(text, at) : undefined;
    let end = cell ? cell.next : at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
    row.push(cell ? cell.literal : plainCell(text, at, end));
    if (text[end] !== separator) {
      yield row;
      row = [];
    }
    at = end + 1;
  }
}

function plainCell(text: string, from: number, to: number): Literal {
  const source = text.slice(from, to);
  const start = from + source.length - source.trimStart().length;
  const value = source.trim();
  return { value, start, end: start + value.length };
}

function quotedCell(text: string, from: number): { literal: Literal; next: number } {
  const decoded = new Decoded();
  let i = from + 1;
  for (; i < text.length; i++) {
    if (text[i] !== '"') decoded.copy(text[i] as string, i);
    else if (text[i + 1] === '"') decoded.escape('"', i++);
    else break;
  }
  return { literal: decoded.finish(i), next: Math.min(i + 1, text.length) };
}
