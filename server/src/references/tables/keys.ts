/**
 * What a key, an environment variable, an option or a variable says about its value, by the words it is made of.
 * `EMBEDDING_MODEL_ID`, `embeddingModelId`, `--embedding-model-id` and `embedding.model.id` are the same words.
 *
 * Reading: words at the end that only say how the model is given (`id`, `path`, `name_or_path`) are taken off; the
 * last word left must be a head. Words before it qualify.
 */
import type { Role } from '../types.ts';
import {
  aliasWords,
  benchmarkWords,
  codeWords,
  datasetWords,
  elsewhere,
  heads,
  hintHeads,
  hubKeys,
  modelKeys,
  notKeys,
  outputWords,
  partHeads,
  partQualifiers,
  roleWords,
  runWords,
  tails,
  thingWords,
  weakKeys,
  writtenHeads,
} from './keyWords.ts';

type KeySense =
  /** Says that the value is a model. */
  | 'model'
  /** Says so to people, not surely: `encoder`, `checkpoint`. */
  | 'hint'
  /** Says nothing alone, but something below a model: `name`, `path`, `repo`. */
  | 'weak'
  /** A name that clients use for a model, not the model. */
  | 'alias'
  /** The value is a provider, with a model behind it or not: `ollama:chat:llama3.2`. */
  | 'provider'
  /** The value is data to train or test on. */
  | 'dataset'
  /** A model that is made (`new_model_name`) or what goes with one (`model_type`): only ids that the database lists count. */
  | 'listed'
  /** The value is something else for sure: an image, a folder, a package. */
  | 'not'
  | 'none';

export interface KeyReading {
  readonly sense: KeySense;
  readonly role: Role;
  /** The words hold one that names models, whatever the rest: `model_config`, `llm_settings`. For keys further up. */
  readonly about: boolean;
  readonly words: readonly string[];
}

const cache = new Map<string, KeyReading>();

/** Reads a key; results are kept, since documents repeat their keys. */
export function readKey(key: string): KeyReading {
  const known = cache.get(key);
  if (known) return known;
  const reading = read(key.slice(0, 120));
  if (cache.size > 50_000) cache.clear();
  cache.set(key, reading);
  return reading;
}

/** `ChatModelId`, `chat-model.id` and `CHAT_MODEL_ID` alike: chat, model, id. */
export function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

function read(key: string): KeyReading {
  const words = wordsOf(key);
  const about = words.some((word) => heads.has(word) || word === 'embedding' || word === 'embeddings');
  const reading = (sense: KeySense, role: Role = sideRole(words)): KeyReading => ({ sense, role, about, words });
  if (words.some((word) => datasetWords.has(word))) return reading('dataset');
  // Keys of a GGUF header name what a tokenizer is like, not where it comes from; attributes of HTML are the page's own.
  if (words.includes('ggml')) return reading('not');
  if (/^data-[a-z]/.test(key)) return reading(/^data-model(?:-(?:id|name))?$/.test(key) ? 'weak' : 'not');
  const joined = words.join('_');
  // `_CHECKPOINT_FOR_DOC`: what the Transformers library's own files call the model that they show.
  if (modelKeys.has(joined) || /_name_or_path$|(?:^|_)checkpoint_for_/.test(joined))
    return reading('model', roleOf(words, 'model'));
  if (joined === 'provider' || joined === 'providers') return reading('provider');
  if (hubKeys.has(joined)) return reading('hint');
  if (weakKeys.has(joined)) return reading('weak');
  const left = words.filter((word) => !/^\d+$/.test(word));
  if (left.length > 1 && left.at(-1) === 'alias') return reading('alias');
  // `LLM_KEY` is a secret; `model_key` names a model.
  if (left.at(-1) === 'key' && left.at(-2) !== 'model' && left.at(-2) !== 'models') return reading('none');
  while (left.length > 1 && tails.has(left.at(-1) as string)) left.pop();
  const head = left.at(-1);
  if (head === undefined) return reading('none');
  const qualifiers = left.slice(0, -1);
  const last = words.at(-1) as string;
  let sense: KeySense | undefined = heads.has(head) ? 'model' : hintHeads.has(head) ? 'hint' : undefined;
  // A folder may be called after the model in it; only a name that is known counts.
  const kind = qualifiers.at(-1) ?? '';
  if (/^(?:dir|directory|folder)$/.test(head) && (heads.has(kind) || hintHeads.has(kind)) && !isOutput(qualifiers))
    return reading('weak', roleOf(words, 'model'));
  const named = runWords.has(head) && left.length < words.length;
  if (named || words.some((word) => elsewhere.has(word))) return reading('not');
  if (!sense && words.some((word) => benchmarkWords.has(word))) return reading('dataset');
  // `wav2vec2_hub`: where on the hub a part comes from.
  if (!sense && words.length > 1 && words.at(-1) === 'hub') sense = 'hint';
  if (!sense) {
    // `clt_repo`: a repository of something, which only the name can tell.
    if (/^(?:repo|repository|repo_id)$/.test(last) && !words.some((word) => codeWords.has(word)))
      return reading('weak');
    if (aliasWords.has(head)) return reading('alias');
    if (about && notKeys.has(head) && left.length > 1) return reading('listed');
    // `TaskTypeDefault`: one of several types, not a type.
    if (/^defaults?$/.test(last) && left.length > 1) return reading('none');
    return reading(notKeys.has(head) || (writtenHeads.has(head) && left.length === 1) ? 'not' : 'none');
  }
  if (qualifiers.some((word) => aliasWords.has(word))) return reading('alias');
  if (qualifiers.some((word) => thingWords.has(word)) || /^hub_model_(?:id|name)$/.test(joined)) return reading('not');
  if (isOutput(qualifiers)) return reading('listed');
  // `model_embeddings`, `model_checkpoint`: a hint that says "model" is more than a hint.
  if (sense === 'hint' && qualifiers.some((word) => heads.has(word))) sense = 'model';
  if (sense === 'hint' && /_(?:repo|hub|hf)_id$/.test(joined)) sense = 'model';
  if (partHeads.has(head) && partQualifiers.has(qualifiers.at(-1) ?? '')) sense = 'model';
  return reading(sense, roleOf(words, heads.get(head) ?? hintHeads.get(head) ?? 'model'));
}

const isOutput = (words: readonly string[]) => words.some((word) => outputWords.has(word));

/** What a key says of the role of names below it, whatever else it says. */
function sideRole(words: readonly string[]): Role {
  const role = roleOf(words, 'model');
  return role === 'embedding' || role === 'reranker' || role === 'draft' ? role : 'model';
}

function roleOf(words: readonly string[], fallback: Role): Role {
  for (const word of words) {
    const role = roleWords.get(word);
    if (role) return role;
  }
  return fallback;
}
