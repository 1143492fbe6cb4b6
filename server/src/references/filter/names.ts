/**
 * Whether a text holds anything that could be a model's name. Most files that speak of models can be told by this
 * without being parsed.
 */

import { readKey } from '../tables/keys.ts';
import { prefixOf } from '../tables/prefixes.ts';
import { fileEnding, formatToken, notOrganisations, sizeToken } from '../tables/shapes.ts';
import { argumentSense } from '../tables/sourceCalls.ts';
import { certainStems, nameStems } from '../tables/stems.ts';
import { trimTrailing } from '../trimTrailing.ts';
import type { Knowledge } from '../types.ts';
import { farthest, StemScanner } from './stemScanner.ts';

const certain = new StemScanner(certainStems);
const families = new StemScanner(nameStems);

/**
 * False: whatever its words are given to, none is a model's name.
 * @param quoted names stand in quotes, or behind a sign that gives them to something; elsewhere a blank will do
 */
export function mayName(text: string, knowledge: Knowledge, quoted: boolean): boolean {
  return certain.inText(text) || families.inText(text, insideName) || holdsId(text, knowledge, quoted);
}

/**
 * The same of a part of program source, of which the other parts may say that a name is a model's. False: none of its strings names
 * a model. Only where no address or tool makes it worth reading the whole.
 */
export function mayNameInPart(part: string, knowledge: Knowledge): boolean {
  return families.inText(part, insideName) || idsIn(part, knowledge, true) !== 'none';
}

/** Whether there is a word for which a text is read as a whole. */
export const isWhollyWorth = (text: string): boolean => certain.inText(text);

/** The same without asking anybody: whether there is the name of a family, or anything of the shape of an id. */
export function mayNameAnything(text: string): boolean {
  return certain.inText(text) || families.inText(text, insideName) || ids.test(text);
}

const inName = new Uint8Array(256);
/** What stands between the parts of a name. */
const joins = new Uint8Array(256);
for (let byte = 0; byte < 128; byte++) {
  inName[byte] = /[\w.@:/\\-]/.test(String.fromCharCode(byte)) ? 1 : 0;
  joins[byte] = /[\d/:_-]/.test(String.fromCharCode(byte)) ? 1 : 0;
}

/** Whether the name of a family is that of a model (`distilbert-base`, "mistral"), not a part of a word (Robert). */
function insideName(bytes: Uint8Array, start: number, end: number, length: number): boolean {
  let from = start;
  while (from > 0 && start - from < farthest && inName[bytes[from - 1] as number]) from--;
  let to = end;
  while (to < length && to - end < farthest && inName[bytes[to] as number]) to++;
  // Longer than any name, or without a sign in it: data, not text.
  if (start - from >= farthest || to - end >= farthest || stretch(bytes, start, end) > longestWord) return false;
  const opened = isQuote(bytes[from - 1] ?? 0);
  const closed = isQuote(bytes[to] ?? 0);
  if (from === start ? opened || closed : to === end && opened && closed) return true;
  for (let i = from; i < to; i++) if (joins[bytes[i] as number]) return true;
  return false;
}

const longestWord = 40;

/** How many letters and digits stand around a place in a row. */
function stretch(bytes: Uint8Array, start: number, end: number): number {
  let from = start;
  while (from > 0 && isAlphanumeric(bytes[from - 1] as number)) from--;
  let to = end;
  while (to < bytes.length && isAlphanumeric(bytes[to] as number)) to++;
  return to - from;
}

const isAlphanumeric = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);

const ids = /[\w\\]\/["'`]?\w/;
/** An id whose parts stand in two literals: `"acme/" "harbor-7b"`. */
const split = /[\w.-]\/["'`]\s{0,80}["'`]\w/;
const modules = /(?:\bfrom|\bimport|\brequire|\bimport\(|\brequire\(|\bmock\()\s{0,2}["'`]$/;
/** Commands before a name. */
const verbs = new Set('serve download pull get run show chat load info launch convert export in -m'.split(' '));

/** Whether what stands before a name gives it to something: a quote, a bracket, a key, an option, a command. */
function leads(before: string): boolean {
  const tail = before.trimEnd();
  const last = tail.at(-1) ?? '';
  if (last === ':' || last === '=') return true;
  if (tail.length === before.length) return '"\'`([{,;|'.includes(last);
  const word = tail.slice(Math.max(tail.lastIndexOf(' '), tail.lastIndexOf('\n'), tail.lastIndexOf('\t')) + 1);
  return verbs.has(word) || /^--?\w/.test(word);
}

const repository = /^[A-Za-z0-9][\w.-]*\/[\w.-]/;
/** A run of characters of names is followed this far to each side. */
const longestRun = 300;

type Said = 'named' | 'unnamed' | 'none';

function holdsId(text: string, knowledge: Knowledge, quoted: boolean): boolean {
  const said = idsIn(text, knowledge, quoted);
  return said === 'named' || (said === 'unnamed' && saysModel(text, quoted ? named : word));
}

/** The most that is said of anything of the shape of an id in a text. */
function idsIn(text: string, knowledge: Knowledge, quoted: boolean): Said {
  let most: Said = 'none';
  for (let at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
    if (!isWord(text.charCodeAt(at + 1)) || !isName(text.charCodeAt(at - 1))) {
      if (isQuote(text.charCodeAt(at + 1)) && split.test(text.slice(at - 1, at + 90))) return 'named';
      continue;
    }
    let from = at;
    while (from > 0 && at - from < longestRun && isName(text.charCodeAt(from - 1))) from--;
    let to = at + 1;
    while (to < text.length && to - at < longestRun && isName(text.charCodeAt(to))) to++;
    if (at - from < longestRun && to - at < longestRun) {
      const said = judge(text, from, text.slice(from, to), knowledge, quoted);
      if (said === 'named') return said;
      if (said === 'unnamed') most = said;
    }
    at = to - 1;
  }
  return most;
}

/** Whether what stands at `from` is an id by its own look, or where its surroundings say so. */
function judge(text: string, from: number, run: string, knowledge: Knowledge, quoted: boolean): Said {
  const id = trimTrailing(run.replaceAll('\\', '').replace(/^[.:@-]*(?=\w)/, ''), '/.:@-');
  const slash = id.indexOf('/');
  const organisation = id.slice(0, slash);
  if (slash <= 0 || notOrganisations.has(organisation.toLowerCase()) || fileEnding.test(id)) return 'none';
  const before = text.slice(Math.max(0, from - 48), from);
  if (run.startsWith('@') || modules.test(before)) return 'none';
  const name = id.slice(slash + 1);
  const last = name.slice(name.lastIndexOf('/') + 1);
  if (sizeToken.test(last) || formatToken.test(last)) return 'named';
  if (knowledge.isKnownPublisher(organisation)) return 'named';
  const prefix = prefixOf(id);
  // `huggingface:chat:ORG/NAME` is given to nothing that says model.
  if (prefix) return prefix.text.endsWith(':') && !prefix.ambiguous ? 'named' : 'unnamed';
  // `key:ORG/NAME`, `${key:ORG/NAME}`
  if (organisation.includes(':')) return quoted && !before.endsWith('{') ? 'none' : 'unnamed';
  if (name.includes('/')) return 'none';
  return repository.test(id) && (!quoted || (id.length > 5 && leads(before))) ? 'unnamed' : 'none';
}

const isWord = (code: number): boolean => code < 128 && inName[code] === 1 && code !== 0x2f && code !== 0x5c;
const isName = (code: number): boolean => code < 128 && inName[code] === 1;
const isQuote = (code: number): boolean => code === 0x22 || code === 0x27 || code === 0x60;

const named =
  /(?<![\w.-])-{0,2}([A-Za-z_][\w.-]{1,80})(?![\w.-])(?=[\\"'`\])?!]{0,6}([(<]|\s{0,3}(?:[:=,/]|<-|\?\?|\|\||or\b|\w{1,30}\s{0,2}=)))/g;

const word = /(?<![\w.-])-{0,2}([A-Za-z_][\w.-]{1,80})(?![\w.-])(?=([(<])?)/g;

/**
 * Whether a key, a variable, an option or a call of the text says outright that it takes a model, or two of them can
 * say so together.
 */
function saysModel(text: string, names: RegExp): boolean {
  // Classes that are given what stands beside them may be loaders.
  if (/name_?or|_target_|class_path|!new:/i.test(text)) return true;
  const seen = new Set<string>();
  let about = false;
  let hint = false;
  for (const match of text.matchAll(names)) {
    const name = match[1] as string;
    const isCall = match[2] === '(' || match[2] === '<';
    const key = isCall ? `${name}(` : name;
    if (seen.has(key)) continue;
    seen.add(key);
    const reading = readKey(name);
    if (reading.sense === 'model' || (isCall && argumentSense(name, 0) === 'model')) return true;
    about ||= reading.about;
    hint ||= reading.sense === 'hint';
    if (about && hint) return true;
  }
  return false;
}
