/** Names of real services, resolved with the real database: the model served decides, and what is closed says so. */
import { openDatabase } from '@modelterms/licenses-db';
import { expect, test } from 'vitest';
import { compile } from '../../../licenses-db/src/compile.ts';
import { loadSources } from '../../../licenses-db/src/sources/load.ts';
import { createResolver } from './index.ts';

const resolve = createResolver(openDatabase(compile(loadSources())));

test.each([
  ['bedrock', 'meta.llama3-1-70b-instruct-v1:0', 'meta-llama/Llama-3.1-70b-Instruct', 'llama3.1'],
  ['bedrock', 'us.meta.llama3-3-70b-instruct-v1:0', 'meta-llama/Llama-3.3-70b-Instruct', 'llama3.3'],
  ['bedrock', 'arn:aws:bedrock:us-east-1::foundation-model/meta.llama3-8b-instruct-v1:0', 'Meta-Llama-3-8b', 'llama3'],
  ['bedrock', 'deepseek.r1-v1:0', 'deepseek-ai/DeepSeek-R1', 'mit'],
  ['azure', 'Meta-Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B-Instruct', 'llama3.1'],
  ['azure', 'azureml://registries/azureml-meta/models/Llama-3.2-1B/versions/2', 'Llama-3.2-1B', 'llama3.2'],
  ['groq', 'llama-3.3-70b-versatile', 'meta-llama/Llama-3.3-70b-Instruct', 'llama3.3'],
  ['groq', 'gemma2-9b-it', 'google/gemma-2-9b-it', 'gemma'],
  ['together', 'meta-llama/Llama-3.3-70B-Instruct-Turbo', 'meta-llama/Llama-3.3-70B-Instruct', 'llama3.3'],
  ['fireworks', 'accounts/fireworks/models/llama-v3p1-8b-instruct', 'Llama-3.1-8b-instruct', 'llama3.1'],
  ['openrouter', 'deepseek/deepseek-chat-v3-0324:free', 'deepseek-ai/DeepSeek-V3-0324', 'mit'],
  ['openrouter', 'qwen/qwen-2.5-72b-instruct', 'Qwen/Qwen2.5-72B-Instruct', 'qwen'],
  ['nvidia', 'nvcr.io/nim/meta/llama-3.1-8b-instruct', 'meta-llama/Llama-3.1-8b-instruct', 'llama3.1'],
  ['cloudflare', '@cf/meta/llama-3-8b-instruct', 'meta-llama/Meta-Llama-3-8B-Instruct', 'llama3'],
  ['vertex', 'publishers/meta/models/llama-3.1-405b-instruct-maas', 'Llama-3.1-405b-instruct', 'llama3.1'],
  ['mistral', 'open-mistral-nemo', 'mistralai/Mistral-Nemo-Instruct-2407', 'apache-2.0'],
])('%s serves %s: %s, %s', (provider, id, served, license) => {
  const model = resolve({ kind: 'hosted', id, provider });
  expect(
    model.lineage
      .map((step) => step.id)
      .join(' ')
      .toLowerCase(),
  ).toContain(served.toLowerCase());
  expect(model.license?.id).toBe(license);
});

test.each([
  'gpt-4o-mini',
  'ft:gpt-3.5-turbo-0125:acme::abc',
  'text-embedding-3-small',
  'o3-mini',
  'claude-3-5-sonnet-20241022',
  'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
  'gemini-1.5-pro',
  'text-bison@001',
  'Chinchilla',
  'amazon.nova-pro-v1:0',
  'command-r-plus-08-2024',
  'codestral-2501',
  'mistral-large-2411',
  'sonar-pro',
  'voyage-3-large',
  'grok-3-mini',
])('%s is closed', (id) => {
  const model = resolve({ kind: 'api', id });
  expect(model.openness).toBe('closed');
  expect(model.evidence.kind).toBe('catalogue');
});
