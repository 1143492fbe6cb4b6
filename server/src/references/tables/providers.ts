/** Who runs or hosts a model, as configuration names it. */

export type ProviderKind =
  /** Runs Ollama names. */
  | 'ollama'
  /** Takes Hugging Face ids and runs them here. */
  | 'huggingface'
  /** Hosts open-weight models under names of its own or Hugging Face ids. */
  | 'hosted'
  /** Closed models behind an API. */
  | 'api';

export interface Provider {
  readonly id: string;
  readonly kind: ProviderKind;
}

const table: Readonly<Record<ProviderKind, string>> = {
  ollama: 'ollama ollama_chat ollama-chat ollamachat chatollama ollamallm ollamaembeddings ollama_embed',
  huggingface:
    'huggingface sagemaker hf huggingface-tgi huggingface-inference-api huggingface_tgi lmstudio lm-studio lm_studio hugging_face hugging-face huggingface_local huggingfacelocal transformers vllm hosted_vllm sglang tgi text-generation-inference text_generation_inference tei ' +
    'text-embeddings-inference sentence-transformers sentence_transformers sentencetransformers llamacpp llama.cpp llama-cpp llama_cpp gguf mlx lmdeploy fastembed infinity unsloth ' +
    'huggingfacehub huggingface-hub text2vec-transformers xinference peft safetensors diffusers lmstudio_local litellm_proxy openai_like openai-compatible lorax modelscope predibase_local',
  hosted:
    'bedrock amazon-bedrock amazon_bedrock aws_bedrock aws-bedrock bedrock_converse azure_ai azureml groq together together_ai togetherai together-ai openrouter fireworks fireworks_ai fireworks-ai ' +
    'deepinfra replicate anyscale perplexity cerebras sambanova nvidia nvidia_nim nim cloudflare workers-ai vertex_ai vertexai hyperbolic novita nebius siliconflow lambda_ai lambda featherless featherless_ai ' +
    'databricks watsonx ovhcloud scaleway friendliai baseten gradient_ai nscale oci github github-models github_models dashscope volcengine deepseek mistral mistralai codestral ' +
    'moonshot minimax zhipu zhipuai z-ai zai parasail chutes predibase hf-inference hf_inference huggingface_api wandb snowflake avian qiniu docker docker-model-runner tencent baichuan stepfun lepton octoai clarifai',
  api:
    'openai azure azure_openai azure-openai azureopenai openai_chat openai-chat anthropic claude gemini google google-genai google_genai googleai google-ai google_ai cohere cohere_chat xai grok ai21 ' +
    'voyage voyageai voyage_ai jina jina_ai jinaai aleph_alpha palm text-completion-openai copilot github_copilot elevenlabs deepgram assemblyai openai-responses vertex_ai_anthropic',
};

export const providers: ReadonlyMap<string, Provider> = new Map(
  Object.entries(table).flatMap(([kind, names]) =>
    names.split(' ').map((id) => [id, { id, kind: kind as ProviderKind }] as const),
  ),
);

/** The keys whose values name a provider. */
export const providerKeys: ReadonlySet<string> = new Set([
  'provider',
  'llm_provider',
  'model_provider',
  'embedding_provider',
  'embeddings_provider',
  'custom_llm_provider',
  'backend',
  'llm_backend',
  'engine',
  'api_type',
  'apitype',
  'vendor',
  'runtime',
  'client',
  'client_type',
  'type',
  'llm_type',
  'model_type',
  'framework',
  'serving',
  'integration',
  'service',
  'source',
  'provider_id',
  'inference_engine',
  'class',
  '_type',
  'uses',
  'model_source',
  'llm_model_provider',
  'provider_type',
  'owned_by',
  'litellm_provider',
]);

/** Names of providers that are makers, models or anything else as well: they count only where a key says provider. */
export const makers: ReadonlySet<string> = new Set(
  'docker mistral mistralai deepseek google nvidia claude gemini cohere minimax moonshot github lambda snowflake tencent baichuan stepfun zai hf transformers peft gguf diffusers palm grok copilot replicate databricks oci infinity jina voyage perplexity baseten stability'.split(
    ' ',
  ),
);

/** The keys whose values are addresses that tell the provider. */
export const addressKeys: ReadonlySet<string> = new Set([
  'base_url',
  'api_base',
  'apibase',
  'url',
  'endpoint',
  'host',
  'api_url',
  'openai_api_base',
  'baseurl',
  'server',
  'server_url',
  'api_base_url',
  'ollama_base_url',
  'ollama_host',
  'openai_base_url',
  'base',
  'base_uri',
  'baseuri',
  'serverurl',
  'serveraddress',
  'server_address',
]);

const addresses: readonly (readonly [RegExp, string])[] = [
  [/:11434\b|\bollama\b/i, 'ollama'],
  [/\bopenrouter\.ai\b/i, 'openrouter'],
  [/\bapi\.groq\.com\b/i, 'groq'],
  [/\bapi\.together\.(?:xyz|ai)\b/i, 'together'],
  [/\bapi\.fireworks\.ai\b/i, 'fireworks'],
  [/\bdeepinfra\.com\b/i, 'deepinfra'],
  [/\bapi\.openai\.com\b/i, 'openai'],
  [/\bopenai\.azure\.com\b/i, 'azure'],
  [/\bapi\.anthropic\.com\b/i, 'anthropic'],
  [/\bintegrate\.api\.nvidia\.com\b/i, 'nvidia'],
  [/\bapi\.mistral\.ai\b/i, 'mistral'],
  [/\bapi\.deepseek\.com\b/i, 'deepseek'],
  [/\bapi\.cerebras\.ai\b/i, 'cerebras'],
  [/\bml\.cloud\.ibm\.com\b/i, 'watsonx'],
  [/\bmodels\.(?:github\.ai|inference\.ai\.azure\.com)\b/i, 'github-models'],
  [/\b(?:services|inference)\.ai\.azure\.com\b/i, 'azure_ai'],
  [/\brouter\.huggingface\.co\b/i, 'hf-inference'],
  [/\bapi\.sambanova\.ai\b/i, 'sambanova'],
  [/\bapi\.novita\.ai\b/i, 'novita'],
  [/\bapi\.hyperbolic\.xyz\b/i, 'hyperbolic'],
  [/\bstudio\.nebius\.(?:ai|com)\b/i, 'nebius'],
  [/\bapi\.siliconflow\.(?:cn|com)\b/i, 'siliconflow'],
  [/\bapi\.featherless\.ai\b/i, 'featherless'],
  [/\bdashscope(?:-intl)?\.aliyuncs\.com\b/i, 'dashscope'],
  [/\bapi\.perplexity\.ai\b/i, 'perplexity'],
  [/\bapi\.x\.ai\b/i, 'xai'],
  [/\bgenerativelanguage\.googleapis\.com\b/i, 'gemini'],
  [/\bmodel-runner\.docker\.internal\b|:12434\b/i, 'docker'],
];

/** Libraries for one service: `from together import Together`, `import Groq from 'groq-sdk'`. */
const clients =
  /\b(?:from|import) (together|groq|fireworks|cerebras|replicate)\b|["'](together|groq|fireworks|cerebras|replicate)(?:-ai|-sdk)?["']/g;

/** The one service that a program speaks to, by the addresses and libraries it names; undefined where it is none or several. */
export function serviceOf(text: string): Provider | undefined {
  const found = new Set(addresses.filter(([pattern]) => pattern.test(text)).map(([, id]) => id));
  // Another server of one's own may stand before the services.
  if (/\/\/(?:localhost|[\d.]{7,15}|[\w-]{1,40}):(?!11434|12434)\d{2,5}/.test(text)) return undefined;
  for (const match of text.matchAll(clients)) found.add((match[1] ?? match[2]) as string);
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? providers.get(only) : undefined;
}

/** The provider an address belongs to. */
export function providerOfAddress(address: string): string | undefined {
  return addresses.find(([pattern]) => pattern.test(address))?.[1];
}

/**
 * First parts of `a/b` that are names of makers at hosting services, not organisations on the hub: `meta/llama-…` at
 * NIM and Replicate, `mistral/…`, `z-ai/…` at OpenRouter.
 */
export const serviceMakers: ReadonlySet<string> = new Set(
  'meta alibaba bytedance klingai azure-openai google-ai-studio mistral mistral-ai z-ai x-ai xai deepseek minimax moonshot anthropic amazon inflection perplexity ai21 aion-labs switchpoint relace'.split(
    ' ',
  ),
);

/** Names that only a service gives to what it hosts, whoever publishes weights beside: NVIDIA's for retrieval. */
export const servicesName = /^nvidia\/(?:nv|llama-[\d.]+-nv)-?(?:embed|rerank)/;

/** Images of model servers: a container that runs one takes a model, not something else. */
export const serverImages: readonly (readonly [RegExp, string])[] = [
  [/\bollama\b/i, 'ollama'],
  [/\bvllm\b/i, 'vllm'],
  [/text-generation-inference/i, 'tgi'],
  [/text-embeddings-inference/i, 'tei'],
  [/\bsglang\b/i, 'sglang'],
  [/llama[.-]?cpp|llama-server/i, 'llamacpp'],
  [/\blorax\b/i, 'lorax'],
  [/\blocalai\b/i, 'localai'],
  [/\btabby\b/i, 'tabby'],
  [/\binfinity\b/i, 'infinity'],
  [/text2vec-transformers|transformers-inference/i, 'transformers'],
  [/\blmdeploy\b/i, 'lmdeploy'],
];
