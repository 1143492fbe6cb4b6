/**
 * Changes to a policy file that leave everything else in it as it is: comments, quotes, order, blank lines. What the `yaml`
 * library tells of places is used to write into the text; where the text is laid out in a way that this does not foresee, the
 * library writes the file anew, which keeps comments but not every space.
 */
import { isMap, isScalar, isSeq, type Node, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { yamlTooDeep } from '../../references/formats/yaml.ts';
import type { PolicyException, ProfileFact, UsageProfile } from '../types.ts';
import { readPolicy } from './read.ts';
import { inline } from './template.ts';

const INDENT = '  ';

const parse = (text: string) =>
  parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent', version: '1.2' });
type Parsed = ReturnType<typeof parse>;

/** The text with the fact set, in place of what it said before. Undefined where the text is no YAML that could hold it. */
export function setProfileFact<K extends ProfileFact>(
  text: string,
  fact: K,
  value: NonNullable<UsageProfile[K]>,
): string | undefined {
  const said = (edited: string) => same(readPolicy(edited).policy.usage[fact], value);
  return edit(
    text,
    said,
    (document) => setUnder(text, document, 'usage', fact, inline(value)),
    (document) => document.setIn(['usage', fact], document.createNode(value)),
  );
}

/** The text with one more exception at the end of the list. Undefined as above. `span` is not written. */
export function addException(text: string, { span: _span, ...exception }: PolicyException): string | undefined {
  const { model, rules, reason, expires, approvedBy } = exception;
  const ordered = {
    model,
    ...(rules ? { rules: [...rules] } : {}),
    reason: reason.replace(/\s+/g, ' ').trim(),
    ...(expires ? { expires } : {}),
    ...(approvedBy ? { approvedBy: approvedBy.replace(/\s+/g, ' ').trim() } : {}),
  };
  const said = (edited: string) => {
    const { span: _place, ...last } = readPolicy(edited).policy.exceptions.at(-1) ?? { span: undefined };
    return same(last, ordered);
  };
  return edit(
    text,
    said,
    (document) => appendItem(text, document, 'exceptions', ordered),
    (document) => {
      if (document.has('exceptions') && isSeq(document.get('exceptions')))
        document.addIn(['exceptions'], document.createNode(ordered));
      else document.set('exceptions', document.createNode([ordered]));
    },
  );
}

/** Plain data alike, whatever the order of keys. */
function same(one: unknown, other: unknown): boolean {
  const sorted = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

/** Tries the careful way and then the library's; each has to say afterwards what was meant, and no worse than before. */
function edit(
  text: string,
  said: (edited: string) => boolean,
  splice: (document: Parsed) => string | undefined,
  change: (document: Parsed) => void,
): string | undefined {
  if (yamlTooDeep(text)) return undefined;
  const document = parse(text);
  if (
    document.errors.length > 0 ||
    (document.contents !== null && !isMap(document.contents) && !isNothing(document.contents))
  ) {
    return undefined;
  }
  const problems = readPolicy(text).problems.length;
  const isGood = (edited: string) => said(edited) && readPolicy(edited).problems.length <= problems;
  const spliced = splice(document);
  if (spliced !== undefined && isGood(spliced)) return spliced;
  const anew = parse(text);
  change(anew);
  const written = anew.toString({ lineWidth: 0 });
  return isGood(written) ? written : undefined;
}

const isNothing = (node: unknown): boolean =>
  node === null || node === undefined || (isScalar(node) && node.value === null);

const lineEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const splice = (text: string, start: number, end: number, insert: string): string =>
  text.slice(0, start) + insert + text.slice(end);

interface Pair {
  readonly key: Node;
  readonly value: Node | null;
}

function pairOf(map: unknown, key: string): Pair | undefined {
  if (!isMap(map)) return undefined;
  return (map.items as unknown as Pair[]).find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** Where the last character of a node stands, blank lines and comments behind it left out. */
function endOf(node: Node): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1) as Pair | Node | undefined;
    if (last) {
      if (!('key' in last)) return endOf(last as Node);
      return isNothing(last.value) ? endOf(last.key) : endOf(last.value as Node);
    }
  }
  return node.range?.[1] ?? 0;
}

/** The end of the line on which `offset` stands; what a comment says behind a value stays with it. */
function endOfLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset - (text[offset - 2] === '\r' ? 2 : 1);
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** White space in front of what stands at `offset`; undefined where something else stands there. */
function indentAt(text: string, offset: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return before.trim() === '' ? before : undefined;
}

/** A new block of lines at the end of the file, a blank line before it. */
function append(text: string, lines: readonly string[]): string {
  const end = lineEnd(text);
  const body = text.replace(/\s+$/, '');
  return `${body === '' ? '' : body + end + end}${lines.join(end)}${end}`;
}

function setUnder(text: string, document: Parsed, section: string, key: string, value: string): string | undefined {
  const end = lineEnd(text);
  const home = pairOf(document.contents, section);
  if (!home) return append(text, [`${section}:`, `${INDENT}${key}: ${value}`]);
  if (isNothing(home.value)) {
    const at = endOfLine(text, endOf(home.key));
    return splice(text, at, at, `${end}${INDENT}${key}: ${value}`);
  }
  const map = home.value;
  if (!isMap(map)) return undefined;
  const present = pairOf(map, key);
  if (present) return replaceValue(text, present, value);
  return map.flow ? intoFlow(text, map, `${key}: ${value}`) : intoBlock(text, map, `${key}: ${value}`);
}

function replaceValue(text: string, { key, value: old }: Pair, value: string): string | undefined {
  if (isNothing(old)) {
    const colon = text.indexOf(':', endOf(key));
    return colon < 0 ? undefined : splice(text, colon + 1, colon + 1, ` ${value}`);
  }
  const start = old?.range?.[0];
  return old && start !== undefined ? splice(text, start, endOf(old), value) : undefined;
}

function intoFlow(text: string, map: YAMLMap, entry: string): string | undefined {
  const close = (map.range?.[1] ?? 0) - 1;
  if (text[close] !== '}') return undefined;
  const at = text.slice(0, close).trimEnd().length;
  return splice(text, at, at, map.items.length > 0 ? `, ${entry}` : ` ${entry} `);
}

function intoBlock(text: string, map: YAMLMap, entry: string): string | undefined {
  const [first] = map.items as unknown as Pair[];
  const indent = first?.key.range ? indentAt(text, first.key.range[0]) : undefined;
  if (indent === undefined) return undefined;
  const at = endOfLine(text, endOf(map));
  return splice(text, at, at, `${lineEnd(text)}${indent}${entry}`);
}

function appendItem(text: string, document: Parsed, section: string, item: object): string | undefined {
  const home = pairOf(document.contents, section);
  if (!home) return append(text, [`${section}:`, ...itemLines(item, INDENT)]);
  const end = lineEnd(text);
  if (isNothing(home.value) || (isSeq(home.value) && home.value.items.length === 0)) {
    const colon = text.indexOf(':', endOf(home.key));
    const written = isSeq(home.value) ? home.value.range : undefined;
    // `exceptions: []` gives way; `exceptions:` gets its first item
    const cleared = written ? splice(text, colon + 1, written[1], '') : text;
    const at = endOfLine(cleared, colon);
    return splice(cleared, at, at, end + itemLines(item, INDENT).join(end));
  }
  const list = home.value as YAMLSeq;
  if (!isSeq(list) || list.flow) return undefined;
  const indent = list.range ? indentAt(text, list.range[0]) : undefined;
  if (indent === undefined) return undefined;
  const at = endOfLine(text, endOf(list));
  return splice(text, at, at, end + itemLines(item, indent).join(end));
}

/** A list item in block style, its inner lists in flow style. */
function itemLines(item: object, indent: string): string[] {
  return Object.entries(item).map(([key, value], index) => {
    const written = Array.isArray(value) ? inline(value) : stringify(value, { lineWidth: 0 }).trimEnd();
    return `${indent}${index === 0 ? '- ' : '  '}${key}: ${written}`;
  });
}
