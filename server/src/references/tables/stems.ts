/**
 * Parts of words without which a text holds no reference: words of the surroundings, of addresses and commands, of
 * families and formats. The filter before every parser looks for them, see `filter/`. In lower case; case does not count.
 *
 * `^word` stands at the beginning of a word only (`lora`, not `exploration`; `myLora` is a beginning, too); `^word$` is a
 * key besides, so that what ends a name follows (`chat:`, `chat_id`, `chatId`, not `chat` in a sentence). `word!` is the end of a word.
 */

/** Names of families, and what only their names and addresses hold. One of them shows that a name may be meant. */
export const nameStems: readonly string[] = (
  'llama alpaca mistral mixtral stral qwen ^qwq- ^qwq: ^qwq" ^qwq\' ^qvq- gemma ^phi- ^phi_ ^phi1 ^phi2 ^phi3 ^phi4 ^phi: deepseek falcon bert ^t5- ^t5_ ' +
  'mt5- byt5 ^gpt gpt2 gpt- gpt4 bloom claude gemini granite olmo tulu whisper diffusion sdxl ^flux bge- bge_ gte- ^e5- minilm mpnet nomic ^command-r! ^command-a! command-light command-nightly ' +
  '^yi- ^yi: ^aya starcoder stable-code stablelm smol nemotron mamba rwkv vicuna zephyr ^hermes ^glm glm4 glm-4 chatglm kimi minimax internlm ' +
  'baichuan wizard dolphin ^orca moondream jamba ^clip- ^clip_ ^opt-1 ^opt-2 ^opt-3 ^opt-6 ^opt-iml ^mpt- pythia ^dbrx ^solar exaone arctic ^grok sonar dall-e ' +
  '^o1- ^o3- ^o4- ^o1" ^o3" ^o1\' ^o3\' ' +
  'gpt-oss bakllava llava minicpm openchat openhermes starling athene ^cogito ^reflection sqlcoder codeup codebooga everythinglm ' +
  'meditron medllama nexusraven notus notux openthinker deepscaler deepcoder samantha xwin- goliath megadolphin ^yarn- duckdb-nsql ' +
  'stable-beluga paraphrase-m all-distil labse xlnet embeddinggemma translategemma functiongemma functionary marco-o1 ' +
  'rnj-1 voyage titan ^nova imagen ^veo kokoro ^bark parler siglip dinov2 blip idefics ^vit- wav2vec ^wavlm hubert seamless ' +
  'mxbai lfm2 nuextract reader-lm r1-1776 codegeex sailor2 opencoder neural-chat firefunction magicoder smallthinker xwinlm minicheck ornith muse-glimmer ' +
  'north-mini laguna command-r7 ^alfred text-embedding jurassic j2-ultra palmyra stable-image ^sd3 ^ray-v embed-english embed-multilingual ^embed-v palm-2 ^palm bison gecko ' +
  'lamda pixtral chatgpt chinchilla gopher imagegeneration medlm learnlm playai ^compound voxtral moonshot davinci babbage ^sora ^tts-1 codex- computer-use ' +
  'omni-moderation eleven_ luminous ^jina- pplx- ^reka- ^rerank-'
).split(' ');

/** Words of addresses, tools and registries: where one stands, the whole document is read. */
export const certainStems: readonly string[] = [
  ...(
    'ollama modelfile huggingface ^hf: ^hf. ^hf_ ^hf- ^hfd :11434 ramalama gguf safetensors llamafile @cf/ @hf/ nvcr.io azureml: ' +
    'bedrock textgeneration accounts/ publishers/ vllm sglang mlx_ mlx- lmdeploy llama- litellm mlc_llm text-generation- trtllm ' +
    'mistralrs optimum-cli lm_eval lm-eval lighteval llamafactory mergekit local-ai lorax- modelscope ^replicate. docker:chat docker:completion docker:embed'
  ).split(' '),
  '^hf ',
  'tune download',
  'litgpt download',
  'aphrodite run',
  'openllm ',
  '^exo run',
  'nexa pull',
  'nexa infer',
  'textual_inversion',
  'models.transformer',
  'lms get',
  'docker model',
  'transformers chat',
  'transformers serve',
];

/** Words of keys, variables, calls and options that say "model", or hint at it. */
const contextStems: readonly string[] = [
  'encoder = ',
  ...(
    'model llm ^lm: ^lm= ^lm" ^lm\' ^lm_ ^lm- ^lm. ^lm( ^vlm ^slm ^lvlm ^mllm name_or nameor pretrained finetun fine_tun fine-tun embedding embedder ^embed$ ' +
    'rerank tokenizer crossencoder sparseencoder ^encoder: ^encoder= ^encoder_ ^encoder" ^encoder\' backbone checkpoint ^ckpt transformer controlnet teacher ^student$ ^judge$ ^draft: drafter adapter ^lora ^peft ' +
    '^weights$ ^unet ^vae$ classifier ^chat: ^chat= ^chat_ ^instruct ^vision_ ^asr$ ^stt$ ^tts$ summarizer repo_id repoid ' +
    'hub_id hubid hub_repo hubrepo new_version newversion merge_from mergefrom engine_repository ' +
    'snapshot_download hub_download pipeline( inference ^groq'
  ).split(' '),
];

/** How weights are packed or tuned, and their sizes, as names end with. */
const formStems: readonly string[] = [
  ...'awq gptq exl2 exl3 -bnb _bnb -mlx nvfp4 w4a16 w8a8 onnx openvino -4bit -8bit -4-bit -8-bit -int4 -int8 -fp8 -nf4 -chat! -it!'.split(
    ' ',
  ),
  ...[...'0123456789'].flatMap((digit) => [`-${digit}b!`, `_${digit}b!`, `:${digit}b!`, `.${digit}b!`]),
  ...'11 12 13 14 15 16 20 22 24 27 30 32 33 34 40 65 70 72 90'.split(' ').map((size) => `-${size}b!`),
  ...['8x7b!', 'x8b!', '8x22b!'],
];

export const stems: readonly string[] = [...nameStems, ...certainStems, ...contextStems, ...formStems];
