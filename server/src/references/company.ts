/**
 * Names in the company of models: in a list, a column of a table or a file with one name a line, most of which are
 * models, the others are models as well, whoever publishes them.
 */
import { linesOf } from './formats/lines.ts';
import { validId } from './recognisers/huggingface.ts';
import { closedName, fileEnding, otherThanModel, weightsEnding } from './tables/shapes.ts';
import { trimTrailing } from './trimTrailing.ts';
import type { Format, Knowledge, ModelReference, Slot } from './types.ts';

/** A name in a list: found to be a model, or of the shape of one. */
interface Member {
  readonly start: number;
  readonly id: string;
  readonly kind: 'huggingface' | 'ollama';
  readonly found: boolean;
}

/** Names in the same place of lines that follow each other. */
interface List {
  readonly members: Member[];
  lastLine: number;
  /** What stands above it: the nearest heading, the sentence or the head of the table. */
  readonly title: string;
  /** The headings further up. */
  readonly headings: string;
}

/** Lines of text between two items of one list: notes on the first of them. */
const farthest = 3;

const item = /^\s{0,12}(?:>\s?)?(?:[-*+•]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]\]\s+)?[`*_"'[(<]{0,3}(?=[A-Za-z0-9])/;
const cell = /^\s{0,40}[`*_"'[(<]{0,3}(?=[A-Za-z0-9])/;
const id = /([A-Za-z0-9][\w.-]{0,95})\/([A-Za-z0-9_][\w.-]{0,95})(?![\w/@])/y;
const library = /^([a-z][\w.-]{1,60})(?::[\w.-]{1,60})?(?=`)/;
const linked = /^[\]`*_"')>]{0,3}\]\(\s*(https?:\/\/[^)\s]*)/;
const onHub = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!datasets\/|spaces\/)/;

const ofModels = /model|modèle|модел|モデル|模型|모델|checkpoint|rerank|embedding|encoder|\b[vs]?l[lm]ms?\b/i;
const ofOther =
  /\b(?:data ?sets?|corpora|benchmarks?|repos?(?:itories)?|github|docker|images?|packages?|spaces?|papers?|orgs?|organi[sz]ations?)\b/i;

/** A sentence, an item or the head of a table, not the line below that. */
const titled = /[\p{L}]/u;

export const saidElsewhere = 'named as a model elsewhere in the document';

/** The references that `found` adds up to, besides itself. Only prose has lists without keys that say what they hold. */
export function inCompany(
  text: string,
  format: Format,
  found: readonly ModelReference[],
  knowledge: Knowledge,
): ModelReference[] {
  if (format !== 'markdown' && format !== 'text') return [];
  const known = new Map(found.map((one) => [one.span.start, one]));
  if (known.size === 0) return [];
  const added: ModelReference[] = [];
  const open = new Map<string, List>();
  const close = (key: string, list: List) => {
    open.delete(key);
    for (const member of belonging(list))
      added.push(reference(member, format, 'in a list whose other names are models'));
  };
  const headings: string[] = [];
  let sentence = '';
  let number = 0;
  for (const line of linesOf(text)) {
    const level = /^(#{1,6})\s/.exec(line.text)?.[1]?.length;
    // Lists under headings further down are parts of one list.
    if (level !== undefined) headings.splice(level - 1, 6, line.text);
    else if (line.text.trim() !== '') number++;
    const ends = level !== undefined && level <= 2;
    for (const [key, list] of open) if (ends || number - list.lastLine > farthest) close(key, list);
    if (level !== undefined) {
      sentence = '';
      continue;
    }
    let holds = false;
    const places = line.text.length > 2000 ? [] : placesIn(line.text);
    for (const { at, key: place } of places) {
      const member = memberAt(line.text, at, line.start, known, knowledge);
      if (!member) continue;
      holds = true;
      const key = `${member.kind} ${place}`;
      const list = open.get(key) ?? {
        members: [],
        lastLine: number,
        title: `${headings.at(-1) ?? ''}\n${sentence}`,
        headings: headings.join('\n'),
      };
      list.members.push(member);
      list.lastLine = number;
      open.set(key, list);
    }
    if (!holds && titled.test(line.text)) sentence = line.text.slice(0, 400);
  }
  for (const [key, list] of open) close(key, list);
  return [...added, ...again(text, format, [...found, ...added])];
}

/** What is a model in one place of a text is one wherever its name stands, but for addresses and links. */
function again(text: string, format: Format, found: readonly ModelReference[]): ModelReference[] {
  const ids = new Set(found.filter(({ kind }) => kind === 'huggingface').map((one) => one.text));
  const places = new Set(found.map(({ span }) => span.start));
  const added: ModelReference[] = [];
  for (const match of text.matchAll(/(?<![\w.@:/\\-])[\w.-]{1,96}\/[\w.-]{1,96}(?![\w/@-])(?!`?\]\()/g)) {
    const start = match.index;
    const name = trimTrailing(match[0], '.-');
    if (ids.has(name) && !places.has(start))
      added.push(reference({ start, id: name, kind: 'huggingface', found: false }, format, saidElsewhere));
  }
  return added;
}

/** Where an item of a list or a cell of a table begins, and what makes it the same place in the next line. */
function placesIn(line: string): { at: number; key: string }[] {
  if (/^\s*\|/.test(line)) {
    const places: { at: number; key: string }[] = [];
    for (let at = line.indexOf('|'), column = 0; at >= 0; at = line.indexOf('|', at + 1), column++) {
      const lead = cell.exec(line.slice(at + 1))?.[0];
      if (lead !== undefined) places.push({ at: at + 1 + lead.length, key: `column ${column}` });
    }
    return places;
  }
  const lead = item.exec(line)?.[0];
  return lead === undefined ? [] : [{ at: lead.length, key: /[-*+•\d]/.test(lead) ? 'item' : 'line' }];
}

function memberAt(
  line: string,
  at: number,
  lineStart: number,
  known: ReadonlyMap<number, ModelReference>,
  knowledge: Knowledge,
): Member | undefined {
  const start = lineStart + at;
  const reference = known.get(start);
  if (reference?.kind === 'huggingface' || reference?.kind === 'ollama')
    return { start, id: reference.id, kind: reference.kind, found: true };
  if (reference) return undefined;
  const tag = line[at - 1] === '`' ? library.exec(line.slice(at)) : null;
  if (tag && knowledge.isOllamaModel(tag[1] as string)) return { start, id: tag[0], kind: 'ollama', found: false };
  id.lastIndex = at;
  const match = id.exec(line);
  const organisation = match?.[1] ?? '';
  const name = trimTrailing(match?.[2] ?? '', '.-');
  if (!match || !validId(organisation, name) || fileEnding.test(name) || weightsEnding.test(name)) return undefined;
  // `9.37M/month`, `text/image`: a rate, a pair of words.
  if (/^\d/.test(organisation) || !/[\dA-Z_-]/.test(name) || name.length < 4 || closedName.test(name)) return undefined;
  if (otherThanModel.test(name) || /\.(?:com|org|io|co|ai|net|dev)$/i.test(organisation)) return undefined;
  const address = linked.exec(line.slice(at + match[0].length))?.[1];
  if (address !== undefined && !onHub.test(address)) return undefined;
  return { start, id: `${organisation}/${name}`, kind: 'huggingface', found: false };
}

/** The members that are models because the others are. */
function belonging({ headings, members, title }: List): readonly Member[] {
  const found = members.filter((member) => member.found).length;
  const others = members.filter((member) => !member.found);
  if (others.length === 0 || ofOther.test(title)) return [];
  const enough = found >= (ofModels.test(title) || ofModels.test(headings) ? 1 : 2) && 2 * found >= others.length;
  return enough ? others : [];
}

const none: ReadonlyMap<string, string> = new Map();

function reference({ start, id: name, kind }: Member, format: Format, why: string): ModelReference {
  const span = { start, end: start + name.length };
  const slot: Slot = {
    value: name,
    span,
    context: { format, path: ['#list'], siblings: () => none, ancestors: () => [] },
  };
  return {
    span,
    text: name,
    kind,
    id: name,
    role: 'model',
    why: [why],
    slot,
  };
}
