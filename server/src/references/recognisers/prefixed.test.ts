/** Names behind a provider's prefix, one row for each way of writing them; unknown names throughout, where one can be. */
import { expect, test } from 'vitest';
import { fakeKnowledge } from '../../../../test/corpus/knowledge.ts';
import { findReferences, mayHoldReferences } from '../index.ts';

function found(path: string, text: string): string {
  const document = { path, text };
  const { references } = findReferences(document, fakeKnowledge, { includeCommented: false });
  if (references.length > 0) expect(mayHoldReferences(document, fakeKnowledge)).toBe(true);
  return references.map(({ kind, id, text: own }) => `${kind} ${id === own ? id : `${id} as ${own}`}`).join('; ');
}

const words = (list: string) => list.split(' ');

test.each(
  words(
    'huggingface hosted_vllm vllm lm_studio llamafile xinference infinity docker_model_runner petals triton oobabooga lemonade custom_openai openai_like aiohttp_openai openai',
  ),
)('LiteLLM, %s/ runs ids of the hub', (prefix) => {
  expect(found('a.yaml', `litellm_params:\n  model: ${prefix}/acme/tern\n`)).toBe('huggingface acme/tern');
  expect(found('a.yaml', `model: ${prefix}/acme/harbor-7b\n`)).toBe('huggingface acme/harbor-7b');
});

test.each(
  words(
    'together_ai fireworks_ai openrouter deepinfra nebius novita featherless_ai hyperbolic baseten predibase nscale wandb friendliai siliconflow sambanova cerebras groq nvidia_nim replicate anyscale azure_ai databricks watsonx ' +
      'ovhcloud gradient_ai lambda_ai bytez aiml cometapi vercel_ai_gateway heroku datarobot compactifai clarifai galadriel publicai chutes helicone aihubmix nanogpt synthetic snowflake github cloudflare poe',
  ),
)('LiteLLM, %s/ hosts them', (prefix) => {
  expect(found('a.yaml', `litellm_params:\n  model: ${prefix}/acme/harbor-7b\n`)).toBe('hosted acme/harbor-7b');
  expect(found('a.py', `r = litellm.completion(model="${prefix}/Qwen/Qwen3-8B")`)).toBe('hosted Qwen/Qwen3-8B');
});

test.each([
  ['groq/llama-3.1-8b-instant', 'hosted llama-3.1-8b-instant'],
  ['meta_llama/Llama-3.3-70B-Instruct', 'hosted Llama-3.3-70B-Instruct'],
  ['snowflake/mistral-7b', 'hosted mistral-7b'],
  ['friendliai/meta-llama-3.1-8b-instruct', 'hosted meta-llama-3.1-8b-instruct'],
  ['compactifai/cai-tern-3-8b-slim', 'hosted cai-tern-3-8b-slim'],
  ['github/Llama-3.2-11B-Vision-Instruct', 'hosted Llama-3.2-11B-Vision-Instruct'],
  ['bedrock/converse/meta.llama3-1-8b-instruct-v1:0', 'hosted meta.llama3-1-8b-instruct-v1:0'],
  ['heroku/claude-4-sonnet', 'api claude-4-sonnet'],
  ['openai/responses/gpt-4o', 'api gpt-4o'],
  ['ai21_chat/tern-mini', 'api tern-mini'],
  ['v0/v0-1.5-md', 'api v0-1.5-md'],
  ['ollama_chat/my-own:7b', 'ollama my-own:7b'],
  ['ollama/hf.co/acme/harbor-7b-GGUF:Q4_K_M', 'huggingface acme/harbor-7b-GGUF'],
  ['litellm_proxy/my-alias', ''],
  ['auto_router/auto_router_1', ''],
  ['bedrock/arn:aws:bedrock:us-east-1:123456789012:imported-model/abc', ''],
])('LiteLLM, %s', (value, expected) => {
  expect(found('a.yaml', `litellm_params:\n  model: ${value}\n`)).toBe(expected);
});

test.each([
  ['openai:chat:gpt-4o-mini', 'api gpt-4o-mini'],
  ['aimlapi:chat:deepseek-r1', 'hosted deepseek-r1'],
  ['atlascloud:acme/harbor-7b', 'hosted acme/harbor-7b'],
  ['cloudflare-ai:@cf/acme/harbor-7b', 'hosted @cf/acme/harbor-7b'],
  ['cloudera:llama-2-13b-chat', 'hosted llama-2-13b-chat'],
  ['docker:ai/llama3.2:3B-Q4_K_M', 'hosted ai/llama3.2:3B-Q4_K_M'],
  ['docker:chat:ai/llama3.2', 'hosted ai/llama3.2'],
  ['github:openai/gpt-5', 'api openai/gpt-5'],
  ['groq:acme/harbor-7b', 'hosted acme/harbor-7b'],
  ['huggingface:chat:acme/tern', 'huggingface acme/tern'],
  ['huggingface:image-classification:acme/tern', 'huggingface acme/tern'],
  ['transformers:feature-extraction:acme/tern', 'huggingface acme/tern'],
  ['llamaapi:chat:Llama-3.3-8B-Instruct', 'hosted Llama-3.3-8B-Instruct'],
  ['novita:chat:acme/harbor-7b', 'hosted acme/harbor-7b'],
  ['litellm:chat:ollama/llama3.2', 'ollama llama3.2'],
  ['ollama:chat:my-own:7b', 'ollama my-own:7b'],
  ['ollama:embeddings:nomic-embed-text', 'ollama nomic-embed-text'],
  ['ollama:chat:hf.co/acme/tern-GGUF', 'huggingface acme/tern-GGUF'],
  ['file://acme/harbor-7b.py', ''],
  ['python:provider.py', ''],
  ['https://api.example.com/v1/models', ''],
  ['promptfoo:simulated-user', ''],
])('promptfoo, %s', (value, expected) => {
  expect(found('promptfooconfig.yaml', `prompts: [p.txt]\nproviders:\n  - "${value}"\n`)).toBe(expected);
  expect(found('promptfooconfig.yaml', `providers:\n  - id: "${value}"\n    config: {temperature: 0}\n`)).toBe(
    expected,
  );
});

test.each([
  'url = "github:meta-llama/llama-models"',
  'inputs = { models.url = "github:NixOS/nixpkgs" }',
  'image = "docker:ai/llama3.2"',
  'source = "vercel:acme/llama-7b"',
])('what other tools begin alike is no prefix: %s', (text) => {
  expect(found('a.toml', text)).toBe('');
});
