/** Ollama: `name`, `name:tag`, `namespace/name:tag`, with the registry before it or not. */
import type { DocumentFacts, Judgement } from '../context.ts';
import type { Piece } from '../pieces.ts';
import { fileEnding, ollamaTag, placeholderAnywhere, placeholderName, weightsEnding } from '../tables/shapes.ts';
import type { Knowledge } from '../types.ts';
import type { Draft } from './draft.ts';

const registry =
  /^(?:(?:https?:\/\/)?registry\.ollama\.ai\/|(?:https?:\/\/)?(?:www\.)?ollama\.com\/|ollama:\/\/)(?:library\/)?/i;
/** A namespace never has a dot; with one it is a host. */
const shape = /^(?:([a-z0-9][\w-]{0,79})\/)?([a-z0-9][\w.-]{0,79})(?::([\w][\w.-]{0,79}))?$/i;

/** Pages of ollama.com that are no models. */
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
  if (/^[.~/]|\.(?:gguf|bin|safetensors)$/i.test(piece.text)) return undefined;
  const address = registry.exec(piece.text);
  const from = address ? address[0].length : 0;
  const text = piece.text
    .slice(from)
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  const id = text.replace(/^library\//, '');
  const parts = splitOllama(id);
  if (!parts || parts.name === '' || fileEnding.test(text) || weightsEnding.test(text)) return undefined;
  if (placeholderAnywhere.test(text) || placeholderName.test(parts.name)) return undefined;
  const draft = (why: readonly string[]): Draft => ({
    start: piece.start + from,
    end: piece.start + from + text.length,
    kind: 'ollama',
    id,
    provider: 'ollama',
    why,
  });
  if (address) {
    if (judgement.veto === 'dataset' || pages.has(parts.namespace ?? parts.name)) return undefined;
    const known = parts.namespace === undefined && knowledge.isOllamaModel(parts.name);
    return known || parts.namespace !== undefined || parts.tag !== undefined
      ? draft(['an address in the Ollama registry'])
      : undefined;
  }
  if (judgement.veto) return undefined;
  const known =
    parts.namespace === undefined &&
    knowledge.isOllamaModel(parts.name) &&
    (judgement.certain === true || text === text.toLowerCase() || parts.tag !== undefined);
  const byTag =
    parts.tag !== undefined && (ollamaTag.test(parts.tag) || (parts.tag === 'latest' && facts.speaksOllama));
  const runs = judgement.provider?.kind === 'ollama';
  if (runs && judgement.certain) return draft(judgement.why);
  if (judgement.provider?.id === 'ramalama' && judgement.certain)
    return known || byTag ? draft(judgement.why) : undefined;
  // `llama3.2` in the prose of a text about Ollama; a mere word (`solar`) is not enough.
  if (judgement.code)
    return known && (byTag || (runs && parts.tag === undefined && /[-\d]/.test(text)))
      ? draft(byName(parts.name))
      : undefined;
  if (piece.as === 'word' || judgement.key)
    return known && byTag && !judgement.key ? draft(byName(parts.name)) : undefined;
  // Where Ollama surely runs it the name may be one's own; elsewhere the library must have it.
  if (runs && judgement.points >= 3 && !judgement.weak && ownName.test(text))
    return draft([...judgement.why, 'Ollama runs it']);
  if (runs && judgement.points >= 2 && known) return draft([...judgement.why, 'Ollama runs it']);
  // `someone/name:latest`: the hub knows no such tag.
  if (
    parts.namespace !== undefined &&
    parts.tag !== undefined &&
    judgement.points >= 3 &&
    facts.speaksOllama &&
    (byTag || parts.tag === 'latest')
  )
    return draft([...judgement.why, 'a tag of Ollama, which the text speaks of']);
  if (known && byTag) return draft([...byName(parts.name), ...judgement.why]);
  const free = judgement.provider === undefined || judgement.provider.kind === 'huggingface';
  // `llama3` alone is what other runtimes call their models, too; the document must speak of Ollama, or the name be exact.
  if (known && free && judgement.points >= 3 && (facts.speaksOllama || parts.tag !== undefined))
    return draft([...judgement.why, ...byName(parts.name)]);
  return undefined;
}

const byName = (name: string) => [`${name} is in Ollama's library`];

/** Names that people give: lower-case, with more to them than a word of configuration. */
const ownName =
  /^(?!(?:true|false|null|none|default|auto|ollama|local|custom|model|llm|chat|embedding|test|unknown|any|all)$)(?=.*[a-z])[a-z0-9][a-z0-9._/-]*(?::[\w.-]+)?$/;
