/** Where a stand-in would go: the form in which the reference names its model, and what kind of model it wants. */
import type { Database, Form, OpennessClass, Task } from '@modelterms/licenses-db';
import type { EvidenceKind, ResolvedModel } from '../models/types.ts';
import type { Role } from '../references/types.ts';
import type { Candidate } from './candidates.ts';
import type { ReferenceForm } from './index.ts';

/** How the reference names its model. Nothing stands in for a provider's own name or a local file. */
export type Place =
  | { readonly kind: 'huggingface' }
  | { readonly kind: 'gguf' }
  | { readonly kind: 'ollama'; readonly quantisation?: string };

export interface Wanted {
  /** That serve, the same task first. */
  readonly tasks: readonly Task[];
  readonly form?: Form;
  /** Billions. */
  readonly parameters?: number;
  readonly context?: number;
  readonly openness: ReadonlySet<OpennessClass>;
  /** Of the publisher on Hugging Face. */
  readonly organisation?: string;
}

const GGUF = /(^|[-_.])gguf$|\.gguf$/i;

/** The quantisation at the end of an Ollama tag: q4_K_M, fp16. */
const QUANTISED = /(?:^|-)((?:q\d|fp\d|bf\d|iq\d)\w*)$/i;

/** Undefined where nothing of its kind can be named: hosted models, closed ones behind an API, local files. */
function kindOf({ kind, id, file, provider }: ReferenceForm, model: ResolvedModel): Place | undefined {
  if (kind === 'ollama') {
    const colon = id.indexOf(':');
    const quantisation = colon < 0 ? undefined : QUANTISED.exec(id.slice(colon + 1))?.[1];
    return quantisation === undefined ? { kind } : { kind, quantisation };
  }
  if (kind !== 'huggingface') return undefined;
  // `hf.co/…` under Ollama is always a GGUF repository
  const packed = GGUF.test(id) || GGUF.test(file ?? '') || provider === 'ollama' || GGUF.test(model.id);
  return { kind: packed ? 'gguf' : kind };
}

export const placeOf = (reference: ReferenceForm, model: ResolvedModel): Place =>
  kindOf(reference, model) ?? { kind: 'huggingface' };

/**
 * What to write there for a candidate; undefined where the database knows no name of that form. An Ollama tag keeps the
 * quantisation it asks for where the library has the candidate so.
 */
export function replacementIn(place: Place, { alternative }: Candidate, database: Database): string | undefined {
  if (place.kind === 'huggingface') return alternative.id;
  if (place.kind === 'gguf') return alternative.gguf;
  const { ollama, quantised } = alternative;
  if (ollama === undefined) return undefined;
  const [name = '', tag] = ollama.split(':');
  const wanted = place.quantisation?.toLowerCase();
  const kept = quantised?.as.find((quantisation) => quantisation.toLowerCase() === wanted);
  const tags = kept === undefined ? [tag] : [`${quantised?.head}-${kept}`, tag];
  const known = tags.find((one) => database.ollama(name, one)?.tag);
  return known === undefined ? undefined : `${name}:${known}`;
}

/** Tasks that a model made for another may take over, at a loss that is told. */
const ALSO: Partial<Record<Task, readonly Task[]>> = {
  code: ['text-generation'],
  'vision-language': ['text-generation'],
  ocr: ['vision-language'],
  multimodal: ['vision-language'],
};

/** What a role says of a model nobody knows. */
const TASK_OF_ROLE: Partial<Record<Role, Task>> = { embedding: 'embedding', reranker: 'reranker' };

const OPEN_SOURCE: ReadonlySet<OpennessClass> = new Set(['open-source']);
const OPEN: ReadonlySet<OpennessClass> = new Set(['open-source', 'open-weights']);

/** Undefined where the model needs no stand-in, or nothing can be said of what it is for. */
export function wantedFor(model: ResolvedModel, reference: ReferenceForm, asked: boolean): Wanted | undefined {
  const openness = opennessFor(model.openness, asked);
  const task = model.task ?? (reference.role && TASK_OF_ROLE[reference.role]);
  if (!openness || task === undefined || !kindOf(reference, model)) return undefined;
  const { parameters, context } = model;
  const form = formOf(model);
  const organisation = /^[^/]+(?=\/)/.exec(model.page ?? model.id)?.[0];
  return {
    tasks: [task, ...(ALSO[task] ?? [])],
    openness,
    ...(form ? { form } : {}),
    ...(organisation ? { organisation } : {}),
    ...(parameters ? { parameters } : {}),
    ...(context ? { context } : {}),
  };
}

function opennessFor(openness: OpennessClass, asked: boolean): ReadonlySet<OpennessClass> | undefined {
  if (openness === 'open-source') return undefined;
  if (openness === 'open-weights') return asked ? OPEN_SOURCE : undefined;
  return openness === 'unknown' && !asked ? undefined : OPEN;
}

/** How we know of models whose publisher's own naming tells what they are. */
const BY_ITS_PUBLISHER: ReadonlySet<EvidenceKind> = new Set(['catalogue', 'family', 'republisher']);
const TUNED = /(instruct|chat|think|reason|[-_:]it\b)/i;

/** As the database states it; a publisher's language model that is not named a tuned one is a base. Code models are often both. */
function formOf({ form, task, evidence, id }: ResolvedModel): Form | undefined {
  if (form !== undefined || task !== 'text-generation') return form;
  return BY_ITS_PUBLISHER.has(evidence.kind) && !TUNED.test(id) ? 'base' : undefined;
}
