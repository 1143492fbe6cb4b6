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
    'huggingface sagemaker hf hugging_face hugging-face huggingface_local huggingfacelocal transformers vllm hosted_vllm sglang tgi text-generation-inference text_generation_inference tei ' +
    'text-embeddings-inference sentence-transformers sentence_transformers sentencetransformers llamacpp llama.cpp llama-cpp llama_cpp gguf mlx lmdeploy fastembed infinity unsloth ' +
    'huggingfacehub huggingface-hub text2vec-transformers xinference peft safetensors diffusers lmstudio_local litellm_proxy openai_like openai-compatible lorax modelscope predibase_local',
  hosted:
    'bedrock amazon-bedrock amazon_bedrock aws_bedrock aws-bedrock bedrock_converse azure_ai azureml groq together together_ai togetherai together-ai openrouter fireworks fireworks_ai fireworks-ai ' +
    'deepinfra replicate anyscale perplexity cerebras sambanova nvidia nvidia_nim nim cloudflare workers-ai vertex_ai vertexai hyperbolic novita nebius siliconflow lambda_ai lambda featherless featherless_ai ' +
    'databricks watsonx ovhcloud scaleway friendliai baseten gradient_ai nscale oci github github-models github_models dashscope volcengine deepseek mistral mistralai codestral ' +
    'moonshot minimax zhipu zhipuai z-ai zai parasail chutes predibase hf-inference hf_inference huggingface_api wandb snowflake avian qiniu tencent baichuan stepfun lepton octoai clarifai',
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
  'mistral mistralai deepseek google nvidia claude gemini cohere minimax moonshot github lambda snowflake tencent baichuan stepfun zai hf transformers peft gguf diffusers palm grok copilot replicate databricks oci infinity jina voyage perplexity baseten stability'.split(
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
];

/** The provider an address belongs to. */
export function providerOfAddress(address: string): string | undefined {
  return addresses.find(([pattern]) => pattern.test(address))?.[1];
}

/**
 * First parts of `a/b` that are names of makers at hosting services, not organisations on the hub: `meta/llama-…` at
 * NIM and Replicate, `mistral/…`, `z-ai/…` at OpenRouter.
 */
export const serviceMakers: ReadonlySet<string> = new Set(
  'meta mistral mistral-ai z-ai x-ai xai deepseek minimax moonshot anthropic amazon inflection perplexity ai21 aion-labs switchpoint relace'.split(
    ' ',
  ),
);

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
