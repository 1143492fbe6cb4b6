/**
 * Markdown and MDX: front matter, links, inline code, fenced code in its own language, running text. Model cards are
 * Markdown, and so are the READMEs that say what to download.
 */
import type { Code, Nodes, Parents, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import { notices } from '../limits.ts';
import type { Comment, FormatReader, ParsedDocument, Slot, SlotContext, SourceDocument } from '../types.ts';
import { textSlots } from './text.ts';

export const markdown: FormatReader = { format: 'markdown', read: readMarkdown };

/** The parser takes its time; what is longer is read as plain text. */
const maximumMarkdown = 512 * 1024;
/** Quotes and lists nest in the parser's own recursion. */
const maximumMarks = 100;

function readMarkdown(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumMarkdown || nestsTooMuch(text))
    return { format: 'markdown', slots: textSlots(text), comments: [], notice: notices.asText };
  const root = fromMarkdown(text, {
    extensions: [frontmatter(['yaml', 'toml'])],
    mdastExtensions: [frontmatterFromMarkdown(['yaml', 'toml'])],
  });
  const comments: Comment[] = [];
  const slots: Slot[] = [];
  visit(root as Nodes);
  return { format: 'markdown', slots, comments };

  function visit(node: Nodes, link?: string): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    switch (node.type) {
      case 'yaml':
        slots.push(frontMatter(text, start, end, 'yaml'));
        return;
      case 'code':
        slots.push(fence(node, text, start, end));
        return;
      case 'inlineCode': {
        const ticks = /^`+/.exec(text.slice(start, end))?.[0].length ?? 1;
        slots.push(plain(text, start + ticks, end - ticks, 'code', link));
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
      case 'image':
      case 'imageReference':
        return;
      default:
        for (const child of (node as Parents).children ?? []) visit(child as Nodes, link);
    }
  }
}

/** Whether any line opens more quotes and list items than the parser's recursion should see. */
function nestsTooMuch(text: string): boolean {
  for (const match of text.matchAll(/^[ \t>*+-]{30,}/gm)) {
    if (
      match[0].replace(/[ \t]/g, '').length > maximumMarks &&
      /[>*+-][ \t]*[>*+-]/.test(match[0]) &&
      !/^[-*+\s]+$/.test(match[0].trim())
    )
      return true;
    if (match[0].length > 4 * maximumMarks) return true;
  }
  return /\[{100}|!\[(?:[^\]]{0,2}!\[){50}|\({200}|(?:[*_]{1,3}\w?){400}/.test(text);
}

const none: ReadonlyMap<string, string> = new Map();

/** What kind of thing the slot is stands as its path; a link's address is its sibling. */
function plain(text: string, start: number, end: number, kind: string, link?: string): Slot {
  const siblings = link === undefined ? none : new Map([['link', link]]);
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
    .replace(/[^\w+#.-].*$/, '');
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
