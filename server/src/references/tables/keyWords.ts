/**
 * The words that keys, variables and options are made of, by what they say of the value. Adding a key of a framework
 * is a word in one of these lists; `keys.ts` tells how a key is read by them.
 */
import type { Role } from '../types.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Each word with its role. */
const byRole = (rows: Partial<Record<Role, string>>): ReadonlyMap<string, Role> =>
  new Map(Object.entries(rows).flatMap(([role, list]) => list.split(' ').map((word) => [word, role as Role] as const)));

/** Words that name a model, with the role they give it. */
export const heads: ReadonlyMap<string, Role> = byRole({
  model: 'model models modelid modelname modelpath llm llms lm vlm slm lvlm mllm pretrained pretrain finetuned',
  embedding: 'embedder embedders',
  reranker: 'reranker rerankers rerank',
  tokenizer: 'tokenizer tokenizers',
});

/** Words that say so to people, not surely. */
export const hintHeads: ReadonlyMap<string, Role> = byRole({
  embedding: 'embedding embeddings embed',
  model:
    'encoder backbone checkpoint checkpoints ckpt weights unet vae transformer controlnet teacher student judge tower policy whisper gguf shield huggingface hf classifier ollama finetune chat completion instruct vision asr stt tts summarizer guard',
  draft: 'drafter draft',
  adapter: 'adapter adapters lora loras peft',
});

/** Parts of a larger model; what they are for stands before them: `vision_tower`, `text_encoder`. */
export const partHeads: ReadonlySet<string> = words('encoder encoders tower backbone');
export const partQualifiers: ReadonlySet<string> = words(
  'vision visual text image speech mm language query question document passage clip',
);

/** Words that say how the model is given. */
export const tails: ReadonlySet<string> = words(
  'id ids name names path paths or repo repos repository repoid uri uris url urls ref slug default defaults ' +
    'value file files key string modules allowed available supported enabled str list identifier hf ' +
    'huggingface hub gguf source location download link primary secondary fallback fallbacks full card arg ' +
    'spec artifact override a b small large fast smart one two main ollama vllm filename used local remote ' +
    'original env pull preload archive map',
);

/** Words that mean a client-side name where they stand before or behind the head. */
export const aliasWords: ReadonlySet<string> = words(
  'alias aliases served display title label friendly pretty nickname',
);

/** Words before the head that make the value something that is written, not read. */
export const outputWords: ReadonlySet<string> = words(
  'output save saved push hub destination dest upload export new merged result',
);

/** Words of keys whose values are data. */
export const datasetWords: ReadonlySet<string> = words('dataset mixer datasets corpus corpora datamix');

/** The same where no model is named behind them: `benchmark`, not `benchmark_models`. */
export const benchmarkWords: ReadonlySet<string> = words('benchmark benchmarks');

/** Whole keys that name a model though their words would not show it. */
export const modelKeys: ReadonlySet<string> = words(
  'name_or_path hf_hub_id llama_arg_hf_repo llama_arg_hfd_repo llama_arg_hfv_repo finetuned_from base_models new_version merge_from pretrained hub_id tokenizer_repository ' +
    'lora_modules engine_repository checkpoint_repository policy_path model_code adapter_id adapter_ids ' +
    'reward_funcs tokenizer_config lora_id lora_ids peft_id lora_weights adapter_weights',
);

/** Keys that name a repository on the hub, a model's more often than not. */
export const hubKeys: ReadonlySet<string> = words(
  'repo_id hf_id hf_repo hf_repo_id hf_name hf_path hugging_face_id hub_repo init_from',
);

/** Keys that say something only together with what is above them. */
export const weakKeys: ReadonlySet<string> = words(
  'id name path repo uri url source value default location ref src identifier slug repository file hub from ' +
    'artifact key hf huggingface full_name storage_uri primary fallback chat completion cached_result_name ' +
    'default_value example preset small large fast smart main version args settings options parameters params ' +
    'spec config',
);

/** Last words of keys whose value is surely no model. */
export const notKeys: ReadonlySet<string> = words(
  'image images container docker uses package packages dependency dependencies dep deps pkg chart dir ' +
    'directory folder cwd workdir module import extends branch homepage license author authors email timezone ' +
    'tz mime mimetype mediatype namespace secret project kind type class format architecture architectures ' +
    'arch backend vendor framework runtime dtype mode role roles language entity logger prompt template cron ' +
    'schedule path_prefix mount volume volumes devdependencies owner team org organization regex regexp ' +
    'pattern match family families',
);

/** Words of keys that name repositories of code, images or packages. */
export const codeWords: ReadonlySet<string> = words(
  'git github gitlab bitbucket code source src docs doc documentation docker image container helm chart npm pip apt deb yum rpm maven go upstream fork issue issues website pages template templates addon plugin package artifact ansible terraform config dotfiles test target dest destination my remote mirror base',
);

/** Other places than the hub: names there are not its ids. */
export const elsewhere: ReadonlySet<string> = words('wandb');

/** Of these only the name is given: of a run of training, a job, an experiment. */
export const runWords: ReadonlySet<string> = words('run job experiment exp trial');

/** Heads by themselves whose values are written: `--save-path`. */
export const writtenHeads: ReadonlySet<string> = words('output save export destination dest upload');

/** Words before the head that make it the model of a thing: `zigbeeModel`, `car_model`. */
export const thingWords: ReadonlySet<string> = words('zigbee car vehicle phone camera printer product hardware');

/** Words of a key that give its value a role. */
export const roleWords: ReadonlyMap<string, Role> = byRole({
  tokenizer: 'tokenizer',
  embedding: 'embedding embeddings embed embedder',
  reranker: 'rerank reranker reranking',
  draft: 'draft speculative drafter assistant',
  base: 'base',
  adapter: 'adapter lora peft',
});
