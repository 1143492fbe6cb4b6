/**
 * What a key, an environment variable, an option or a variable says about its value, by the words it is made of.
 * `EMBEDDING_MODEL_ID`, `embeddingModelId`, `--embedding-model-id` and `embedding.model.id` are the same words.
 *
 * Reading: words at the end that only say how the model is given (`id`, `path`, `name_or_path`) are taken off; the
 * last word left must be a head. Words before it qualify.
 */
import type { Role } from '../types.ts';

export type KeySense =
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

/** Words that name a model, with the role they give it. */
const heads: ReadonlyMap<string, Role> = new Map(
  Object.entries({
    model: 'model',
    models: 'model',
    modelid: 'model',
    modelname: 'model',
    modelpath: 'model',
    llm: 'model',
    llms: 'model',
    lm: 'model',
    vlm: 'model',
    slm: 'model',
    lvlm: 'model',
    mllm: 'model',
    pretrained: 'model',
    pretrain: 'model',
    finetuned: 'model',
    embedder: 'embedding',
    embedders: 'embedding',
    reranker: 'reranker',
    rerankers: 'reranker',
    rerank: 'reranker',
    tokenizer: 'tokenizer',
    tokenizers: 'tokenizer',
  } satisfies Record<string, Role>),
);

const hintHeads: ReadonlyMap<string, Role> = new Map(
  Object.entries({
    embedding: 'embedding',
    embeddings: 'embedding',
    embed: 'embedding',
    encoder: 'model',
    backbone: 'model',
    checkpoint: 'model',
    checkpoints: 'model',
    ckpt: 'model',
    weights: 'model',
    unet: 'model',
    vae: 'model',
    transformer: 'model',
    controlnet: 'model',
    teacher: 'model',
    student: 'model',
    judge: 'model',
    drafter: 'draft',
    draft: 'draft',
    adapter: 'adapter',
    adapters: 'adapter',
    lora: 'adapter',
    loras: 'adapter',
    peft: 'adapter',
    tower: 'model',
    policy: 'model',
    whisper: 'model',
    gguf: 'model',
    shield: 'model',
    huggingface: 'model',
    hf: 'model',
    classifier: 'model',
    ollama: 'model',
    finetune: 'model',
    chat: 'model',
    completion: 'model',
    instruct: 'model',
    vision: 'model',
    asr: 'model',
    stt: 'model',
    tts: 'model',
    summarizer: 'model',
    guard: 'model',
  } satisfies Record<string, Role>),
);

/** Words that say how the model is given. */
const tails = new Set([
  'id',
  'ids',
  'name',
  'names',
  'path',
  'paths',
  'or',
  'repo',
  'repos',
  'repository',
  'repoid',
  'uri',
  'uris',
  'url',
  'urls',
  'ref',
  'slug',
  'default',
  'defaults',
  'value',
  'file',
  'files',
  'key',
  'string',
  'modules',
  'allowed',
  'available',
  'supported',
  'enabled',
  'str',
  'list',
  'identifier',
  'hf',
  'huggingface',
  'hub',
  'gguf',
  'source',
  'location',
  'download',
  'link',
  'primary',
  'secondary',
  'fallback',
  'fallbacks',
  'full',
  'card',
  'arg',
  'spec',
  'artifact',
  'override',
  'a',
  'b',
  'small',
  'large',
  'fast',
  'smart',
  'one',
  'two',
  'main',
  'ollama',
  'vllm',
  'filename',
  'used',
  'local',
  'remote',
  'original',
  'env',
  'pull',
  'preload',
]);

/** Words that mean a client-side name where they stand before or behind the head. */
const aliasWords = new Set([
  'alias',
  'aliases',
  'served',
  'display',
  'title',
  'label',
  'friendly',
  'pretty',
  'nickname',
]);

/** Words before the head that make the value something that is written, not read. */
const outputWords = new Set([
  'output',
  'save',
  'saved',
  'target',
  'push',
  'hub',
  'destination',
  'dest',
  'upload',
  'export',
  'new',
  'merged',
  'result',
]);

const datasetWords = new Set([
  'dataset',
  'mixer',
  'datasets',
  'corpus',
  'corpora',
  'datamix',
  'benchmark',
  'benchmarks',
]);

/** Whole keys that name a model though their words would not show it. */
const modelKeys = new Set([
  'name_or_path',
  'finetuned_from',
  'base_models',
  'new_version',
  'merge_from',
  'pretrained',
  'hub_id',
  'tokenizer_repository',
  'lora_modules',
  'engine_repository',
  'checkpoint_repository',
  'policy_path',
  'model_code',
  'adapter_id',
  'adapter_ids',
  'lora_id',
  'lora_ids',
  'peft_id',
]);

/** Keys that name a repository on the hub, a model's more often than not. */
const hubKeys = new Set([
  'repo_id',
  'hf_id',
  'hf_repo',
  'hf_repo_id',
  'hf_name',
  'hf_model_repo',
  'hugging_face_id',
  'hub_repo',
]);

/** Keys that say something only together with what is above them. */
const weakKeys = new Set([
  'id',
  'name',
  'path',
  'repo',
  'uri',
  'url',
  'source',
  'value',
  'default',
  'location',
  'ref',
  'src',
  'identifier',
  'slug',
  'repository',
  'file',
  'hub',
  'from',
  'artifact',
  'key',
  'hf',
  'huggingface',
  'full_name',
  'storage_uri',
  'primary',
  'fallback',
  'chat',
  'completion',
  'cached_result_name',
  'default_value',
  'example',
  'preset',
  'small',
  'large',
  'fast',
  'smart',
  'main',
  'version',
  'args',
  'settings',
  'options',
  'parameters',
  'params',
  'spec',
  'config',
]);

/** Last words of keys whose value is surely no model. */
const notKeys = new Set([
  'image',
  'images',
  'container',
  'docker',
  'uses',
  'package',
  'packages',
  'dependency',
  'dependencies',
  'dep',
  'deps',
  'pkg',
  'chart',
  'dir',
  'directory',
  'folder',
  'cwd',
  'workdir',
  'module',
  'import',
  'extends',
  'branch',
  'homepage',
  'license',
  'author',
  'authors',
  'email',
  'timezone',
  'tz',
  'mime',
  'mimetype',
  'mediatype',
  'namespace',
  'secret',
  'project',
  'kind',
  'type',
  'class',
  'format',
  'architecture',
  'architectures',
  'arch',
  'backend',
  'vendor',
  'framework',
  'runtime',
  'license',
  'dtype',
  'mode',
  'role',
  'roles',
  'language',
  'entity',
  'logger',
  'prompt',
  'template',
  'cron',
  'schedule',
  'path_prefix',
  'mount',
  'volume',
  'volumes',
  'devdependencies',
  'owner',
  'team',
  'org',
  'organization',
  'regex',
  'regexp',
  'pattern',
  'match',
]);

/** Of these only the name is given: of a run of training, a job, an experiment. */
const runWords = new Set(['run', 'job', 'experiment', 'exp', 'trial']);

/** Heads by themselves whose values are written: `--save-path`. */
const writtenHeads = new Set(['output', 'save', 'export', 'destination', 'dest', 'upload']);

/** Words before the head that make it the model of a thing: `zigbeeModel`, `car_model`. */
const thingWords = new Set(['zigbee', 'car', 'vehicle', 'phone', 'camera', 'printer', 'product', 'hardware']);

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
  if (words.includes('ggml') || /^data-[a-z]/.test(key)) return reading('not');
  const joined = words.join('_');
  if (modelKeys.has(joined) || joined.endsWith('_name_or_path')) return reading('model', roleOf(words, 'model'));
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
  let sense: KeySense | undefined = heads.has(head) ? 'model' : hintHeads.has(head) ? 'hint' : undefined;
  const named = runWords.has(head) && left.length < words.length;
  if (named || words.includes('wandb')) return reading('not');
  if (!sense) {
    if (aliasWords.has(head)) return reading('alias');
    return reading(notKeys.has(head) || (writtenHeads.has(head) && left.length === 1) ? 'not' : 'none');
  }
  if (qualifiers.some((word) => aliasWords.has(word))) return reading('alias');
  if (qualifiers.some((word) => outputWords.has(word) || thingWords.has(word))) return reading('not');
  // `model_embeddings`, `model_checkpoint`: a hint that says "model" is more than a hint.
  if (sense === 'hint' && qualifiers.some((word) => heads.has(word))) sense = 'model';
  return reading(sense, roleOf(words, heads.get(head) ?? hintHeads.get(head) ?? 'model'));
}

const roleWords: ReadonlyMap<string, Role> = new Map(
  Object.entries({
    tokenizer: 'tokenizer',
    embedding: 'embedding',
    embeddings: 'embedding',
    embed: 'embedding',
    embedder: 'embedding',
    rerank: 'reranker',
    reranker: 'reranker',
    reranking: 'reranker',
    draft: 'draft',
    speculative: 'draft',
    drafter: 'draft',
    base: 'base',
    assistant: 'draft',
    adapter: 'adapter',
    lora: 'adapter',
    peft: 'adapter',
  } satisfies Record<string, Role>),
);

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
