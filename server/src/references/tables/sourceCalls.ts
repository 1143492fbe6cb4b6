/**
 * Functions, classes and methods of program source that take the name of a model, or surely something else. Adding a
 * library is a row here: the callee's last part, or its last two with a dot.
 */
import type { Role } from '../types.ts';
import { readKey } from './keys.ts';
import { type Provider, type ProviderKind, providers } from './providers.ts';

interface CallRow {
  readonly sense: 'model' | 'dataset' | 'other';
  /** The positions that name a model (the first, where none are given), or the only ones that are something else. */
  readonly at?: readonly number[];
  readonly role?: Role;
  /** Takes ids of the hub and nothing else, so that no provider's prefix stands before the name. */
  readonly hub?: boolean;
  /** Takes names behind a provider's prefix, LiteLLM's own. */
  readonly prefixed?: boolean;
  /** Its first argument is something else that may be called like a model: only what is known counts. */
  readonly known?: boolean;
  /** Of the named arguments, those that name a model; the others are something else. */
  readonly only?: RegExp;
  /** The field of its object that names a model though it does not say so. */
  readonly field?: string;
  /** Who runs the model, as in the table of providers. */
  readonly provider?: string;
}

const rows = new Map<string, CallRow>();
const add = (row: CallRow, names: string): void => {
  for (const name of names.split(' ')) rows.set(name.toLowerCase(), row);
};

const model: CallRow = { sense: 'model' };
const hub: CallRow = { sense: 'model', hub: true };
// Hugging Face libraries: transformers, diffusers, peft, huggingface_hub, and those that load through them.
add(
  hub,
  'from_pretrained fromPretrained from_hparams foreign_class download_and_unpack HuggingFaceModel hf_load_model from_hub from_hf_hub from_hf_pretrained snapshot_download hf_hub_download hf_hub_url cached_file cached_download try_to_load_from_cache model_info InferenceClient AsyncInferenceClient InferenceApi ' +
    'HfInference load_checkpoint_and_dispatch HuggingFaceEndpoint HuggingFacePipeline HuggingFaceLLM HuggingFaceHub HuggingFaceInferenceAPI HuggingFaceTextGenInference ChatHuggingFace HfApiModel InferenceClientModel TransformersModel from_model_id ' +
    'AutoModelForCausalLM AutoModelForSeq2SeqLM AutoModelForSequenceClassification AutoModel AutoConfig AutoProcessor AutoPeftModelForCausalLM AutoModelForCausalLMWithValueHead WhisperModel FasterWhisperPipeline ' +
    'FastLanguageModel FastModel FastVisionModel StableDiffusionPipeline DiffusionPipeline from_single_file HuggingFaceLocalGenerator HuggingFaceLocalChatGenerator HuggingFaceAPIGenerator TransformersSimilarityRanker SpanMarkerModel ' +
    'DiffusionPipeline.download StableDiffusionPipeline.download MLMTransformer models.Transformer get_model_and_tokenizer load_model_and_tokenizer huggingface huggingface.languageModel huggingface.responses huggingface.embedding transformersJS transformersJS.embedding transformersJS.languageModel webLLM loadModelFromHF SetFitModel GLiNER KeyBERT PunctuationModel CLIPModel outlines.models.transformers models.transformers guidance.models.Transformers from_huggingface hfDownload huggingfaceDownload',
);
add({ sense: 'model', hub: true, at: [0, 1] }, 'pipeline pipelines.pipeline');
add({ sense: 'model', hub: true, at: [1], provider: 'huggingface' }, 'AddHuggingFaceModel');
// What these are given is a field of an object, or an argument by name.
add({ sense: 'model', hub: true, at: [], only: /^(?:repo|name)$/ }, 'downloadFile modelInfo snapshotDownload');
add({ sense: 'model', hub: true, at: [], only: /^model_type$/ }, 'BERTScorer bert_score.score');
// Servers and engines.
add(
  { sense: 'model', provider: 'vllm' },
  'LLM AsyncLLM EngineArgs AsyncEngineArgs VLLM VLLMOpenAI sglang.Engine sgl.Engine sgl.Runtime lmdeploy.pipeline ModelConfig.vllm',
);
add({ sense: 'model', provider: 'mlx' }, 'mlx_lm.load mlx_vlm.load mlx_lm.convert mlx_whisper.transcribe');
// Embeddings.
add(
  { sense: 'model', hub: true, role: 'embedding' },
  'SentenceTransformer SparseEncoder HuggingFaceEmbeddings HuggingFaceEmbedding HuggingFaceBgeEmbeddings HuggingFaceInstructEmbeddings HuggingFaceEndpointEmbeddings HuggingFaceInferenceAPIEmbeddings HuggingFaceInferenceAPIEmbedding ' +
    'SentenceTransformerEmbeddings SentenceTransformerEmbeddingFunction SentenceTransformersTextEmbedder SentenceTransformersDocumentEmbedder SentenceTransformerBackend HuggingFaceTransformersEmbeddings TransformersEmbeddingFunction FlagModel BGEM3FlagModel FlagAutoModel.from_finetuned ' +
    'TextEmbedding SparseTextEmbedding LateInteractionTextEmbedding FastEmbedEmbeddings FastEmbedEmbedding FastembedTextEmbedder FastembedDocumentEmbedder INSTRUCTOR TransformerWordEmbeddings TransformerDocumentEmbeddings SentenceTransformerDocumentEmbeddings HFTextVectorizer InstructorEmbedding TransformerEmbeddings',
);
add({ sense: 'model', hub: true, role: 'embedding', field: 'modelType' }, 'HuggingFaceEmbedding');
// Rerankers.
add(
  { sense: 'model', hub: true, role: 'reranker' },
  'CrossEncoder Reranker FlagReranker LayerWiseFlagLLMReranker FlagLLMReranker HuggingFaceCrossEncoder SentenceTransformerRerank SentenceTransformersSimilarityRanker TextCrossEncoder FlagEmbeddingReranker HFCrossEncoderTextRanker RAGPretrainedModel',
);
// Ollama: its own libraries, and the classes of others for it.
add(
  { sense: 'model', provider: 'ollama' },
  'ollama ChatOllama OllamaLLM OllamaChat OllamaModel OllamaGenerator OllamaChatGenerator LiteLLMModel.ollama ollama.chat ollama.generate ollama.pull ollama.show ollama.delete ollama.copy ollama.LanguageModel ' +
    'ollama.chatModel ollama.languageModel createOllama OllamaFunctions Ollama ollama.WithModel AddOllamaChatCompletion AddOllamaTextGeneration',
);
add(
  { sense: 'model', provider: 'ollama', at: [0, 1] },
  'OllamaChatClient OllamaApiClient OllamaChatCompletionClient OllamaEmbeddingGenerator OllamaTextEmbeddingGenerationService OllamaChatCompletionService AddOllamaChatClient',
);
// What is made from a model has a name of its own.
add({ sense: 'model', provider: 'ollama', role: 'base', at: [], only: /^from_?$/ }, 'ollama.create');
add(
  { sense: 'model', provider: 'ollama', role: 'embedding' },
  'OllamaEmbeddings OllamaEmbedding OllamaEmbeddingFunction OllamaTextEmbedder OllamaDocumentEmbedder ollama.embed ollama.embeddings ollama.embedding ollama.textEmbeddingModel AddOllamaTextEmbeddingGeneration AddOllamaEmbeddingGenerator',
);
// Services, as the AI SDK and LangChain name them.
const services: Readonly<Record<string, string>> = {
  openai:
    'openai createOpenAI ChatOpenAI OpenAIEmbeddings openai.chat openai.responses openai.embedding openai.completion AddOpenAIChatCompletion AddOpenAITextEmbeddingGeneration AddOpenAIEmbeddingGenerator OpenAIChatCompletionService',
  anthropic: 'anthropic ChatAnthropic',
  google:
    'google ChatGoogleGenerativeAI ChatVertexAI GoogleGenerativeAIEmbeddings getGenerativeModel GenerativeModel vertex',
  bedrock: 'bedrock ChatBedrock ChatBedrockConverse BedrockChat BedrockLLM BedrockEmbeddings BedrockModel',
  groq: 'groq ChatGroq GroqModel',
  together: 'togetherai ChatTogether ChatTogetherAI TogetherEmbeddings together',
  fireworks: 'fireworks ChatFireworks FireworksEmbeddings',
  openrouter: 'openrouter ChatOpenRouter',
  deepinfra: 'deepinfra ChatDeepInfra',
  nvidia: 'ChatNVIDIA NVIDIAEmbeddings NVIDIARerank',
  replicate: 'replicate.run replicate.stream ChatReplicate',
  cerebras: 'cerebras ChatCerebras',
  mistral: 'mistral ChatMistralAI MistralAIEmbeddings',
  cohere: 'ChatCohere CohereEmbeddings CohereRerank',
  watsonx: 'ChatWatsonx WatsonxLLM WatsonxEmbeddings ModelInference',
  azure: 'azure AzureChatOpenAI',
  cloudflare: 'env.AI.run AI.run workersai ChatCloudflareWorkersAI CloudflareWorkersAI',
};
for (const [provider, names] of Object.entries(services)) add({ sense: 'model', provider }, names);
add({ sense: 'model', role: 'embedding' }, 'resolve_embed_model');
add(model, 'init_chat_model initChatModel init_embeddings');
add(
  { sense: 'model', prefixed: true },
  'litellm.completion litellm.acompletion litellm.embedding litellm.aembedding litellm.text_completion litellm.rerank dspy.LM from_provider LiteLLMModel LiteLlm',
);
add({ sense: 'model', at: [1], role: 'adapter' }, 'PeftModel.from_pretrained PeftModelForCausalLM.from_pretrained');
add(
  { sense: 'model', role: 'adapter' },
  'load_adapter load_ip_adapter load_textual_inversion load_lora_weights LoRARequest PeftConfig.from_pretrained LoraConfig.from_pretrained',
);
add({ sense: 'model', role: 'tokenizer' }, 'AutoTokenizer get_tokenizer Tokenizer.from_pretrained');
add(
  { sense: 'model', role: 'tokenizer' },
  'AutoTokenizer.from_pretrained AutoProcessor.from_pretrained AutoFeatureExtractor.from_pretrained Tokenizer.from_file',
);
// Rust: hf-hub, mistral.rs.
add(
  model,
  'Repo.model Api.model Repo.with_revision TextModelBuilder GgufModelBuilder VisionModelBuilder UqffTextModelBuilder',
);
// Other languages: setters and options that say it in one word.
add(
  model,
  'withModel setModel modelName setModelName withModelName modelId setModelId withModelId setModelPath WithEmbeddingModel ModelConfiguration',
);

add(
  { sense: 'dataset' },
  'load_dataset load_dataset_builder get_dataset_config_names get_dataset_split_names get_dataset_infos dataset_info concatenate_datasets loadDataset Repo.dataset Api.dataset DatasetDict DatasetConfig hf_dataset',
);
// Paths, modules, mocks, pages: `a/b` means something else here.
add(
  { sense: 'other' },
  'require require.resolve require.context jest.mock jest.doMock vi.mock vi.doMock jest.requireActual jest.requireMock vi.importActual import_module importlib.import_module __import__ monkeypatch.delattr ' +
    'path.join path.resolve os.path.join os.makedirs os.mkdir os.path.exists mkdirSync mkdir readFile readFileSync writeFile writeFileSync readdir readdirSync join Path PurePath Paths.get File open opendir glob os.listdir filepath.Join path.Join Path.Combine Path.new PathBuf.from ' +
    'set_experiment create_experiment start_run set_project WandbLogger WandbCallback MLFlowLogger TensorBoardLogger push_to_hub save_pretrained create_repo upload_folder upload_file save_model getLogger logging.getLogger getModule useTranslation router.get router.post app.get app.post app.use app.route app.put app.delete router.push navigate redirect useRouter addEventListener createSlice wandb.init ' +
    'add_header setHeader MediaType.parse ContentType.parse Content-Type include include_str include_bytes ZoneInfo pytz.timezone timezone ZoneId.of dispatch commit useQuery api.get api.post axios.get axios.post git.clone Repo.clone_from github.getRepo',
);

// The first is the path of what is replaced; then comes what stands for it.
add({ sense: 'other', at: [0] }, 'patch mock.patch mocker.patch monkeypatch.setattr');

// A repository of code, whose weights may be on the hub under the same name.
add({ sense: 'other', at: [], known: true }, 'hub.load hub.help hub.list');

/** What is known of a callee; its last two parts say more than its last. */
export function callRow(callee: string): CallRow | undefined {
  const parts = callee.toLowerCase().split('.');
  return (parts.length > 1 ? rows.get(parts.slice(-2).join('.')) : undefined) ?? rows.get(parts.at(-1) as string);
}

/** Named arguments of calls that load a model which are no model themselves. */
const besideTheModel =
  /^(?:file|filename|file_?name|gguf_file|weight_name|subfolder|revision|cache_dir|local_dir|token|task|device|device_map|torch_dtype|dtype|use_auth_token|custom_pipeline|library_name|endpoint|base_?url|api_key|url|host|allow_patterns|ignore_patterns|prompt|system|provider|model_provider|model_type|format|variant|adapter_name|trust_remote_code|attn_implementation|framework|api_base|temperature|input|text|query|messages|keep_alive|role|name|title|label|description|quantization|load_format|tokenizer_mode|backend|task_type|repo_type)$/i;

/** What an argument of a call is, as far as the callee tells. */
export function argumentSense(callee: string, argument: number | string): 'model' | 'dataset' | 'other' | undefined {
  const row = callRow(callee);
  if (!row) return undefined;
  if (row.sense !== 'model')
    return !row.at || (typeof argument === 'number' && row.at.includes(argument)) ? row.sense : undefined;
  if (typeof argument === 'number') return (row.at ?? [0]).includes(argument) ? 'model' : undefined;
  if (row.only) return row.only.test(argument) ? 'model' : 'other';
  if (besideTheModel.test(argument)) return 'other';
  const { sense } = readKey(argument);
  if (sense === 'dataset') return 'dataset';
  return sense === 'model' || sense === 'hint' || sense === 'weak' ? 'model' : undefined;
}

/** Who runs the models of this callee: by its row, or by a word in its name. */
export function providerOfCall(callee: string): Provider | undefined {
  const id = callRow(callee)?.provider;
  return id === undefined ? undefined : (providers.get(id) ?? { id, kind: 'huggingface' satisfies ProviderKind });
}

/** Calls that take a name first and its value after: environment, options of programs, settings, form fields. */
const namesFirst: ReadonlySet<string> = new Set(
  (
    'getenv get getordefault get_or_default setdefault pop getattr setattr add_argument addargument option add_option addoption argument parametrize string stringvar stringvarp stringp env getenv optional text_input textinput selectbox radio ' +
    'putifabsent put setenv set setproperty getproperty property getstring get_string getvalue environ.get env.fetch config decouple.config envstr env.str str_env default_string define_string flag define option.string envor getenvor get_env envordefault lookupenv'
  ).split(' '),
);

/** Whether a call takes a name first, by its last part or its last two. */
export function takesNameFirst(callee: string): boolean {
  const parts = callee.toLowerCase().split('.');
  return namesFirst.has(parts.at(-1) as string) || namesFirst.has(parts.slice(-2).join('.'));
}

/** Calls that look for a part of a text. */
const searching: ReadonlySet<string> = new Set(
  'contains includes startswith endswith hasprefix hassuffix starts_with ends_with indexof index find search match test count removeprefix trimprefix strip_prefix replace split'.split(
    ' ',
  ),
);

export const searches = (callee: string): boolean =>
  searching.has(callee.slice(callee.lastIndexOf('.') + 1).toLowerCase());
