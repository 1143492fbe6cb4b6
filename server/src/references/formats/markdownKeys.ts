/**
 * What Markdown says of names by where they stand: the head of a column and of a row, a label before a colon, the sentence and
 * the headings above a list. Each is to the names beside it what a key is in a data file. Read by lines, beside the parser.
 */
import { readKey } from '../tables/keys.ts';
import { trimTrailing } from '../trimTrailing.ts';
import type { Slot, SlotContext, Span } from '../types.ts';
import { type Line, linesOf } from './lines.ts';

/** Stands in a slot's path before the headings, the sentence and the key. */
export const keyed = '#keyed';
/** Stands before it where the name is quoted as code. */
export const code = '#code';

const nothing: ReadonlyMap<string, string> = new Map();
const none = () => nothing;

/** What is longer says more than what a value is. */
const longestLabel = 80;
const longestLine = 2000;

/** The line below the head of a table. */
const delimiter = /^[\s|:-]{1,2000}$/;
const quoteMarks = /^\s{0,12}(?:>\s{0,3}){0,4}/;
const bullet = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;
/** `**Model**: x`, `Model：x`, `- *Model* - x` */
const label =
  /^[*_`]{0,3}([^*_`:：|\s](?:[^:：|`*]{0,78}[^:：|`*\s])?|[A-Z][A-Z0-9_]{2,60})(?:[*_`]{0,3}\s?(?::[*_]{0,3}\s+|：[*_]{0,3}\s*)|[*_`]{1,3}\s[-–—]\s+)/;
const opening = /[*_~`"'[(]*/y;
const name = /[A-Za-z0-9][\w.-]{0,95}(?:\/[\w.-]{1,95})?(?::\w[\w.-]{0,60})?/y;
const closing = /[*_~`"'\])]*/y;
const address = /\((?:https?:\/\/[^)\s]{1,300}|[^)\s]{1,100})\)/y;
const between = /\s{0,3}[,、，]\s{0,3}|\s{0,3};\s{1,3}|\s{1,3}(?:[/+&]|and|or)\s{1,3}/y;
const rest = /^(?:\s*$|\s{0,3}[(（:：–—=]|\s{1,3}[-→]|\.(?:\s|$)|,?\s(?:etc|and more|or similar)\b|\.{3}|…)/;

/** What is part of a longer word. */
const goesOn = /^(?:[\w/@\\]|[:+&]\w)/;
const more = /^(?:etc|and more)\b|^\.{3}|^…|^$/;
const ollamaPage = /^\(https:\/\/ollama\.(?:com|ai)\//;

interface Cell extends Line {
  /** Without marks of emphasis and code. */
  readonly plain: string;
}

/**
 * The names of a section of Markdown that stand under or beside something that could say what they are.
 * @param headings those above the section
 * @param skip blocks of code and comments, in order
 */
export function keyedSlots(text: string, headings: readonly string[], skip: readonly Span[]): Slot[] {
  const slots: Slot[] = [];
  const above = [...headings];
  const parents: { readonly indent: number; readonly text: string }[] = [];
  const lines = [...outside(text, skip)];
  let intro = '';
  let blank = true;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const next = lines[i + 1];
    if (line.text.trim() === '') {
      blank = true;
      continue;
    }
    bracketedSlots(line, above, slots);
    if (next && line.text.includes('|') && next.text.includes('-') && delimiter.test(next.text)) {
      const head = cellsOf(line);
      const rows: Cell[][] = [];
      for (i += 2; i < lines.length && (lines[i] as Line).text.includes('|'); i++) {
        bracketedSlots(lines[i] as Line, above, slots);
        rows.push(cellsOf(lines[i] as Line));
      }
      i--;
      tableSlots(head, rows, intro === '' ? above : [...above, intro], slots);
      intro = '';
      continue;
    }
    const heading = /^#{1,6}\s+/.exec(line.text)?.[0];
    if (heading !== undefined) {
      labelledSlots(line, heading.length, above, slots);
      above.push(plainOf(line.text.slice(heading.length)));
      intro = '';
      parents.length = 0;
      continue;
    }
    const item = bullet.exec(line.text);
    if (!item) {
      const indented = parents.length > 0 && !blank;
      if (!indented) parents.length = 0;
      if (!labelledSlots(line, 0, above, slots)) intro = plainOf(line.text.slice(0, 400));
      blank = false;
      continue;
    }
    blank = false;
    const indent = (item[1] as string).length;
    while (parents.length > 0 && (parents.at(-1) as { indent: number }).indent >= indent) parents.pop();
    const outer = [...above, ...(intro === '' ? [] : [intro]), ...parents.map((parent) => parent.text)];
    if (!labelledSlots(line, item[0].length, outer, slots)) {
      const key = outer.pop();
      if (key !== undefined && tells(key, outer)) addNames(line, item[0].length, outer, key, none, slots);
    }
    parents.push({ indent, text: plainOf(line.text.slice(item[0].length, item[0].length + 200)) });
  }
  return slots;
}

/** The lines that stand in no block of code. */
function* outside(text: string, skip: readonly Span[]): Generator<Line> {
  let next = 0;
  for (const line of linesOf(text)) {
    while (next < skip.length && (skip[next] as Span).end <= line.start) next++;
    const block = skip[next];
    if (block && block.start <= line.start + line.text.length && line.start < block.end) continue;
    const marks = quoteMarks.exec(line.text)?.[0] ?? '';
    const lead = marks.includes('>') ? marks.length : 0;
    if (line.text.length <= longestLine) yield { text: line.text.slice(lead), start: line.start + lead };
  }
}

const plainOf = (text: string): string =>
  text
    .replace(/[*`]/g, '')
    .trim()
    .replace(/[:：]$/, '')
    .trimEnd();

function cellsOf(line: Line): Cell[] {
  const cells: Cell[] = [];
  const { text } = line;
  let from = /^\s*\|/.exec(text)?.[0].length ?? 0;
  for (let i = from; i <= text.length; i++) {
    if (i < text.length && (text[i] !== '|' || text[i - 1] === '\\')) continue;
    const source = text.slice(from, i);
    if (i < text.length || source.trim() !== '')
      cells.push({ text: source, start: line.start + from, plain: plainOf(source) });
    from = i + 1;
  }
  return cells;
}

function tableSlots(head: readonly Cell[], rows: readonly Cell[][], above: readonly string[], slots: Slot[]): void {
  const cells = [head, ...rows].flat().map(({ text }) => text);
  const aboutOllama = [...above, ...cells].some((text) => ollama.test(text));
  const entries = (cells: readonly Cell[], keys: readonly (Cell | undefined)[]) =>
    remembered(() => new Map(cells.map((cell, i) => [keys[i]?.plain ?? '', cell.plain])));
  const names = rows.map((row) => row[0]);
  const columns = head.map(({ plain }, column) => ({
    key: plain,
    tells: plain !== '' && (saysModel(plain) || aboutOllama),
    others: speaksOfOthers(plain),
    below: entries(
      rows.map((row) => row[column] ?? noCell),
      names,
    ),
  }));
  for (const row of rows) {
    const first = row[0]?.plain ?? '';
    const rowTells = first !== '' && (saysModel(first) || aboutOllama);
    const beside = entries(row, head);
    for (const [i, cell] of row.entries()) {
      const column = columns[i];
      const from = leadOf(cell.text);
      if (column?.tells) addNames(cell, from, above, column.key, beside, slots);
      if (i > 0 && rowTells && column && !column.others)
        addNames(cell, from, [...above, column.key], first, column.below, slots);
    }
  }
}

const noCell: Cell = { text: '', start: 0, plain: '' };

/** A map that is made when it is first asked for. */
function remembered(make: () => ReadonlyMap<string, string>): () => ReadonlyMap<string, string> {
  let made: ReadonlyMap<string, string> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const ollama = /ollama/i;
/** The word "model" of other languages, as a word of its own. */
const modelWords = /モデル|模型|모델|модел[ьией]|\bmod[eè]l(?:l[oie]?|es?|os?)\b/giu;

/** `Hugging Face: org/name`: where on the hub a model is. */
const ofHub = /^(?:hugging ?face|hf)(?: (?:hub|id|repo|repository|link|card))?$/i;

/** A label as keys of data files are written. */
export const asKey = (label: string): string =>
  ofHub.test(label) ? `${label} model` : label.replace(modelWords, ' model ');
const saysModel = (label: string): boolean => readKey(asKey(label)).sense === 'model';

/** Whether a key, or what stands above it, may say what the names beside it are. */
const tells = (key: string, above: readonly string[]): boolean =>
  saysModel(key) || ollama.test(key) || above.some((one) => ollama.test(one));

/** `Image`, `Dataset`: what a column holds whatever the row is about. */
const speaksOfOthers = (key: string): boolean => /^(?:not|dataset|alias)$/.test(readKey(asKey(key)).sense);

const leadOf = (text: string): number => text.length - text.trimStart().length;

/** `Model: x` from a place of a line on. Returns whether there is such a label. */
function labelledSlots(line: Line, from: number, above: readonly string[], slots: Slot[]): boolean {
  const lead = from + leadOf(line.text.slice(from));
  const match = label.exec(line.text.slice(lead));
  if (!match) return false;
  const key = plainOf(match[1] as string);
  if (key.length > longestLabel) return false;
  // A dash goes before anything one may say.
  if (/[-–—]\s+$/.test(match[0]) && !saysModel(key) && !/^ollama$/i.test(key)) return false;
  if (tells(key, above)) addNames(line, lead + match[0].length, above, key, none, slots);
  return true;
}

/** `Ollama (llama3.2, mistral)` */
function bracketedSlots(line: Line, above: readonly string[], slots: Slot[]): void {
  for (const { 0: lead, index } of line.text.matchAll(/\bOllama[*_`]{0,3}\s?[(（]/gi)) {
    const from = index + lead.length;
    const length = line.text.slice(from, from + 200).search(/[)）]/);
    if (length <= 0) continue;
    const inside = { text: line.text.slice(0, from + length), start: line.start };
    // With a slash it may be an image.
    addNames(inside, from, above, inside.text.includes('/', from) ? 'Ollama' : 'Ollama model', none, slots);
  }
}

/** Names with commas between them, and nothing before them. */
function addNames(
  line: Line,
  from: number,
  above: readonly string[],
  key: string,
  siblings: () => ReadonlyMap<string, string>,
  slots: Slot[],
): void {
  const { text } = line;
  const found: { value: string; at: number; quoted: boolean }[] = [];
  for (let at = from; ; ) {
    const opened = at;
    at = past(opening, text, at);
    name.lastIndex = at;
    const match = name.exec(text);
    if (!match || goesOn.test(text.slice(at + match[0].length, at + match[0].length + 2))) return;
    const value = trimTrailing(match[0], '.-_:');
    const marks = text.slice(opened, at);
    const quoted = marks.includes('`');
    const last = text[at + value.length] ?? '';
    if (quoted && last !== '`' && last !== ',') return;
    const closed = past(closing, text, at + value.length);
    const behindLink = past(address, text, closed);
    // The text of a link is what the link is.
    if (behindLink === closed ? !marks.includes('[') : ollamaPage.test(text.slice(closed, behindLink)))
      found.push({ value, at, quoted });
    at = past(between, text, behindLink);
    const another = at > behindLink && !more.test(text.slice(at));
    if (another) continue;
    if (!quoted && at === behindLink && !rest.test(text.slice(at))) return;
    break;
  }
  const path = [keyed, ...above, key];
  for (const { value, at, quoted } of found) {
    if (value.length < 2 || !/[A-Za-z]/.test(value) || isPair(value)) continue;
    const start = line.start + at;
    const context: SlotContext = {
      format: 'markdown',
      path: quoted ? [code, ...path] : path,
      siblings,
      ancestors: () => [],
    };
    slots.push({ value, span: { start, end: start + value.length }, context });
  }
}

/** `Phi-3/Phi-3.5`, `Mistral/Mixtral`: two names, or two words. */
export function isPair(value: string): boolean {
  const [first = '', second] = value.toLowerCase().split('/');
  if (second === undefined) return false;
  return !/[\d._-]/.test(second) || second.startsWith(first.slice(0, 3)) || first.startsWith(second);
}

function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
