/**
 * Markdown and MDX: front matter, links, inline code, fenced code in its own language, running text. Model cards are
 * Markdown, and so are the READMEs that say what to download.
 */
import type { Code, Nodes, Parents, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import { mayNameAnything } from '../filter/names.ts';
import { holdsPair } from '../filter/pairs.ts';
import { notices } from '../limits.ts';
import { mayHold } from '../prefilter.ts';
import type { Comment, FormatReader, ParsedDocument, Slot, SlotContext, SourceDocument, Span } from '../types.ts';
import { linesOf } from './lines.ts';
import { keyedSlots } from './markdownKeys.ts';
import { movedSlot } from './moved.ts';
import { PartCache } from './partCache.ts';
import { textSlots } from './text.ts';

export const markdown: FormatReader = { format: 'markdown', read: readMarkdown };

/** The parser takes its time; what is longer is read as plain text. */
const maximumMarkdown = 512 * 1024;
/** Quotes and lists nest in the parser's own recursion. */
const maximumMarks = 100;
const maximumBrackets = 2000;

interface Section {
  readonly slots: readonly Slot[];
  readonly comments: readonly Comment[];
}

const sections = new PartCache<Section>(1_000_000);
const nothingIn: Section = { slots: [], comments: [] };

function readMarkdown(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumMarkdown || nestsTooMuch(text))
    return { format: 'markdown', slots: textSlots(text), comments: [], notice: notices.asText };
  const slots: Slot[] = [];
  const comments: Comment[] = [];
  // What one section says of models holds for the lists of the next.
  const speaks = mayHold(text);
  const headings: { readonly level: number; readonly text: string }[] = [];
  for (const start of sectionStarts(text)) {
    const part = text.slice(start.at, start.end);
    const [, marks, title] = /^(#{1,6})\s+([^\n]{0,200})/.exec(part) ?? [];
    const level = marks?.length ?? 0;
    while (level > 0 && (headings.at(-1)?.level ?? 0) >= level) headings.pop();
    const worth = mayHold(part) ? part.includes('<!--') || mayNameAnything(part) : speaks && holdsPair(part);
    const above = headings.map((one) => one.text);
    const section = worth ? sections.get(`${above.join('\n')}\0${part}`, readSection) : nothingIn;
    if (level > 0) headings.push({ level, text: (title as string).trim() });
    for (const slot of section.slots) slots.push(movedSlot(slot, start.at));
    for (const { span, text: content } of section.comments)
      comments.push({ span: { start: span.start + start.at, end: span.end + start.at }, text: content });
  }
  return { format: 'markdown', slots, comments };
}

/** Where the front matter ends, whose comments look like headings. */
const frontMatterEnd = (text: string): number => {
  const fence = /^(?:---|\+\+\+)[ \t]*\r?\n/.exec(text)?.[0].slice(0, 3);
  return fence === undefined ? 0 : text.indexOf(`\n${fence}`, 3) + 1;
};

/** Cuts at headings outside of fences and comments: nothing reaches over a heading. */
function sectionStarts(text: string): { at: number; end: number }[] {
  const starts = [0];
  let fence = '';
  let comment = false;
  const from = frontMatterEnd(text);
  for (const line of linesOf(text)) {
    if (line.start < from) continue;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence)) fence = '';
      continue;
    }
    if (comment) comment = !line.text.includes('-->');
    else if (mark) fence = mark;
    else if (line.text.lastIndexOf('<!--') > line.text.lastIndexOf('-->')) comment = true;
    else if (/^#{1,6}\s/.test(line.text) && line.start > 0) starts.push(line.start);
  }
  return starts.map((at, i) => ({ at, end: starts[i + 1] ?? text.length }));
}

/** @param source the headings above, a line each, and the section behind a NUL */
function readSection(source: string): Section {
  const split = source.indexOf('\0');
  const text = source.slice(split + 1);
  const root = fromMarkdown(text, {
    extensions: [frontmatter(['yaml', 'toml'])],
    mdastExtensions: [frontmatterFromMarkdown(['yaml', 'toml'])],
  });
  const comments: Comment[] = [];
  const slots: Slot[] = [];
  /** What is no running text. */
  const blocks: Span[] = [];
  visit(root as Nodes);
  const headings = source
    .slice(0, split)
    .split('\n')
    .filter((one) => one !== '');
  for (const slot of keyedSlots(text, headings, blocks)) slots.push(slot);
  return { slots, comments };

  function visit(node: Nodes, link?: string): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    switch (node.type) {
      case 'yaml':
        blocks.push({ start, end });
        slots.push(frontMatter(text, start, end, 'yaml'));
        return;
      case 'code':
        blocks.push({ start, end });
        slots.push(fence(node, text, start, end));
        return;
      case 'inlineCode': {
        const ticks = /^`+/.exec(text.slice(start, end))?.[0].length ?? 1;
        const beside = {
          line: lineAround(text, start, end),
          before: text.slice(Math.max(text.lastIndexOf('\n', start) + 1, start - 60), start),
          after: text.slice(end, end + 60).split('\n')[0] as string,
        };
        slots.push(plain(text, start + ticks, end - ticks, 'code', link, beside));
        return;
      }
      case 'text':
        slots.push(plain(text, start, end, 'text', link));
        return;
      case 'html': {
        const source = text.slice(start, end);
        for (const match of source.matchAll(/<!--([^]*?)(?:-->|$)/g)) {
          const at = start + match.index;
          comments.push({ span: { start: at, end: at + match[0].length }, text: match[1] as string });
          blocks.push({ start: at, end: at + match[0].length });
        }
        slots.push(plain(text, start, end, 'html'));
        return;
      }
      case 'link': {
        const at = text.lastIndexOf(node.url, end);
        if (at >= start && node.url !== '') slots.push(plain(text, at, at + node.url.length, 'url'));
        // `<https://…>` and bare addresses are links whose text is the address.
        if (at === start || text[start] === '<') return;
        for (const child of node.children) visit(child as PhrasingContent, node.url);
        return;
      }
      case 'definition': {
        const at = text.indexOf(node.url, start);
        if (at >= 0 && at < end && node.url !== '') slots.push(plain(text, at, at + node.url.length, 'url'));
        return;
      }
      case 'image': {
        const at = node.alt ? text.indexOf(node.alt, start) : -1;
        if (node.alt && at >= 0 && at < end) slots.push(plain(text, at, at + node.alt.length, 'text', link));
        return;
      }
      case 'imageReference':
        return;
      default:
        for (const child of (node as Parents).children ?? []) visit(child as Nodes, link);
    }
  }
}

/** Whether a line opens more quotes, list items or brackets than the parser's recursion should see; linear. */
function nestsTooMuch(text: string): boolean {
  let marks = 0;
  let brackets = 0;
  let lead = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '\n') {
      marks = 0;
      lead = true;
      // A paragraph is as far as brackets and emphasis reach.
      if (text[i + 1] === '\n') brackets = 0;
    } else if (c === '[' || c === '(' || c === '*' || c === '_') brackets++;
    else if ((c === ']' || c === ')') && brackets > 0) brackets--;
    if (lead && (c === '>' || c === '-' || c === '+' || c === '*')) marks++;
    else if (c !== ' ' && c !== '\t') lead = false;
    if (marks > maximumMarks || brackets > maximumBrackets) return true;
  }
  return false;
}

const none: ReadonlyMap<string, string> = new Map();

/** The line a piece of text stands in, as far as a sentence may reach. */
function lineAround(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 400);
  const newline = text.indexOf('\n', end);
  return text.slice(from, Math.min(newline < 0 ? text.length : newline, end + 400));
}

/** What kind of thing the slot is stands as its path; a link's address and the line of inline code are its siblings. */
function plain(
  text: string,
  start: number,
  end: number,
  kind: string,
  link?: string,
  around?: Readonly<Record<'line' | 'before' | 'after', string>>,
): Slot {
  const beside = [...(link === undefined ? [] : [['link', link]]), ...Object.entries(around ?? {})];
  const siblings = beside.length === 0 ? none : new Map(beside as [string, string][]);
  const context: SlotContext = {
    format: 'markdown',
    path: [`#${kind}`],
    siblings: () => siblings,
    ancestors: () => [],
  };
  return { value: text.slice(start, end), span: { start, end }, context };
}

function frontMatter(text: string, start: number, end: number, language: string): Slot {
  const from = text.indexOf('\n', start) + 1;
  const to = Math.max(from, text.lastIndexOf('\n', end - 1));
  return document(text.slice(from, to), from, language, 'front matter');
}

/** The lines of a fenced or indented block; a block in a list or quote stands indented in the text. */
function fence(node: Code, text: string, start: number, end: number): Slot {
  const language = (node.lang ?? '')
    .toLowerCase()
    .replace(/^\{?\.?/, '')
    .split(/[^\w+#.-]/)[0] as string;
  const fenced = /^(?:`{3,}|~{3,})/.test(text.slice(start, end));
  const lines = node.value.split('\n');
  let at = fenced ? text.indexOf('\n', start) + 1 : start;
  if (at === 0) return document('', end, language, 'fence');
  let straight = true;
  const offsets: number[] = [];
  const first = at;
  for (const line of lines) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline > end ? end : newline;
    const source = text.slice(at, lineEnd).replace(/\r$/, '');
    const lead = Math.max(0, source.length - line.length);
    if (lead > 0) straight = false;
    for (let i = 0; i <= line.length; i++) offsets.push(Math.min(at + lead + i, end));
    at = lineEnd + 1;
  }
  const slot = document(node.value, first, language, 'fence');
  return straight && !text.slice(first, at).includes('\r')
    ? slot
    : { ...slot, span: { start: offsets[0] as number, end: offsets.at(-1) as number }, offsets };
}

function document(value: string, start: number, language: string, kind: string): Slot {
  const context: SlotContext = {
    format: 'markdown',
    path: [`#${kind}`, language],
    siblings: () => none,
    ancestors: () => [],
  };
  return { value, span: { start, end: start + value.length }, context };
}
