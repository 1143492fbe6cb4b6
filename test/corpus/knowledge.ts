/** A small Knowledge for measuring references alone: names of organisations and families, no licences. */
import type { Knowledge } from '../../server/src/references/types.ts';

const publishers = new Set(
  (
    'meta-llama facebook google mistralai qwen deepseek-ai microsoft allenai eleutherai huggingfacetb ibm-granite baai sentence-transformers openai tiiuae bigscience bigcode stabilityai black-forest-labs ' +
    'nvidia cohereforai cohere 01-ai thudm zai-org moonshotai minimaxai nomic-ai intfloat thenlper jinaai mixedbread-ai alibaba-nlp huggingfaceh4 lmsys teknium nousresearch thebloke bartowski unsloth mlx-community ggml-org lmstudio-community ' +
    'maziyarpanahi quantfactory mradermacher tinyllama upstage databricks mosaicml togethercomputer codellama systran onnx-community xenova cross-encoder naver distilbert google-bert openai-community facebookai google-t5 snowflake colbert-ir answerdotai ' +
    'hf-internal-testing trl-internal-testing instructlab internlm baichuan-inc openbmb llava-hf liuhaotian opengvlab apple amazon salesforce suno coqui runwayml compvis stable-diffusion-v1-5 latent-consistency lightricks tencent bytedance-seed xai-org servicenow arcee-ai'
  ).split(' '),
);

/** Single ids, some of which look like something else. */
const listed = new Set(
  'codellama/codellama-13b-python-hf gair/limo pyannote/embedding ggerganov/whisper.cpp diffusers/controlnet-canny-sdxl-1.0 stabilityai/stable-diffusion-2-1'.split(
    ' ',
  ),
);

const families =
  /llama|mistral|mixtral|codestral|devstral|magistral|ministral|pixtral|qwen|qwq|qvq|gemma|(?:^|[-_])phi[-_\d]|deepseek|falcon|olmo|tulu|bloom|starcoder|smollm|smolvlm|granite|command-[ar]|aya-|(?:^|[-_])yi-|glm-|chatglm|kimi|minimax|gpt-oss|gpt2|gpt-j|gpt-neo|pythia|vicuna|zephyr|hermes|orca|wizard|solar|internlm|baichuan|nemotron|jamba|mamba|rwkv|dbrx|mpt-|t5|bert|roberta|bge-|gte-|e5-|minilm|mpnet|nomic-embed|jina-|whisper|wav2vec|wavlm|flux|stable-diffusion|sdxl|clip-|siglip|vit-|dinov2|llava|paligemma|idefics|blip|kokoro|bark|parler/i;

const ollamaLibrary = new Set(
  (
    'llama2 llama3 llama3.1 llama3.2 llama3.2-vision llama3.3 llama4 llama-guard3 codellama mistral mistral-nemo mistral-small mistral-small3.1 mistral-large mixtral codestral devstral magistral ministral-3 gemma gemma2 gemma3 gemma3n gemma4 embeddinggemma codegemma phi phi3 phi3.5 phi4 phi4-mini phi4-reasoning ' +
    'qwen qwen2 qwen2.5 qwen2.5-coder qwen2.5vl qwen2-math qwen3 qwen3-coder qwen3-vl qwen3-embedding qwen3.5 qwen3.6 qwq deepseek-r1 deepseek-v2 deepseek-v3 deepseek-coder deepseek-coder-v2 deepseek-llm gpt-oss kimi-k2 kimi-k2.6 glm4 granite3.1-dense granite3.2 granite3.3 granite-code granite-embedding ' +
    'nomic-embed-text mxbai-embed-large all-minilm bge-m3 bge-large snowflake-arctic-embed snowflake-arctic-embed2 tinyllama smollm smollm2 olmo2 olmo-3 falcon falcon2 falcon3 vicuna orca-mini orca2 zephyr openhermes neural-chat starling-lm solar yi dolphin-mistral dolphin3 dolphin-mixtral wizardlm2 wizardcoder ' +
    'llava llava-llama3 bakllava minicpm-v moondream starcoder starcoder2 stable-code stablelm2 command-r command-r-plus command-a aya aya-expanse nous-hermes nous-hermes2 hermes3 cogito exaone-deep tulu3 sqlcoder nemotron nemotron-mini athene-v2 everythinglm'
  ).split(' '),
);

const closed =
  /^(?:gpt-(?!oss|j|neo|2)[\w.-]+|o[134](?:-[\w-]+)?|chatgpt-[\w.-]+|text-embedding-(?:ada|3)[\w-]*|text-(?:davinci|curie)[\w-]*|dall-e-\d|whisper-1|tts-1(?:-hd)?|gpt-image-\d|claude-[\w.@-]+|gemini-[\w.-]+|mistral-(?:large|medium|small|embed)-?(?:latest)?|command-(?:light|nightly)|grok-[\w.-]+|voyage-[\w.-]+|sonar[\w-]*)$/;

const fold = (name: string) => name.toLowerCase();

export const fakeKnowledge: Knowledge = {
  isKnownModel: (id) => {
    const [organisation = '', name = ''] = fold(id).split('/');
    return publishers.has(organisation) && families.test(name);
  },
  isListedModel: (id) => listed.has(fold(id)),
  isKnownPublisher: (organisation) => publishers.has(fold(organisation)),
  isOllamaModel: (name) => ollamaLibrary.has(fold(name)),
  api: (name) =>
    closed.test(name.replace(/^(?:openai|anthropic|google)\//, '')) ? { kind: 'api', provider: 'api' } : undefined,
  namesFamily: (name) => families.test(name),
};
