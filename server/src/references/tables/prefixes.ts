/**
 * Prefixes before a model's name, as LiteLLM (`provider/NAME`), promptfoo (`provider:task:NAME`) and their like write
 * them. Adding a provider is a word here.
 */
import type { ProviderKind } from './providers.ts';

export interface Prefix {
  readonly text: string;
  readonly provider: string;
  readonly kind: ProviderKind;
  /** An organisation on the hub as well: before a name of one part it is a prefix only where a tool says so. */
  readonly beforeIds?: boolean;
  /** Other things begin like that, too (`github:owner/repo`): holds only where the surroundings speak of models. */
  readonly ambiguous?: boolean;
}

/** `provider/NAME`, and `provider/ORG/NAME` as well. */
const slash: Readonly<Record<ProviderKind, string>> = {
  ollama: 'ollama ollama_chat ollama-chat',
  huggingface:
    'huggingface hosted_vllm vllm hf mlx litellm_proxy lm_studio lmstudio openai_like custom_openai aiohttp_openai transformers text-completion-huggingface docker_model_runner infinity xinference llamafile petals triton oobabooga lemonade',
  hosted:
    'bedrock bedrock/converse bedrock/invoke bedrock_converse bedrock_mantle azure_ai groq together_ai fireworks_ai replicate anyscale perplexity cerebras sambanova nvidia_nim vertex_ai watsonx watsonx_text sagemaker sagemaker_chat ' +
    'databricks ovhcloud scaleway oci dashscope volcengine codestral text-completion-codestral moonshot gradient_ai lambda_ai bytez aiml cometapi vercel_ai_gateway heroku datarobot compactifai clarifai galadriel publicai aihubmix nanogpt ' +
    'meta_llama github zai',
  api: 'openai openai/responses azure anthropic anthropic_text gemini cohere cohere_chat xai ai21 ai21_chat voyage jina_ai palm text-completion-openai github_copilot github-copilot googleai google_genai vertex_ai_beta azure_text elevenlabs deepgram assemblyai aleph_alpha nlp_cloud maritalk v0 morph recraft fal_ai topaz amazon_nova xiaomi_mimo gigachat',
};

/** Only `provider/ORG/NAME`: with one part behind them these are organisations themselves. */
const slashBeforeIds =
  'openrouter together deepinfra nebius novita featherless_ai hyperbolic baseten predibase nscale wandb nvidia snowflake friendliai siliconflow cloudflare chutes parasail nousresearch helicone poe empower synthetic abliteration runwayml';

/** `provider:NAME`, with the task between them or not. */
const colon: Readonly<Record<ProviderKind, string>> = {
  ollama: 'ollama',
  huggingface: 'inline: remote: local mlx huggingface vllm localai transformers hosted_vllm',
  hosted:
    'bedrock bedrock_converse anthropic_bedrock together togetherai openrouter groq fireworks replicate deepinfra cerebras cloudflare-ai nscale hyperbolic sambanova perplexity databricks watsonx ibm vertex sagemaker mistral mistralai deepseek ' +
    'azure_ai aimlapi alibaba atlascloud cloudera cometapi github helicone litellm llamaapi minimax moonshot moonshotai novita nvidia orcarouter truefoundry vercel docker heroku upstage',
  api: 'openai azure azureopenai azure_openai anthropic google google_genai google_vertexai google_anthropic_vertex google-gla google-vertex cohere ai21 voyage xai grok gemini openai-chat openai-responses meta fal modelslab',
};

/** What other tools begin addresses, packages and images with. */
const ambiguous = new Set(
  'local github docker vercel meta fal ibm nvidia google azure heroku alibaba upstage'.split(' '),
);

const tasks =
  /^(?:chat|completions?|embeddings?|responses|messages|moderation|image|video|audio|realtime|llm|text|text-generation|feature-extraction|sentence-similarity|(?:text|token|image|audio|zero-shot)-classification|summarization|fill-mask|question-answering|translation|text-to-image|text-embeddings):/;

const providerOf = (name: string) => (name.split(/[:/]/)[0] as string).replace(/^ollama.*/, 'ollama');

const rows = (table: Readonly<Record<ProviderKind, string>>, end: string): Prefix[] =>
  Object.entries(table).flatMap(([kind, names]) =>
    names.split(' ').map((name) => ({
      text: name + end,
      provider: providerOf(name),
      kind: kind as ProviderKind,
      ...(end === ':' && ambiguous.has(name) ? { ambiguous: true } : {}),
    })),
  );

const beforeIds: Prefix[] = slashBeforeIds
  .split(' ')
  .map((name) => ({ text: `${name}/`, provider: name, kind: 'hosted', beforeIds: true }));

/** By what stands before the first `/` or `:`; longest first. */
const byHead = new Map<string, readonly Prefix[]>();
for (const prefix of [...rows(slash, '/'), ...rows(colon, ':'), ...beforeIds].sort(
  (a, b) => b.text.length - a.text.length,
)) {
  const head = prefix.text.split(/[/:]/)[0] as string;
  byHead.set(head, [...(byHead.get(head) ?? []), prefix]);
}

/**
 * The provider prefix that `value` begins with, its task included: of `ollama:chat:llama3.2` it is `ollama:chat:`.
 * Case-sensitive, as the tools are.
 * @param always whether what stands first is a provider in any case, as in LiteLLM's own settings
 */
export function prefixOf(value: string, always = false): Prefix | undefined {
  const separator = value.search(/[/:]/);
  if (separator <= 0) return undefined;
  const prefix = byHead
    .get(value.slice(0, separator))
    ?.find(
      ({ text, beforeIds: needsId }) =>
        value.startsWith(text) &&
        value.length > text.length &&
        (always || !needsId || value.indexOf('/', text.length) > 0),
    );
  const task = prefix?.text.endsWith(':') ? tasks.exec(value.slice(prefix.text.length))?.[0] : undefined;
  return prefix && task !== undefined ? { ...prefix, text: prefix.text + task } : prefix;
}
