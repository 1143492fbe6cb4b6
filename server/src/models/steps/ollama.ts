/** Ollama: a name of the library with its tag; a Hugging Face repository by way of Ollama; somebody's namespace. */
import type { OllamaMatch } from '@modelterms/licenses-db';
import {
  applied,
  type Context,
  evidenceOf,
  type Found,
  governing,
  inherit,
  opennessWith,
  type Step,
} from '../found.ts';
import { formInName } from '../names.ts';
import { publisherName } from '../publisher.ts';
import { NOTHING } from './unknown.ts';

export interface OllamaName {
  /** `name`, or `namespace/name`. */
  readonly name: string;
  readonly tag?: string;
}

const REGISTRY = /^(?:(?:https?:\/\/)?(?:registry\.)?ollama\.(?:ai|com)\/)?(?:library\/)?/i;

/** `name`, `name:tag`, `namespace/name:tag`, the official registry's address and `library/` taken off. */
export function readOllamaName(id: string): OllamaName {
  const short = id.replace(REGISTRY, '');
  const colon = short.lastIndexOf(':');
  return colon > short.lastIndexOf('/')
    ? { name: short.slice(0, colon), tag: short.slice(colon + 1) || undefined }
    : { name: short };
}

/** The Hugging Face id behind `hf.co/ORG/NAME[:quantisation]`, which Ollama pulls from there. */
function huggingFaceBehind(id: string): string | undefined {
  return /^(?:https?:\/\/)?(?:hf\.co|huggingface\.co)\/([^/\s:]+\/[^/\s:]+)(?::[^/\s]*)?$/i.exec(id)?.[1];
}

export const fromOllama: Step = ({ kind, id }, context) => {
  if (kind !== 'ollama') return undefined;
  const repository = huggingFaceBehind(id);
  if (repository !== undefined) {
    const found = context.resolve({ kind: 'huggingface', id: repository });
    return found && { ...found, lineage: [selfOf(found, 'converted'), ...found.lineage], id };
  }
  const { name, tag } = readOllamaName(id);
  if (name.includes('/')) return undefined;
  const match = context.database.ollama(name, tag);
  return match && fromLibrary(tag === undefined ? match.entry.name : `${match.entry.name}:${tag}`, match, context);
};

/** What the library's entry tells of one tag. Where none of its keys covers the tag: no licence, and nobody guesses one. */
export function fromLibrary(id: string, { entry, publisher, tag }: OllamaMatch, context: Context): Found {
  const { database } = context;
  const common = { task: entry.task, context: entry.context, released: entry.released, note: entry.note };
  if (!tag) return { ...NOTHING(id, database.date), ...common, publisher: publisher.name };
  const evidence = evidenceOf('catalogue', tag.source ?? entry.source);
  const model = tag.model === undefined ? undefined : context.resolve({ kind: 'huggingface', id: tag.model });
  const layer = tag.layer === undefined ? undefined : applied(database, tag.layer, 'layer', evidence);
  const inherited = inherit(context, tag.bases);
  const own = [...(layer ? [layer] : []), ...(model?.licenses ?? []).filter(({ via }) => via !== 'base')];
  const components = model?.components ?? entry.components;
  const fromModel = (model?.licenses ?? []).filter(({ via }) => via === 'base');
  return {
    ...model,
    id,
    publisher: model?.publisher ?? publisherName(publisher, tag?.model ?? ''),
    parameters: tag.parameters ?? entry.parameters ?? model?.parameters,
    task: entry.task ?? model?.task,
    form: tag.form ?? entry.form ?? formInName(id) ?? model?.form,
    context: entry.context ?? model?.context,
    released: entry.released ?? model?.released,
    multimodal: entry.multimodal ?? model?.multimodal,
    note: tag.note ?? entry.note ?? model?.note,
    components,
    page: model?.page,
    licenses: [...own, ...fromModel, ...inherited.licenses],
    openness: opennessWith(own, components, [...(model ? [model.openness] : []), ...inherited.openness]),
    lineage: [...(model ? [selfOf(model, 'converted'), ...model.lineage] : []), ...inherited.lineage],
    evidence,
  };
}

function selfOf(found: Found, relation: 'converted') {
  return { id: found.id, name: found.id, relation, license: governing(found.licenses)?.id ?? null };
}
