/**
 * What the document itself shows besides its references: names it gives to models made with them, the licence it declares,
 * whether it publishes or trains. Read only where the text holds one of the words that matter, and once for each document.
 */
import type { Slot, SourceDocument, Span } from '../references/types.ts';
import type { GivenName } from './situation.ts';
import { slotsOf } from './slots.ts';
import type { AssessContext, ResolvedReference } from './types.ts';

export interface DeclaredLicense {
  /** As written. */
  readonly value: string;
  readonly span: Span;
  /** `license_name`, where `license: other` says no more. */
  readonly name?: string;
  readonly nameSpan?: Span;
}

export interface DocumentFacts {
  readonly names: readonly GivenName[];
  /** Pushes what it makes to a public place. */
  readonly publishes: boolean;
  /** Has settings that only training has. */
  readonly trains: boolean;
  /** A pipeline of distilabel, whose purpose is data to train models on. */
  readonly makesData: boolean;
  /** A Hugging Face model card: Markdown with `base_model` in its head. */
  readonly isCard: boolean;
}

/** Keys, options and arguments that name what is pushed to the Hub. Dashes read as underscores. */
const HUB_NAMES = new Set([
  'hub_model_id', // transformers TrainingArguments, axolotl, alignment-handbook
  'export_hub_model_id', // LLaMA-Factory
  'push_to_hub_model_id', // transformers, deprecated
  'hub_repo_id',
  'push_to_hub_repo_id',
]);
/** Methods whose first argument names it: `model.push_to_hub("acme/x")`, with unsloth's variants. */
const PUSH_METHOD = /(^|\.)push_to_hub(_merged|_gguf)?$/;
const PUSH_FLAGS = new Set(['push_to_hub', 'hub_strategy']);
const PRIVATE_FLAGS = new Set(['hub_private_repo', 'hub_private']);
const TRAINING_KEYS = new Set([
  'learning_rate',
  'num_train_epochs',
  'num_epochs',
  'max_steps',
  'per_device_train_batch_size',
  'output_dataset',
  'synthetic_dataset',
  'student',
  'student_model',
  'distillation',
  'rlaif',
]);

const MATTERS =
  /\bhub[_-]|_hub[^a-z]|model-index|base_model|teacher|student|distil|judge|generator|annotator|labell?er|synthetic|reward|data[_-]?gen/i;
const PIPELINE = /^[ \t]*(?:from|import)[ \t]+distilabel\b/m;

/** The name by which a value is set: its key, option, argument or variable. */
export function keyOf({ context }: Slot): string {
  const key =
    context.flag?.replace(/^-+/, '') ??
    (typeof context.call?.argument === 'string' ? context.call.argument : undefined) ??
    context.path.findLast((part) => typeof part === 'string') ??
    context.variable ??
    '';
  return String(key).toLowerCase().replaceAll('-', '_');
}

const isTrue = (value: string): boolean => /^(true|yes|on|1)$/i.test(value.trim());

function hubName(slot: Slot): boolean {
  const { call } = slot.context;
  if (call && PUSH_METHOD.test(call.callee)) return call.argument === 0 || call.argument === 'repo_id';
  return HUB_NAMES.has(keyOf(slot));
}

/** `model-index: [{name: …}]` of a model card. */
const isIndexName = ({ context: { path } }: Slot): boolean =>
  path.length === 3 && path[0] === 'model-index' && path[2] === 'name';

const isMarkdown = ({ path }: SourceDocument): boolean => /\.(md|markdown)$/i.test(path);

/** Where the front matter of a Markdown document ends; 0 where there is none. Examples in fences below it declare nothing. */
function headOf(document: SourceDocument): number {
  if (!isMarkdown(document)) return 0;
  return /^---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(document.text)?.[0].length ?? 0;
}

/** The first line under the card's head, if it is a heading of the first level that could be a name. */
function cardTitle(text: string, head: number): GivenName | undefined {
  const start = head + (/^\s*/.exec(text.slice(head))?.[0].length ?? 0);
  const heading = /^#[ \t]+(?:model card(?: for)?:?[ \t]*)?(\S[^\r\n]*)/i.exec(text.slice(start, start + 300));
  const title = heading?.[1]?.trim();
  // a name has a number or a mark in it; "Introduction" has neither
  if (!heading || !title || !/[\d-]/.test(title) || /^model id$/i.test(title)) return undefined;
  const at = start + heading[0].indexOf(title);
  return { text: title, span: { start: at, end: at + title.length }, weak: true };
}

const NOTHING: DocumentFacts = { names: [], publishes: false, trains: false, makesData: false, isCard: false };
const read = new WeakMap<SourceDocument, DocumentFacts>();

export function factsOf({ document, references }: Pick<AssessContext, 'document' | 'references'>): DocumentFacts {
  let facts = read.get(document);
  if (!facts) {
    facts = MATTERS.test(document.text) ? gather(document, references) : NOTHING;
    read.set(document, facts);
  }
  return facts;
}

function gather(document: SourceDocument, references: readonly ResolvedReference[]): DocumentFacts {
  const head = headOf(document);
  const isCard = references.some(({ reference: { slot } }) => slot.span.end <= head && isCardBase(slot));
  const pushed: GivenName[] = [];
  const indexed: GivenName[] = [];
  let pushes = false;
  let isPrivate = false;
  let trains = false;
  for (const slot of slotsOf(document)) {
    if (slot.context.isKey || slot.context.commented || slot.value.trim() === '') continue;
    const key = keyOf(slot);
    if (hubName(slot)) pushed.push({ text: slot.value, span: slot.span });
    else if (isCard && slot.span.end <= head && isIndexName(slot)) indexed.push({ text: slot.value, span: slot.span });
    else if (PUSH_FLAGS.has(key) && isTrue(slot.value)) pushes = true;
    else if (PRIVATE_FLAGS.has(key) && isTrue(slot.value)) isPrivate = true;
    if (TRAINING_KEYS.has(key) || slot.context.path.some((part) => TRAINING_KEYS.has(String(part)))) trains = true;
  }
  const makesData = PIPELINE.test(document.text);
  // what such a pipeline pushes is a dataset, which may bear any name
  if (makesData) return { ...NOTHING, trains, makesData };
  const title = isCard && indexed.length === 0 ? cardTitle(document.text, head) : undefined;
  return {
    names: [...pushed, ...indexed, ...(title ? [title] : [])],
    publishes: (pushes || pushed.length > 0) && !isPrivate,
    trains: trains || pushed.length > 0,
    makesData,
    isCard,
  };
}

const isCardBase = ({ context }: Slot): boolean => context.path[0] === 'base_model';

/** Keys from the root to the collection that holds the value; list items count as the list's. */
function holder(slot: Slot): string {
  const path = [...slot.context.path];
  while (typeof path.at(-1) === 'number') path.pop();
  return JSON.stringify(path.slice(0, -1));
}

/** The licences declared beside a reference's own key, in order; empty where there are none. A list offers each of its items. */
export function licensesBeside({ reference }: ResolvedReference, document: SourceDocument): readonly DeclaredLicense[] {
  const { slot } = reference;
  if (slot.context.path.length === 0 || !/license/i.test(document.text)) return [];
  const head = isMarkdown(document) ? headOf(document) : document.text.length;
  if (slot.span.end > head) return [];
  const home = holder(slot);
  const beside = slotsOf(document).filter(
    (other) => other.span.end <= head && !other.context.isKey && holder(other) === home,
  );
  const name = beside.find((other) => keyOf(other) === 'license_name');
  return beside
    .filter((other) => keyOf(other) === 'license')
    .map(({ value, span }) => ({ value, span, ...(name ? { name: name.value, nameSpan: name.span } : {}) }));
}
