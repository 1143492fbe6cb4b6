/** What the characters of a name tell: placeholders, paths, weights, formats and sizes. */

/** First parts of `a/b` that are folders, registries, kinds of media: never organisations. */
export const notOrganisations: ReadonlySet<string> = new Set(
  (
    'src lib libs app apps path paths to data dataset datasets model models checkpoint checkpoints ckpt ckpts output outputs out tmp temp home root usr opt var etc mnt srv bin dev proc sys run ' +
    'config configs conf docs doc test tests spec assets static public dist build target node_modules vendor scripts script tools cache caches weights files file images image media resources res ' +
    'gguf custom ai-modelscope llm-research 01ai iic damo shanghai_ai_laboratory modelscope ' +
    'experiment experiments exp exps save saves saved trained finetuned sft dpo grpo ppo rl eval evals train training ' +
    'auto_router local ./ .. workspace workspaces content drive volume volumes storage runs logs log results result examples example samples sample templates template packages package modules internal cmd pkg ' +
    'application text audio video font multipart message chemical x-world ' +
    'africa america antarctica arctic asia atlantic australia europe indian pacific etc us ' +
    'github.com gitlab.com docker.io ghcr.io quay.io gcr.io nvcr.io registry.k8s.io k8s.gcr.io mcr.microsoft.com public.ecr.aws localhost 127.0.0.1 0.0.0.0 host.docker.internal ' +
    'feature features fix bugfix hotfix release releases refs heads origin upstream main master renovate dependabot chore feat ' +
    'venv .venv xxx predictions explanations mlx_models author responses actions api v1 v2 v3 apis http https file s3 gs gcs az abfs ftp pvc oci docker npm pypi git ssh kubernetes.io app.kubernetes.io helm.sh nvidia.com amd.com intel.com ' +
    'and or yes on true input n i read key none w s c b a x y in client server user users username your-username your_username your-org your_org yourorg your-name yourname org organization organisation owner namespace my-org my_org myorg myuser my-user your your-hf-username your_hf_username hf-username hf_username your-account some-org someorg company your-company acme-org foo bar vendor-name publisher provider repo library pod pods deployment deployments deploy service services svc statefulset statefulsets job jobs configmap configmaps secret secrets ns node nodes inferenceservice inferenceset pvc ingress replicaset daemonset namespaces'
  ).split(' '),
);

/** Images of model servers, which charts name where models stand as well. */
export const serverImage =
  /^(?:ollama\/ollama|(?:vllm|lmcache)\/vllm-openai|lmsysorg\/sglang|openmmlab\/lmdeploy|localai\/localai|huggingface\/text-(?:generation|embeddings)-inference|rayproject\/ray-(?:llm|ml))$/i;

/** Words that choose a model instead of naming one. */
export const noName =
  /^(?:auto|default|free|premium|other|none|null|latest|main|master|test|onnx|gguf|ggml|safetensors|mlx|eco|any|all|unknown|x|y|n)$/i;

/** The placeholder names of tutorials. */
export const placeholderName =
  /^(?:your|my|some|the|a|any|test|local|demo|default|custom|example|sample|placeholder|path|to|another|other|new|fake|dummy|mock)?[-_.]?(?:own|custom|base|fine-?tuned|finetuned|large|small|tiny|big|hf|new|awesome|fake|dummy|mock|cool|great|favou?rite)?[-_.]?(?:model|models|repo|repository|repo[-_]?id|model[-_]?id|model[-_]?name|modelname|name|checkpoint|adapter|lora|llm|gguf|embedding|embeddings|reranker|tokenizer)(?:[-_.]?(?:name|id|here|path|repo|name[-_]?here|[\da-z]|\d+))?$/i;

export const placeholderAnywhere = /^<.*>$|[<>*|\\^]|\.\.\.|…|your[-_]|x{4,}|\bTODO\b|replace[-_]?me|change[-_]?me/i;

/** File endings that show a path, not a repository. `.gguf` and the like are for the file recogniser. */
export const fileEnding =
  /\.(?:ya?ml|json[cl5]?|toml|ini|cfg|conf|py|pyc|ipynb|[cm]?[jt]sx?|txt|md|mdx|rst|html?|css|s[ac]ss|less|xml|csv|tsv|parquet|arrow|sh|bash|ps1|bat|sql|log|lock|zip|tar|gz|tgz|bz2|xz|7z|whl|egg|jar|war|class|java|kt|go|rs|rb|php|cs|cpp|cc|c|h|hpp|so|dll|exe|dylib|png|jpe?g|gif|svg|webp|ico|bmp|mp[34]|wav|flac|ogg|webm|pdf|docx?|xlsx?|pptx?|ttf|woff2?|env|tf|tfvars|proto|graphql|vue|svelte|git|pem|crt|key|pid|sock|db|sqlite|ejs|jinja2?|j2|tmpl|hbs|tpl|service|spec|test|dockerfile|npy|npz|pkl|model|vocab|mar|engine|plan)$/i;

/** Files of weights. */
export const weightsEnding =
  /\.(?:gguf|ggml|safetensors|bin|pth|pt|ckpt|onnx|llamafile|tflite|mlmodel|task|litertlm)$/i;

/** The end of a name that says how the weights are packed. */
export const formatToken =
  /(?:^|[-_.])(?:gguf|ggml|awq|gptq|exl2|exl3|bnb|mlx|fp8|int8|int4|nf4|w4a16|w8a8|nvfp4|onnx|openvino|smolvla|openvla|vla|pi0(?:fast|5)?|q[2-8](?:_[\dK][_\w]*)?|[48]-?bit|instruct|chat|it)(?=$|[-_.])/i;

/** A number of parameters: `7b`, `8x7B`, `1.5b`, `135M`. */
export const sizeToken = /(?:^|[-_.a-z])(?:(?:\d+x)?\d+(?:[._p]\d+)?[bB]|\d{2,4}[mM])(?=$|[-_.])/;

/** Names that only services have, whoever stands before them. */
export const closedName =
  /^(?:(?:gemini|claude|imagen|veo|chatgpt)(?![a-z])|gpt-[345](?!\d*[bm]\b)|o[134](?:-|$)|grok-[2-9]|palm-?\d)[\w.-]*$/i;

/** Which of a family's models it is: `large`, `v3`, `uncased`, `patch14`. */
export const variantToken =
  /(?:^|[-_.])(?:tiny|mini|small|base|medium|large|huge|xl|xxl|turbo|uncased|cased|multilingual|distill(?:ed)?|patch\d+|v\d+(?:\.\d+)?|L-?\d+|reranker|vision|msmarco|mnli|\d+(?:\.\d+)?)(?=$|[-_.])/i;

/** Words of a repository's name that speak of data, code or a demo instead of a model. */
export const otherThanModel =
  /(?:^|[-_.])(?:datasets?|evals?|evaluation|corpus|benchmarks?|prompts?|conversations?|preferences?|prefs|feedback|generations?|mixture|completions|trajectories|pairs?|mix|mixer|ultrachat|ultrafeedback|sharegpt|gsm8k|wikitext|imdb|squad|oasst\d?|dolly[-_]15k|data|demo|space|playground|docs?|cookbook|recipes?|examples?|tutorials?|sdk|api|cli|app|client|server|ui|webui|plugin|action|actions|toolkit|tools|helm|charts?|operator|templates?|website|infra|stack|agent|agents|bench|arena|leaderboard|runner|engine|inference|training|finetuning|python|js|rs|go|cpp|java|candidates|instructions|alpaca[_-]2k.*|code-?llama-?playground)(?=$|[-_.])/i;

/** A quantisation or file tag behind a colon: `:Q4_K_M`, `:IQ2_XXS`, `:F16`, `:UD-Q4_K_XL`. */
export const quantTag = /^(?:UD-)?(?:I?Q\d|TQ\d|BF16|F16|F32|FP16|MXFP4)/i;

/** What may stand behind the colon of a hosted name: `:free`, `:nitro`, a provider of the router. */
export const routeTag =
  /^(?!latest$)(?:free|nitro|floor|online|extended|thinking|beta|exacto|fastest|cheapest|preferred|[a-z][a-z0-9-]{2,24}|[0-9a-f]{32,64})$/;

/** Ollama tags that no container image has: sizes, quantisations, kinds of tuning. */
export const ollamaTag =
  /^(?:e?\d+(?:\.\d+)?(?:x\d+(?:\.\d+)?)?[bm]|instruct|chat|text|code|base|vision|micro|mini|medium|small|tiny|cloud|q[2-8])(?=$|[-_.])|-(?:q[2-8]_\w+|fp16|cloud)$/i;
