/** Ids whose licence is easily got wrong: by version, by size, by who packed it. Against the database as it stands. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../licenses-db/src/compile.ts';
import { openDatabase } from '../../../licenses-db/src/lookup.ts';
import { loadSources } from '../../../licenses-db/src/sources/load.ts';
import { createResolver } from './index.ts';

const database = openDatabase(JSON.stringify(compile(loadSources())));
const resolve = createResolver(database);

/** Governing licence, and with ` + ` those that apply besides, in the order of strictness; not what other sources dispute. */
const terms = (kind: 'huggingface' | 'ollama', id: string) =>
  resolve({ kind, id })
    .licenses.filter(({ via }) => via !== 'disputed')
    .map(({ license }) => license.id)
    .join(' + ') || null;

describe('on Hugging Face', () => {
  test.each([
    ['huggyllama/llama-7b', 'llama1'],
    ['meta-llama/Llama-2-7b-chat-hf', 'llama2'],
    ['codellama/CodeLlama-7b-hf', 'llama2'],
    ['meta-llama/Meta-Llama-3-8B-Instruct', 'llama3'],
    ['meta-llama/Llama-3.1-8B-Instruct', 'llama3.1'],
    ['meta-llama/Meta-Llama-3.1-405B', 'llama3.1'],
    ['meta-llama/Llama-3.2-11B-Vision-Instruct', 'llama3.2'],
    ['meta-llama/Llama-3.3-70B-Instruct', 'llama3.3'],
    ['meta-llama/Llama-4-Scout-17B-16E-Instruct', 'llama4'],
    ['meta-llama/Meta-Llama-Guard-2-8B', 'llama3'],
    ['meta-llama/Llama-Guard-3-8B', 'llama3.1'],
    ['meta-llama/Llama-Guard-3-1B', 'llama3.2'],
    ['google/gemma-3-4b-it', 'gemma'],
    ['google/gemma-3n-E4B-it', 'gemma'],
    ['google/gemma-4-31B-it', 'apache-2.0'],
    ['Qwen/Qwen2.5-3B-Instruct', 'qwen-research'],
    ['Qwen/Qwen2.5-7B-Instruct', 'apache-2.0'],
    ['Qwen/Qwen2.5-72B-Instruct', 'qwen'],
    ['Qwen/Qwen2.5-Coder-3B-Instruct', 'qwen-research'],
    ['Qwen/Qwen2-72B-Instruct', 'tongyi-qianwen'],
    ['Qwen/Qwen2-7B-Instruct', 'apache-2.0'],
    ['Qwen/Qwen3.8-27B', 'apache-2.0'],
    ['Qwen/Qwen3.8-2.4T-A95B', 'qwen3.8-max'],
    ['Qwen/Qwen3.8-Flash-Next', 'qwen-community-1.0'],
    ['zai-org/GLM-5.2', 'mit'],
    ['zai-org/GLM-5.3', 'glm-5.3'],
    ['zai-org/GLM-5.3-Flash', 'mit'],
    ['moonshotai/Kimi-K3', 'kimi-k3'],
    ['Lightricks/LTX-2.3', 'ltx-2-community-license-agreement'],
    ['Lightricks/LTX-2.5', 'ltx-2.x-community-license-agreement'],
    ['tencent/HunyuanVideo', 'tencent-hunyuan-video'],
    ['tencent/HunyuanVideo-1.5', 'tencent-hunyuan-video-1.5'],
    ['Qwen/Qwen3-8B', 'apache-2.0'],
    ['mistralai/Mistral-7B-Instruct-v0.3', 'apache-2.0'],
    ['mistralai/Codestral-22B-v0.1', 'mnpl-0.1'],
    ['mistralai/Mistral-Large-Instruct-2411', 'mrl-0.1'],
    ['mistralai/Mistral-Large-3-675B-Instruct-2512', 'apache-2.0'],
    ['mistralai/Mistral-Small-Instruct-2409', 'mrl-0.1'],
    ['mistralai/Mistral-Small-24B-Instruct-2501', 'apache-2.0'],
    ['deepseek-ai/DeepSeek-R1', 'mit'],
    ['deepseek-ai/DeepSeek-R1-Distill-Llama-8B', 'llama3.1 + mit'],
    ['deepseek-ai/DeepSeek-R1-Distill-Llama-70B', 'llama3.3 + mit'],
    ['deepseek-ai/DeepSeek-V3-0324', 'mit'],
    ['NousResearch/Hermes-3-Llama-3.1-8B', 'llama3.1'],
    ['openai/gpt-oss-20b', 'apache-2.0'],
    ['microsoft/phi-2', 'mit'],
    ['allenai/OLMo-2-1124-7B-Instruct', 'apache-2.0'],
  ])('%s: %s', (id, expected) => {
    expect(terms('huggingface', id)).toBe(expected);
  });
});

describe('repacked: the original’s licence, not the packer’s', () => {
  test.each([
    ['TheBloke/Llama-2-7B-Chat-GGUF', 'llama2', 'Llama 2'],
    ['unsloth/Llama-3.2-1B-Instruct-bnb-4bit', 'llama3.2', 'meta-llama/Llama-3.2-1B-Instruct'],
    ['bartowski/Hermes-3-Llama-3.1-8B-GGUF', 'llama3.1', 'NousResearch/Hermes-3-Llama-3.1-8B'],
    ['bartowski/google_gemma-4-E2B-it-GGUF', 'apache-2.0', 'google/gemma-4-E2B-it'],
    ['mlx-community/Qwen2.5-3B-Instruct-4bit', 'qwen-research', 'Qwen/Qwen2.5-3B-Instruct'],
    [
      'lmstudio-community/DeepSeek-R1-Distill-Llama-8B-GGUF',
      'llama3.1 + mit',
      'deepseek-ai/DeepSeek-R1-Distill-Llama-8B',
    ],
  ])('%s: %s, from %s', (id, expected, original) => {
    const model = resolve({ kind: 'huggingface', id });
    expect(terms('huggingface', id)).toBe(expected);
    expect(model.evidence.kind).toBe('republisher');
    expect([model.lineage[1]?.name, model.release]).toContain(original);
  });

  test('somebody else’s derivative in a packer’s account is known by its name only', () => {
    const model = resolve({ kind: 'huggingface', id: 'bartowski/Llama-3.1-8B-ArliAI-RPMax-v1.1-GGUF' });
    expect(model).toMatchObject({ license: { id: 'llama3.1' }, evidence: { kind: 'name' } });
    expect(model.publisher).toBeUndefined();
  });
});

describe('by a third party’s name: the base’s licence, with what the base itself was made from', () => {
  test.each([
    ['somebody/DeepSeek-R1-Distill-Llama-8B-abliterated', 'llama3.1 + mit'],
    ['somebody/My-Llama-3.1-8B-Tune', 'llama3.1'],
    ['somebody/My-Llama-3-Tune', 'llama3'],
    ['somebody/llama31_8b_tune', 'llama3.1'],
    ['somebody/llama33b-tune', 'llama1'],
    ['somebody/llama-33b-tune', 'llama1'],
    ['somebody/L3-8B-Tune', null],
    ['somebody/L3-70B-Tune', null],
    ['somebody/Llama-Song-3.2-3B', 'llama3.2'],
    ['somebody/qwen25-3b-tune', 'qwen-research'],
    ['somebody/Q2.5-32B-Tune', 'apache-2.0'],
    ['somebody/MS-Meadow-22B', 'mrl-0.1'],
    ['somebody/MS3.2-24B-Tune', 'apache-2.0'],
    ['somebody/L3.1-MS-Tune-70b', 'llama3.1'],
    ['somebody/R1-Distill-Llama-8B-tune', 'llama3.1 + mit'],
    ['somebody/gemma-2b-tune', 'gemma'],
    ['somebody/gemma-3-tune', 'gemma'],
    ['somebody/gemma-9b-tune', null],
    ['somebody/t5-base-klingon', null],
    ['somebody/flan-t5-base-tune', 'apache-2.0'],
    ['somebody/Tune-8x7B', null],
    ['somebody/Llama-3.1-8B-UltraLong-1M-Instruct-tune', 'cc-by-nc-4.0 + llama3.1'],
    ['somebody/Llama-3-1-8B-tune', null],
    ['somebody/SpatialThing-Qwen-14B', null],
    ['somebody/Qwen2.5-Tune', null],
    ['somebody/Qwen2.5-Tune-3B', 'qwen-research'],
    ['somebody/Mistral-Small-Instruct-2409-Tune', 'mrl-0.1'],
    ['somebody/TinyThing', null],
  ])('%s: %s', (id, expected) => {
    expect(terms('huggingface', id)).toBe(expected);
    expect(resolve({ kind: 'huggingface', id }).evidence.kind).not.toBe('family');
  });
});

describe('in the Ollama library the tag decides', () => {
  test.each([
    ['qwen2.5:3b', 'qwen-research'],
    ['qwen2.5:7b', 'apache-2.0'],
    ['qwen2.5', 'apache-2.0'],
    ['qwen2.5:72b', 'qwen-research + qwen'],
    ['qwen2.5-coder:3b', 'qwen-research'],
    ['qwen2:72b', 'tongyi-qianwen'],
    ['qwen:0.5b', 'tongyi-qianwen-research'],
    ['mistral-small:22b', 'mrl-0.1'],
    ['mistral-small:24b', 'apache-2.0'],
    ['mistral-large', 'mrl-0.1'],
    ['codestral', 'mnpl-0.1'],
    ['deepseek-r1:70b', 'llama3.3 + mit'],
    ['deepseek-r1:7b', 'mit + apache-2.0'],
    ['deepseek-r1:671b', 'mit'],
    ['llama3.1:8b-instruct-q4_K_M', 'llama3.1'],
    ['llama-guard3:1b', 'llama3.2'],
    ['llama-guard3:8b', 'llama3.1'],
    ['codellama:34b', 'llama2'],
    ['gemma3:4b', 'gemma'],
    ['gemma4', 'apache-2.0'],
    ['cogito:3b', 'llama3.2'],
    ['cogito:14b', 'apache-2.0'],
    ['zephyr:7b', 'mit + apache-2.0'],
    ['zephyr:141b', 'apache-2.0'],
  ])('%s: %s', (id, expected) => {
    expect(terms('ollama', id)).toBe(expected);
  });

  test.each(['qwen2.5:1000b', 'llama3.1:no-such-tag'])('%s is not guessed', (id) => {
    expect(resolve({ kind: 'ollama', id })).toMatchObject({ license: null, openness: 'unknown' });
  });
});

describe('ordinary words in a name speak of no model', () => {
  const words =
    `amber app apple aya bert bloom chat coder crystal deepseek detr dino dit dolphin embedding falcon flash gemma glm
    gpt granite hermes hub kimi large ling llama magnet mini mistral moon nano nova olive opt orca orange phi pixel qwen rag ring
    sam search solar speech star step studio titan turbo vision vit whisper yi zephyr`.split(/\s+/);
  test.each(words)('%s', (word) => {
    for (const name of [word, `my-${word}-service`, `${word}_api`, `acme.${word}`, `${word}-v9`]) {
      expect(database.familyInName(name)?.release.name).toBeUndefined();
      expect(database.familyOfName(name)?.release.name).toBeUndefined();
    }
  });
});

describe('openness', () => {
  test.each([
    ['allenai/OLMo-2-1124-7B-Instruct', 'open-source'],
    ['EleutherAI/pythia-1.4b', 'open-source'],
    ['Qwen/Qwen3-8B', 'open-weights'],
    ['mistralai/Mistral-7B-v0.1', 'open-weights'],
    ['meta-llama/Llama-3.1-8B', 'restricted-weights'],
    ['deepseek-ai/DeepSeek-R1-Distill-Llama-70B', 'restricted-weights'],
    ['Qwen/Qwen2.5-3B', 'noncommercial-weights'],
    ['acme/secret-7b', 'unknown'],
  ])('%s: %s', (id, expected) => {
    expect(resolve({ kind: 'huggingface', id }).openness).toBe(expected);
  });
});

/** No such models: what a maker publishes next may come under any terms. */
describe('what nobody has seen yet is unknown', () => {
  test.each([
    ['huggingface', 'Qwen/Qwen4-8B'],
    ['huggingface', 'Qwen/Qwen5-Max'],
    ['huggingface', 'Qwen/Qwen3.9-8B'],
    ['huggingface', 'meta-llama/Llama-5-70B'],
    ['huggingface', 'meta-llama/Llama-4.5-Scout'],
    ['huggingface', 'google/gemma-5-9b-it'],
    ['huggingface', 'mistralai/Mistral-9B-v2.0'],
    ['huggingface', 'mistralai/Mistral-7B-v0.5'],
    ['huggingface', 'mistralai/Mistral-Small-5-24B-Instruct'],
    ['huggingface', 'mistralai/Devstral-3-24B'],
    ['huggingface', 'mistralai/Ministral-4-8B'],
    ['huggingface', 'deepseek-ai/DeepSeek-V5'],
    ['huggingface', 'deepseek-ai/DeepSeek-R2'],
    ['huggingface', 'deepseek-ai/DeepSeek-V4.5'],
    ['huggingface', 'microsoft/phi-6'],
    ['huggingface', 'microsoft/Phi-5-mini-instruct'],
    ['huggingface', 'zai-org/GLM-6'],
    ['huggingface', 'zai-org/GLM-5.4'],
    ['huggingface', 'moonshotai/Kimi-K4'],
    ['huggingface', 'moonshotai/Kimi-K3.5'],
    ['huggingface', 'MiniMaxAI/MiniMax-M4'],
    ['huggingface', 'ibm-granite/granite-6.0-8b'],
    ['huggingface', 'ibm-granite/granite-5.0-8b'],
    ['huggingface', 'allenai/Olmo-4-7B'],
    ['huggingface', 'tiiuae/falcon-h3-7b'],
    ['huggingface', 'tiiuae/Falcon4-7B'],
    ['huggingface', 'nvidia/Nemotron-5-8B'],
    ['huggingface', 'stabilityai/stable-diffusion-5'],
    ['huggingface', 'stabilityai/stable-diffusion-4-large'],
    ['huggingface', 'black-forest-labs/FLUX.3-dev'],
    ['huggingface', 'openai/gpt-oss-2-20b'],
    ['huggingface', 'tencent/Hunyuan-A20B'],
    ['huggingface', 'baidu/ERNIE-5.5'],
    ['huggingface', 'baidu/ERNIE-5.5-21B-A3B-PT'],
    ['huggingface', 'LiquidAI/LFM3-1B'],
    ['huggingface', 'CohereLabs/command-z-2027'],
    ['huggingface', 'CohereLabs/c4ai-command-r-12-2027'],
    ['huggingface', 'jinaai/jina-embeddings-v6'],
    ['huggingface', 'BAAI/bge-m4'],
    ['huggingface', 'BAAI/bge-large-en-v2.5'],
    ['huggingface', 'nomic-ai/nomic-embed-text-v3'],
    ['huggingface', 'openbmb/MiniCPM5-9B'],
    ['huggingface', 'openbmb/MiniCPM6-9B'],
    ['huggingface', 'internlm/internlm4'],
    ['huggingface', 'internlm/internlm4-8b'],
    ['huggingface', '01-ai/Yi-2-34B'],
    ['huggingface', 'LGAI-EXAONE/EXAONE-5.0-32B'],
    ['huggingface', 'someone/Qwen4-8B-GGUF'],
    ['huggingface', 'someone/Llama-5-8B-GGUF'],
    ['huggingface', 'someone/gemma-5-9b-it-GGUF'],
    ['huggingface', 'someone/My-DeepSeek-V5-distill'],
    ['huggingface', 'someone/GLM-6-tune'],
    ['huggingface', 'someone/GLM-5.4-tune'],
    ['huggingface', 'someone/phi-6-mini'],
    ['huggingface', 'someone/Mistral-Small-5-24B-merge'],
    ['huggingface', 'unsloth/Qwen4-8B-GGUF'],
    ['huggingface', 'unsloth/GLM-6-GGUF'],
    ['huggingface', 'unsloth/gemma-5-9b-it'],
    ['huggingface', 'unsloth/DeepSeek-V5'],
    ['huggingface', 'bartowski/Llama-5-8B-GGUF'],
    ['huggingface', 'mlx-community/Kimi-K4-4bit'],
    ['ollama', 'llama5:8b'],
    ['ollama', 'llama5'],
    ['ollama', 'qwen4:7b'],
    ['ollama', 'gemma5'],
    ['ollama', 'glm-6'],
    ['ollama', 'someone/qwen4:8b'],
    ['ollama', 'hf.co/unsloth/Qwen4-8B-GGUF:Q4'],
    ['ollama', 'mistral-small5'],
    ['ollama', 'deepseek-v5'],
    ['hosted', 'qwen/qwen4-72b'],
    ['hosted', 'qwen4-72b'],
    ['hosted', 'meta-llama/llama-5-70b-instruct'],
    ['hosted', 'meta-llama/Llama-5-70B-Instruct-Turbo'],
    ['hosted', 'deepseek-ai/DeepSeek-V5'],
    ['hosted', 'deepseek/deepseek-v5'],
    ['hosted', 'deepseek-v5'],
    ['hosted', 'accounts/fireworks/models/qwen4-8b'],
    ['hosted', 'accounts/fireworks/models/llama-v5p1-70b-instruct'],
    ['hosted', 'meta.llama5-1-70b-instruct-v1:0'],
    ['hosted', '@cf/meta/llama-5-8b-instruct'],
    ['hosted', 'z-ai/glm-6'],
    ['hosted', 'moonshotai/kimi-k4'],
    ['hosted', 'minimax/minimax-m4'],
    ['hosted', 'google/gemma-5-9b-it'],
    ['hosted', 'mistralai/mistral-small-5'],
    ['hosted', 'openai/gpt-oss-2-20b'],
  ] as const)('%s %s', (kind, id) => {
    expect(resolve({ kind, id })).toMatchObject({ license: null, openness: 'unknown' });
  });
});
