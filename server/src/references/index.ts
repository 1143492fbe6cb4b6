/** The references room: text in, model references out. Pure. */
import { commentedSlots } from './commented.ts';
import { inCompany, saidElsewhere } from './company.ts';
import { expandAll } from './expand.ts';
import { factsOf, programs } from './facts.ts';
import { formatOfDocument } from './formatOf.ts';
import { readerOf } from './formats/index.ts';
import { maximumReference } from './limits.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { mayHoldInBytes, mayHoldReferences } from './prefilter.ts';
import type { Draft } from './recognisers/draft.ts';
import { validId } from './recognisers/huggingface.ts';
import { recognisers } from './recognisers/index.ts';
import { remembering } from './remembering.ts';
import { judge } from './surroundings/index.ts';
import { type DocumentFacts, type Judgement, LazyJudgement, nothing } from './surroundings/judgement.ts';
import { speaksOfOllama } from './surroundings/ofMarkdown.ts';
import { fileEnding, otherThanModel } from './tables/shapes.ts';
import { argumentSense } from './tables/sourceCalls.ts';
import type {
  FindReferences,
  Format,
  FoundReferences,
  Knowledge,
  ModelReference,
  Role,
  Slot,
  SlotContext,
  Span,
} from './types.ts';

export type * from './types.ts';
export { formatOfDocument, mayHoldInBytes, mayHoldReferences };

/**
 * The model references of a document, in order of place.
 * Documents in a syntax without a reader give none. Never throws.
 */
export const findReferences: FindReferences = (document, ask, options) => {
  const format = formatOfDocument(document);
  const reader = format && readerOf(format);
  if (!format || !reader) return { format: format ?? 'text', references: [], comments: [] };
  const knowledge = remembering(ask);
  const parsed = reader.read(document, options.includeCommented ? undefined : knowledge);
  const found: ModelReference[] = [];
  const facts = factsOf(document, format, knowledge);
  const slots = options.includeCommented
    ? [...parsed.slots, ...commentedSlots(document, format, parsed.comments)]
    : parsed.slots;
  const unsure: Slot[] = [];
  const visit = (slot: Slot) => {
    const before = found.length;
    recogniseIn(slot, document.text, facts, knowledge, found);
    if (found.length === before && nameAlone.test(slot.value)) unsure.push(slot);
  };
  expandAll(slots, document.text.length, visit);
  addSaidElsewhere(unsure, document.text, facts, found);
  addListed(unsure, document.text, facts, found);
  return {
    format: parsed.format,
    references: withCompany(withoutOverlaps(found), document.text, format, knowledge),
    comments: parsed.comments,
    ...(parsed.notice !== undefined ? { notice: parsed.notice } : {}),
  } satisfies FoundReferences;
};

/** `ORG/NAME`, or what Ollama could call a model: no mere word. */
const nameAlone = /^[A-Za-z0-9](?:[\w.-]{0,95}\/[A-Za-z0-9_][\w.-]{0,95}|(?=[\w.]{0,95}[\d:-])[\w.:-]{1,95})$/;

/** What is a model in one place of a document is one in the others, too, where nothing speaks against it. */
function addSaidElsewhere(unsure: readonly Slot[], text: string, facts: DocumentFacts, found: ModelReference[]): void {
  const said = new Map<string, ModelReference>();
  for (const one of found) if (one.kind === 'huggingface' || one.kind === 'ollama') said.set(one.id, one);
  if (said.size === 0) return;
  for (const slot of unsure) {
    const same = said.get(slot.value);
    const judged = same && judge(slot, facts);
    if (!judged || judged.veto) continue;
    // A bare name may be a key, a title or a word of data as well; in a program it is what is compared and passed on.
    const mere = slot.context.isKey || judged.fragment || !programs.has(slot.context.format);
    if (same.kind === 'ollama' && mere) continue;
    const { kind, id, role } = same;
    const why = [saidElsewhere];
    found.push(reference(slot, text, { start: 0, end: slot.value.length, kind, id, role, why }, nothing));
  }
}

/** Of a list most of which are models the other ids are models as well, whoever publishes them. */
function addListed(unsure: readonly Slot[], text: string, facts: DocumentFacts, found: ModelReference[]): void {
  const models = new Map<readonly string[], ModelReference[]>();
  const places = new Set(found.map(({ span }) => span.start));
  for (const one of found) {
    const list = one.kind === 'huggingface' && one.slot.value === one.id ? one.slot.context.list : undefined;
    if (list) models.set(list, [...(models.get(list) ?? []), one]);
  }
  for (const slot of models.size > 0 ? unsure : []) {
    const { list } = slot.context;
    const others = list && models.get(list);
    const [organisation = '', name = ''] = slot.value.split('/');
    if (!others || others.length < 2 || 2 * others.length < list.length || places.has(slot.span.start)) continue;
    if (!validId(organisation, name) || fileEnding.test(name) || otherThanModel.test(name)) continue;
    if (judge(slot, facts).veto) continue;
    const { kind, role } = others[0] as ModelReference;
    const why = ['in a list whose other names are models'];
    found.push(reference(slot, text, { start: 0, end: slot.value.length, kind, id: slot.value, role, why }, nothing));
  }
}

function withCompany(
  found: readonly ModelReference[],
  text: string,
  format: Format,
  knowledge: Knowledge,
): readonly ModelReference[] {
  const added = inCompany(text, format, found, knowledge);
  return added.length === 0 ? found : withoutOverlaps([...found, ...added]);
}

function recogniseIn(
  slot: Slot,
  text: string,
  facts: DocumentFacts,
  knowledge: Knowledge,
  found: ModelReference[],
): void {
  const { value } = slot;
  if (value.length < 2 || value.length > 20_000 || !/[A-Za-z]{2}/.test(value)) return;
  // Keys are names of things; only what is written like a model's can be one.
  if (slot.context.isKey && !/[/:]/.test(value) && !knowledge.isOllamaModel(value)) return;
  let own: Judgement | undefined;
  for (const piece of piecesOf(value)) {
    const said = new LazyJudgement(() => judgePiece(piece, slot, facts, () => (own ??= judge(slot, facts))));
    for (const recognise of recognisers) {
      const draft = recognise(piece, said, knowledge, facts);
      if (!draft) continue;
      const one = draft.end - draft.start <= maximumReference && reference(slot, text, draft, said);
      // A name spelt with hundreds of escapes and quotes in it is no name either.
      if (one && one.text.length <= 2 * maximumReference) found.push(one);
      break;
    }
  }
}

/** What is said of a piece: by its own key or call where it has one, by the slot's surroundings where it is the value. */
function judgePiece(piece: Piece, slot: Slot, facts: DocumentFacts, ofSlot: () => Judgement): Judgement {
  if (piece.key !== undefined) {
    const { flag } = slot.context;
    const judgement = judge({ ...slot, context: keyed(slot.context, ...(flag ? [flag] : []), piece.key) }, facts);
    // `name=value` behind an option is judged by the option where the name says nothing.
    const silent = judgement.points === 0 && !judgement.veto && slot.context.flag !== undefined;
    return silent || ofSlot().veto === 'dataset' ? ofSlot() : judgement;
  }
  if (piece.variable !== undefined && !ofSlot().veto && ofSlot().points < 3) {
    const judgement = judge({ ...slot, context: keyed(slot.context, piece.variable) }, facts);
    if (judgement.points > ofSlot().points) return judgement;
  }
  if (piece.call !== undefined) {
    const sense = argumentSense(piece.call, 0);
    const why = [`argument of ${piece.call}`];
    if (sense === 'dataset') return { ...nothing, veto: 'dataset', why };
    if (sense === 'other') return { ...nothing, veto: 'other', why };
    if (sense === 'model') return { ...nothing, points: 3, why };
  }
  if (piece.as !== 'word') return ofSlot();
  // In running text the key says nothing but that the text is about data.
  if (ofSlot().veto === 'dataset') return { ...nothing, veto: 'dataset' };
  const code = slot.context.format === 'text' && slot.value[piece.start - 1] === '`';
  return code ? { ...nothing, code, speaksOllama: speaksOfOllama(slot.value) } : nothing;
}

/** `MODEL=x` in a list of settings: the name is a key, the other settings are its siblings. */
function keyed(context: SlotContext, ...keys: string[]): SlotContext {
  return {
    format: context.format,
    path: [...context.path.filter((part) => typeof part === 'string'), ...keys],
    siblings: () => settingsOf(context.list ?? []),
    *ancestors() {
      yield context.siblings();
      yield* context.ancestors();
    },
  };
}

const settings = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

function settingsOf(list: readonly string[]): ReadonlyMap<string, string> {
  let known = settings.get(list);
  if (!known) {
    known = new Map(
      list
        .filter((item) => item.includes('='))
        .map((item) => [item.slice(0, item.indexOf('=')), item.slice(item.indexOf('=') + 1)]),
    );
    settings.set(list, known);
  }
  return known;
}

function reference(slot: Slot, text: string, draft: Draft, judgement: Judgement): ModelReference {
  const span = spanOf(slot, draft, text);
  const revision = draft.revision ?? (draft.kind === 'huggingface' ? revisionBeside(slot.context) : undefined);
  return {
    span,
    text: text.slice(span.start, span.end),
    kind: draft.kind,
    id: draft.id,
    role: roleIn(slot.context, draft.role ?? judgement.role),
    ...(revision !== undefined ? { revision } : {}),
    ...(draft.file !== undefined ? { file: draft.file } : {}),
    ...(draft.provider !== undefined ? { provider: draft.provider } : {}),
    ...(slot.context.commented ? { commented: true } : {}),
    why: draft.why,
    slot,
  };
}

/** A mergekit file's models go into what it makes. */
function roleIn(context: SlotContext, role: Role): Role {
  if (role !== 'model' || !dataLike.has(context.format)) return role;
  if (context.siblings().has('merge_method')) return 'merge-input';
  for (const above of context.ancestors()) if (above.has('merge_method')) return 'merge-input';
  return role;
}

const dataLike: ReadonlySet<Format> = new Set(['yaml', 'json']);
const revisionKeys = ['revision', 'model_revision', 'hf_revision', 'modelRevision'];

/** The branch, tag or commit that stands beside an id: an argument, an option or an entry of its own. */
function revisionBeside(context: SlotContext): string | undefined {
  if (context.isKey) return undefined;
  const siblings = context.siblings();
  for (const key of revisionKeys) {
    const value = siblings.get(key);
    if (value !== undefined && value !== 'main' && /^[\w./-]{1,80}$/.test(value)) return value;
  }
  return undefined;
}

function spanOf(slot: Slot, draft: Draft, text: string): Span {
  if (!slot.offsets) return { start: slot.span.start + draft.start, end: slot.span.start + draft.end };
  const start = slot.offsets[draft.start] as number;
  const last = slot.offsets[draft.end - 1] as number;
  // The end is just past the last character; where that is an escape, where the next one begins.
  return { start, end: text[last] === '\\' ? (slot.offsets[draft.end] as number) : last + 1 };
}

/** Of references that share text the one with more to say for it stays: the longer, then the earlier found. */
function withoutOverlaps(found: readonly ModelReference[]): ModelReference[] {
  const sorted = [...found].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || b.why.length - a.why.length,
  );
  const kept: ModelReference[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (last && one.span.start < last.span.end) continue;
    kept.push(one);
  }
  return kept;
}
