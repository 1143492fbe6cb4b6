/** What `check --explain` says of a reference: which evidence made it one, in plain words. */
import { expect, test } from 'vitest';
import { fakeKnowledge } from '../../../test/corpus/knowledge.ts';
import { findReferences } from './index.ts';

test.each([
  ['a.yaml', 'model_id: acme/tern', ['key model_id says that it is a model']],
  ['a.yaml', 'checkpoint: acme/tern-7b', ['key checkpoint hints at a model', 'its name holds a size']],
  ['a.yaml', 'llm:\n  name: acme/tern', ['key name under llm, which speaks of models']],
  ['a.yaml', 'x: Qwen/Qwen3-8B', ['the database knows the model']],
  ['a.yaml', 'env:\n- name: MODEL_ID\n  value: acme/tern', ['value of MODEL_ID says that it is a model']],
  ['a.yaml', 'see: https://huggingface.co/acme/tern', ['an address on the hub']],
  ['a.yaml', 'model: groq/acme/tern', ['prefix groq/ of a provider', 'key model hints at a model']],
  ['a.sh', 'vllm serve acme/tern', ['argument of vllm serve, which takes models']],
  ['a.sh', 'python x.py --model_id acme/tern', ['option --model_id says that it is a model']],
  ['a.py', 'AutoModel.from_pretrained("acme/tern")', ['argument of from_pretrained, which takes models']],
  ['a.yaml', 'provider: ollama\nmodel: my-own', ['key model says that it is a model', 'Ollama runs it']],
  ['a.sh', 'ollama pull my-own', ['argument of ollama pull, which takes models']],
  ['a.yaml', 'x: llama3.2:3b', ["llama3.2 is in Ollama's library"]],
  ['README.md', '## Models\n- `Qwen/Qwen3-8B`\n- `acme/Tern`', ['in a list whose other names are models']],
  ['Modelfile', 'FROM my-own', ['FROM of a Modelfile']],
])('%s: %s', (path, text, why) => {
  const { references } = findReferences({ path, text }, fakeKnowledge, { includeCommented: false });
  expect(references.at(-1)?.why).toEqual(why);
});
