/** The question before any parser: can this text hold a reference at all? */
import { mayName } from './filter/names.ts';
import { StemScanner } from './filter/stemScanner.ts';
import { formatOfDocument, shebangLength } from './formatOf.ts';
import { isDelimited, longestHead, namesModels } from './formats/delimited.ts';
import { maximumLength } from './limits.ts';
import { remembering } from './remembering.ts';
import { stems } from './tables/stems.ts';
import type { Format, Knowledge, SourceDocument } from './types.ts';

const scanner = new StemScanner(stems);

/** Whether a text has any of the words without which there is no reference. */
export const mayHold = (text: string): boolean => scanner.inText(text);

/** The formats whose names stand in quotes. */
const quoting: ReadonlySet<Format> = new Set(['source', 'python', 'javascript', 'notebook', 'json']);

/** False: no parser need run, there is no reference. True: there may be. */
export function mayHoldReferences(document: SourceDocument, knowledge: Knowledge): boolean {
  const { text } = document;
  const format = formatOfDocument(document);
  if (format === undefined) return false;
  if (text.length > maximumLength) return true;
  if (format === 'modelfile') return true;
  if (isDelimited(document.path) && !namesModels(text)) return false;
  return scanner.inText(text) && mayName(text, remembering(knowledge), quoting.has(format));
}

/**
 * The same of a file before it is decoded, as far as that can be told: its first `length` bytes in UTF-8.
 * @param path with `/` as separator; only its last part counts
 */
export function mayHoldInBytes(path: string, bytes: Uint8Array, length = bytes.length): boolean {
  const format = formatOfDocument({ path, text: bytes[0] === 0x23 ? head(bytes, length) : '' });
  if (isDelimited(path) && !namesModels(head(bytes, length, longestHead))) return false;
  return format !== undefined && (format === 'modelfile' || scanner.inBytes(bytes, length));
}

/** The first characters of a file, where they are ASCII. */
const head = (bytes: Uint8Array, length: number, most = shebangLength): string =>
  String.fromCharCode(...bytes.subarray(0, Math.min(length, most)));
