/** Ollama: `name`, `name:tag`, `namespace/name:tag`, with the registry before it or not. */

import type { Piece } from '../pieces.ts';
import type { DocumentFacts, Judgement } from '../surroundings/judgement.ts';
import { prefixOf } from '../tables/prefixes.ts';
import {
  fileEnding,
  ollamaTag,
  otherThanModel,
  placeholderAnywhere,
  placeholderName,
  weightsEnding,
} from '../tables/shapes.ts';
import { trimTrailing } from '../trimTrailing.ts';
import type { Knowledge } from '../types.ts';
import type { Draft } from './draft.ts';

const registry =
  /^(?:(?:https?:\/\/)?registry\.ollama\.ai\/|(?:https?:\/\/)?(?:www\.)?ollama\.(?:com|ai)\/|ollama:\/\/)(?:library\/)?/i;
/** A namespace never has a dot; with one it is a host. */
const shape = /^(?:([a-z0-9][\w-]{0,79})\/)?([a-z0-9][\w.-]{0,79})(?::([\w][\w.-]{0,79}))?$/i;

/** Pages of ollama.com (ollama.ai, before) that are no models. */
const pages = new Set(
  'blog docs download downloads search models library cloud pricing signin signup login install install.sh public api discord terms privacy contact settings turbo'.split(
    ' ',
  ),
);

export interface OllamaName {
  readonly namespace?: string;
  readonly name: string;
  readonly tag?: string;
}

export function splitOllama(text: string): OllamaName | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, namespace, name = '', tag] = match;
  return { ...(namespace ? { namespace } : {}), name, ...(tag ? { tag } : {}) };
}

export function ollama(
  piece: Piece,
  judgement: Judgement,
  knowledge: Knowledge,
  facts: DocumentFacts,
): Draft | undefined {
  // A Modelfile's FROM may name weights; those are for the file recogniser.
  if (!/^[a-z0-9]/i.test(piece.text) || weightsEnding.test(piece.text) || fileEnding.test(piece.text)) return undefined;
  const address = registry.exec(piece.text);
  const from = address?.[0].length ?? 0;
  const path = trimTrailing(piece.text.slice(from).split(/[?#]/)[0] as string, '/');
  // `…/library/qwen3/tags` lists the tags of a model.
  const text = address ? (path.split(/\/(?:tags$|blobs\/)/)[0] as string) : path;
  const id = text.replace(/^library\//, '');
  const parts = splitOllama(id);
  if (!parts || placeholderName.test(parts.name) || placeholderAnywhere.test(text)) return undefined;
  const inLibrary = parts.namespace === undefined && knowledge.isOllamaModel(parts.name);
  const why = address
    ? byAddress(parts, inLibrary, judgement)
    : byEvidence(parts, id, inLibrary, piece, judgement, facts, knowledge);
  const start = piece.start + from;
  return why && { start, end: start + text.length, kind: 'ollama', id, provider: 'ollama', why };
}

function byAddress(parts: OllamaName, inLibrary: boolean, judgement: Judgement): readonly string[] | undefined {
  if (judgement.veto === 'dataset' || pages.has(parts.namespace ?? parts.name)) return undefined;
  const exact = inLibrary || parts.namespace !== undefined || parts.tag !== undefined;
  return exact ? ['an address in the Ollama registry'] : undefined;
}

/** Why the name is one of Ollama's; undefined where too little says so. */
function byEvidence(
  parts: OllamaName,
  text: string,
  inLibrary: boolean,
  piece: Piece,
  judgement: Judgement,
  facts: DocumentFacts,
  knowledge: Knowledge,
): readonly string[] | undefined {
  const { tag } = parts;
  const api = knowledge.api(text);
  // Nothing else has tags like `:1t-cloud`.
  if (tag !== undefined && cloudTag.test(tag) && !judgement.veto && !prefixOf(text)) return ['a tag of Ollama’s cloud'];
  // `someone/gemma4-own:instruct`, `someone/own2:9b`: containers hardly have such tags, and the hub has none at all.
  if (
    parts.namespace !== undefined &&
    tag !== undefined &&
    !judgement.veto &&
    facts.speaksModels &&
    !prefixOf(text) &&
    (copyOfLibrary(parts, knowledge) || (tag === 'latest' && latestCopy(parts.name, facts, knowledge)))
  )
    return ['a tag as Ollama writes it, on a name with a namespace'];
  const runs = judgement.provider?.kind === 'ollama';
  const packed = tag !== undefined && ollamaTag.test(tag);
  // What the library does not have is a name only where the surroundings say so outright, or where it looks like one.
  if (!inLibrary && judgement.points < (runs && packed ? 2 : 3)) return undefined;
  if (judgement.veto || (judgement.fragment && tag === undefined)) return undefined;
  // What only a service has, nobody runs.
  if (!inLibrary && api?.kind === 'api') return undefined;
  // Other tools write names with capitals (`Nomic-Embed-Text`); Ollama's are in lower case.
  const known = inLibrary && (judgement.certain === true || tag !== undefined || text === text.toLowerCase());
  // `deepseek-v4-flash:0731`: of a name that is no mere word any version.
  const versioned =
    inLibrary && tag !== undefined && /\d/.test(tag) && /\d/.test(parts.name) && parts.name.includes('-');
  const byTag = packed || versioned || (tag === 'latest' && (facts.speaksOllama || /\d/.test(parts.name)));
  const named = [`${parts.name} is in Ollama's library`];
  if (runs && judgement.certain) return judgement.why;
  if (judgement.provider?.id === 'ramalama' && judgement.certain) return known || byTag ? judgement.why : undefined;
  // `llama3.2` in the prose of a text about Ollama; a mere word (`solar`) is not enough.
  if (judgement.code && judgement.speaksOllama && inLibrary) return [...named, 'in a sentence about Ollama'];
  if (judgement.code) return known && (byTag || (runs && tag === undefined && /[-\d]/.test(text))) ? named : undefined;
  if (judgement.key)
    return known && ((byTag && !judgement.weak) || (runs && judgement.points >= 2))
      ? [...judgement.why, ...named]
      : undefined;
  if (piece.as === 'word') return known && byTag ? named : undefined;
  if (known && (byTag || (facts.importsOllama && /[\d-]/.test(text)))) return [...named, ...judgement.why];
  // Where Ollama surely runs it the name may be one's own; elsewhere the library must have it.
  const given = parts.namespace !== undefined || ownName.test(text);
  const own = judgement.points >= 3 && !judgement.weak && given;
  if (runs && (own || ((known || packed) && judgement.points >= 2))) return [...judgement.why, 'Ollama runs it'];
  if (judgement.points < 3 || !facts.speaksOllama)
    return known && tag !== undefined && judgement.points >= 3 ? [...judgement.why, ...named] : undefined;
  // `someone/name:latest`: the hub knows no such tag.
  if (parts.namespace !== undefined && byTag) return [...judgement.why, 'a tag of Ollama, which the text speaks of'];
  // `llama3` alone is what other runtimes call their models, too; here the text speaks of Ollama.
  const free = judgement.provider === undefined || judgement.provider.kind === 'huggingface';
  return known && free ? [...judgement.why, ...named] : undefined;
}

/**
 * Whether NAMESPACE/NAME:TAG is somebody's copy of a model of the library: the name has a version and the tag a size, or
 * the name begins with one of the library and the tag tells how it is packed. `ORG/NAME-GGUF:Q4_K_M` is the hub's.
 */
export function copyOfLibrary({ namespace = '', name, tag = '' }: OllamaName, knowledge: Knowledge): boolean {
  if (/gguf/i.test(name) || prefixOf(`${namespace}/${name}:${tag}`)) return false;
  if (sizeTag.test(tag) && /\d/.test(name)) return true;
  return ollamaTag.test(tag) && ofLibrary(name, knowledge);
}

/** `someone/gemma4-own:latest` is as likely a container, but where the text speaks of Ollama and nothing else in it is one. */
const latestCopy = (name: string, facts: DocumentFacts, knowledge: Knowledge): boolean =>
  facts.speaksOllama && !facts.speaksContainers && ofLibrary(name, knowledge) && !otherThanModel.test(name);

/** Whether a name begins with that of one version in the library: `gemma4-own`, not `mistral-own`. */
function ofLibrary(name: string, knowledge: Knowledge): boolean {
  const stem = /^[a-z0-9.]+(?:-[a-z]+)*?(?=[-_]|$)/i.exec(name)?.[0] ?? name;
  return /\d/.test(stem) && knowledge.isOllamaModel(stem.toLowerCase());
}

const sizeTag = /^e?\d{1,3}(?:\.\d)?b(?=$|[-_.])/i;

const cloudTag = /^(?:[\w.]+-)?cloud$/;

/** Names that people give: lower-case, with more to them than a word of configuration. */
const ownName =
  /^(?!(?:true|false|null|none|default|auto|ollama|local|custom|model|llm|chat|embedding|test|unknown|any|all)$)(?=.*[a-z])[a-z0-9][a-z0-9._/-]*(?::[\w.-]+)?$/;
