/**
 * Cuts long program source between its top-level statements, so that a keystroke costs the reading of the part it is in
 * and an error in one part leaves the others readable. By tokens alone, in linear time.
 */
import { isWhollyWorth, mayNameInPart } from '../filter/names.ts';
import type { Format, Knowledge, ParsedDocument, SourceDocument } from '../types.ts';
import type { PartCache } from './partCache.ts';
import { SlotCollector } from './sourcePlace.ts';
import { StringScanner, syntaxOf } from './sourceStrings.ts';

/** Shorter documents are read in one. */
const long = 64 * 1024;
/** Parts are at least as long as this, where the text allows. */
const target = 6000;

/** Whether a character may begin a string or a comment, or opens or closes a bracket. */
const telling = new Uint8Array(128);
for (const sign of '"\'`#/-()[]{}\n') telling[sign.charCodeAt(0)] = 1;

/** Lines that go on with the statement before them. */
const goesOn = /^(?:else|elif|except|finally|catch|while|instanceof|in|of|and|or|extends|implements)\b/;

/** Where the parts begin; the first at 0. */
export function cutSource(document: SourceDocument, format: Format): number[] {
  const { text } = document;
  const scanner = new StringScanner(text, syntaxOf(document, format));
  const starts = [0];
  let depth = 0;
  /** The last character before the blanks: a statement does not end with an operator. */
  let last = 0;
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (code >= 128 || telling[code] === 0) {
      if (code > 32) last = code;
      i++;
      continue;
    }
    const token = scanner.at(i);
    if (token) {
      if (token.kind === 'string') last = 0x22;
      i = Math.max(token.next, i + 1);
      continue;
    }
    if (code === 10) {
      const next = text.charCodeAt(i + 1);
      const far = i + 1 - (starts.at(-1) as number) >= target;
      if (far && depth === 0 && begins(next) && ends(last, format) && !goesOn.test(text.slice(i + 1, i + 12)))
        starts.push(i + 1);
    } else {
      if (code === 0x28 || code === 0x5b || code === 0x7b) depth++;
      else if ((code === 0x29 || code === 0x5d || code === 0x7d) && depth > 0) depth--;
      last = code;
    }
    i++;
  }
  return starts;
}

/** A letter, `_` or `@`. */
const begins = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code === 0x40;

/** Python's statements end with their line; elsewhere a sign that ends one must stand there. */
function ends(code: number, format: Format): boolean {
  if (format === 'python') return code !== 0x5c;
  return code === 0x3b || code === 0x7d || code === 0x29 || code === 0x22 || code === 0x5d || code === 0;
}

/**
 * Reads a document part by part. Where `knowledge` is given, only parts that may hold a name, and those that speak of what one of these
 * defines.
 * @param parts what was read before, of the same dialect
 */
export function readParts(
  document: SourceDocument,
  format: Format,
  parts: PartCache<SlotCollector>,
  read: (text: string) => SlotCollector,
  knowledge?: Knowledge,
): ParsedDocument {
  const { text } = document;
  if (text.length < long) {
    const into = read(text);
    return { format, slots: into.finish(), comments: into.comments };
  }
  const into = new SlotCollector(format);
  const starts = cutSource(document, format);
  const texts = starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length));
  const isRead = worthReading(texts, isWhollyWorth(text) ? undefined : knowledge);
  const gathered = texts.map((part) => (isRead(part) ? parts.get(part, read) : undefined));
  const constants = new Set(gathered.flatMap((part) => part?.constants() ?? []));
  texts.forEach((part, i) => {
    const one = gathered[i] ?? (mentions(part, constants) ? parts.get(part, read) : undefined);
    if (one) into.add(one, starts[i] as number);
  });
  return { format, slots: into.finish(), comments: into.comments };
}

/** Comments of ours silence findings, wherever they stand. */
const ours = 'modelterms';

function worthReading(texts: readonly string[], knowledge: Knowledge | undefined): (part: string) => boolean {
  if (!knowledge || texts.length === 1) return () => true;
  return (part) => part.includes(ours) || mayNameInPart(part, knowledge);
}

const identifier = /[A-Za-z_$][\w$]*/g;

/** Whether a part has one of the names: what a constant is given to tells what it is. */
function mentions(part: string, names: ReadonlySet<string>): boolean {
  if (names.size > 0) for (const [name] of part.matchAll(identifier)) if (names.has(name)) return true;
  return false;
}
