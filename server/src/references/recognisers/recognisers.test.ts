/** One line or few for each shape and each entry of the tables, with what is found marked below it. */
import { describe, expect, test } from 'vitest';
import { marked } from '../../../../test/corpus/marked.ts';

/** Name of the case, file name, marked text. */
type Case = readonly [name: string, path: string, text: string];

const cases = (heading: string, list: readonly Case[]) =>
  describe(heading, () => {
    test.each(list)('%s', (_, path, text) => {
      const trimmed = text.replace(/^\n/, '').trimEnd();
      expect(marked(path, trimmed)).toBe(trimmed);
    });
  });

cases('hub ids', [
  [
    'revision',
    'a.yaml',
    `
model: acme/secret-7b@refs/pr/1
//     ^^^^^^^^^^^^^^ huggingface @refs/pr/1`,
  ],
  [
    'quantisation',
    'a.yaml',
    `
model: acme/secret-7b-GGUF:Q4_K_M
//     ^^^^^^^^^^^^^^^^^^^ huggingface file Q4_K_M`,
  ],
  [
    'file',
    'a.yaml',
    `
model: acme/secret-7b-GGUF/secret.Q4_K_M.gguf
//     ^^^^^^^^^^^^^^^^^^^ huggingface file secret.Q4_K_M.gguf`,
  ],
  [
    'router',
    'a.yaml',
    `
model: acme/secret-7b:together
//     ^^^^^^^^^^^^^^ huggingface`,
  ],
  [
    'a known model, wherever it stands',
    'a.yaml',
    `
anything: Qwen/Qwen3-8B
//        ^^^^^^^^^^^^^ huggingface`,
  ],
  ...['acme/imagenet-resnet-50', 'acme/palm-tree-classifier', 'acme/veos-7b', 'Xenova/claude-tokenizer'].map(
    (id): Case => [
      `a repository whose name begins like a service's: ${id}`,
      'a.py',
      `
m = AutoModel.from_pretrained("${id}")
//                             ${'^'.repeat(id.length)} huggingface`,
    ],
  ),
  ['an unknown one without a word for it', 'a.yaml', 'anything: acme/secret-7b'],
  [
    'looks like a model, under a key that says little',
    'a.yaml',
    `
name: acme/llama-3-7b
//    ^^^^^^^^^^^^^^^ huggingface`,
  ],
  ['not an organisation', 'a.yaml', 'model: src/main-7b'],
  ['a file of code', 'a.yaml', 'model: acme/model.py'],
  ['three parts', 'a.yaml', 'model: acme/models/secret-7b'],
  ['a hole', 'a.yaml', `model: acme/\${NAME}-7b`],
  ['a name that chooses', 'a.yaml', 'llm: acme/auto'],
]);

cases('hub addresses', [
  [
    'page',
    'a.yaml',
    `
x: https://huggingface.co/acme/secret
//                        ^^^^^^^^^^^ huggingface`,
  ],
  [
    'revision in the path',
    'a.yaml',
    `
x: https://huggingface.co/acme/secret/tree/v1.0
//                        ^^^^^^^^^^^ huggingface @v1.0`,
  ],
  [
    'file',
    'a.yaml',
    `
x: https://hf.co/acme/secret/resolve/main/a/b.gguf?download=true
//               ^^^^^^^^^^^ huggingface file a/b.gguf`,
  ],
  [
    'scheme and file',
    'a.yaml',
    `
x: hf://acme/secret/b.gguf
//      ^^^^^^^^^^^ huggingface file b.gguf`,
  ],
  [
    'API',
    'a.yaml',
    `
x: https://huggingface.co/api/models/acme/secret
//                                   ^^^^^^^^^^^ huggingface`,
  ],
  [
    'inference',
    'a.yaml',
    `
x: https://router.huggingface.co/hf-inference/models/acme/secret
//                                                   ^^^^^^^^^^^ huggingface`,
  ],
  [
    'an old name',
    'a.yaml',
    `
x: https://huggingface.co/gpt2
//                        ^^^^ huggingface = openai-community/gpt2`,
  ],
  [
    'pages that are none',
    'a.txt',
    'https://huggingface.co/models https://huggingface.co/acme https://huggingface.co/join',
  ],
  ['a user, not a model', 'a.txt', 'https://huggingface.co/datasets/acme/x https://hf.co/spaces/acme/x'],
  ['under data, still data', 'a.yaml', 'dataset_url: https://huggingface.co/acme/secret'],
]);

cases('names without organisation', [
  [
    'under a model key',
    'a.yaml',
    `
embedding_model: all-mpnet-base-v2
//               ^^^^^^^^^^^^^^^^^ huggingface embedding = sentence-transformers/all-mpnet-base-v2`,
  ],
  ['elsewhere', 'a.yaml', 'note: gpt2'],
]);

cases('Ollama', [
  [
    'name and size',
    'a.txt',
    `
we use llama3.2:3b here
//     ^^^^^^^^^^^ ollama`,
  ],
  ['tag that images have, too', 'a.yaml', 'x: mistral:1.2.3'],
  [
    "a name of one's own, where Ollama runs it",
    'a.yaml',
    `
provider: ollama
model: my-bot
//     ^^^^^^ ollama`,
  ],
  [
    'by the address of its server',
    'a.yaml',
    `
api_base: http://localhost:11434/v1
model: my-bot
//     ^^^^^^ ollama`,
  ],
  [
    'by the variable',
    '.env',
    `
OLLAMA_MODEL=my-bot
//           ^^^^^^ ollama`,
  ],
  ['a name that stands for none', 'a.yaml', 'provider: ollama\nmodel: AUTODETECT'],
  [
    "the library's, where the text speaks of Ollama",
    '.env',
    `
LLM=mistral # any Ollama model
//  ^^^^^^^ ollama`,
  ],
  ['and where it does not', '.env', 'LLM=mistral'],
  [
    "another provider's",
    'a.yaml',
    `
provider: mistral # not ollama
model: mistral-small-x
//     ^^^^^^^^^^^^^^^ hosted by mistral`,
  ],
  [
    'namespace',
    'a.sh',
    `
ollama pull acme/bot:7b
//          ^^^^^^^^^^^ ollama`,
  ],
  [
    'library',
    'a.sh',
    `
ollama pull library/phi3
//          ^^^^^^^^^^^^ ollama = phi3`,
  ],
  [
    'address',
    'a.txt',
    `
https://ollama.com/library/llama3.2:1b
//                         ^^^^^^^^^^^ ollama`,
  ],
  ['a page of the site', 'a.txt', 'https://ollama.com/download https://ollama.com/library https://ollama.com/blog/x'],
  [
    'inline code',
    'a.md',
    `
Ollama runs \`llama3.2\` and \`solar\`.
//           ^^^^^^^^ ollama`,
  ],
]);

cases('services', [
  [
    'Bedrock',
    'a.yaml',
    `
x: us.meta.llama3-1-70b-instruct-v1:0
// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hosted by bedrock`,
  ],
  [
    'Bedrock, closed',
    'a.yaml',
    `
x: anthropic.claude-3-haiku-20240307-v1:0
// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ api by bedrock`,
  ],
  ['protocol buffers', 'a.yaml', 'x: google.protobuf.v1'],
  [
    'Cloudflare',
    'a.yaml',
    `
x: "@cf/meta/llama-3-8b-instruct"
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hosted by cloudflare`,
  ],
  [
    'NIM',
    'a.yaml',
    `
image: nvcr.io/nim/meta/llama-3.1-8b-instruct:1.3
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hosted by nvidia`,
  ],
  [
    'Azure',
    'a.yaml',
    `
x: azureml://registries/azureml-meta/models/Llama-2-7b/versions/3
//                                          ^^^^^^^^^^ hosted by azureml`,
  ],
  [
    'Vertex',
    'a.yaml',
    `
x: projects/p/locations/us-east1/publishers/meta/models/llama-3.1-8b
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hosted by vertex_ai`,
  ],
  [
    'JumpStart',
    'a.yaml',
    `
model_id: meta-textgeneration-llama-2-7b
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hosted by sagemaker`,
  ],
  [
    'Docker',
    'a.sh',
    `
docker model run ai/smollm2:360M
//               ^^^^^^^^^^^^^^^ hosted by docker`,
  ],
  [
    'a maker at a service',
    'a.yaml',
    `
model: meta/llama-3.1-8b-instruct # chat
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^ hosted by openrouter`,
  ],
  [
    'a hub id at a service',
    'a.yaml',
    `
provider: together
model: Qwen/Qwen3-8B
//     ^^^^^^^^^^^^^ hosted by together`,
  ],
]);

cases('prefixes', [
  [
    'ollama/',
    'a.yaml',
    `
model: ollama/my-bot:7b
//            ^^^^^^^^^ ollama`,
  ],
  [
    'hosted_vllm/',
    'a.yaml',
    `
model: hosted_vllm/acme/secret
//                 ^^^^^^^^^^^ huggingface by hosted_vllm`,
  ],
  [
    'huggingface:task:',
    'a.yaml',
    `
model: huggingface:feature-extraction:acme/secret
//                                    ^^^^^^^^^^^ huggingface by huggingface`.replace(' by huggingface', ''),
  ],
  [
    'groq/',
    'a.yaml',
    `
model: groq/llama-3.1-8b-instant
//          ^^^^^^^^^^^^^^^^^^^^ hosted by groq`,
  ],
  [
    'openrouter/ and :free',
    'a.yaml',
    `
model: openrouter/acme/secret-7b:free
//                ^^^^^^^^^^^^^^ hosted by openrouter`,
  ],
  [
    'openai/ before an id',
    'a.yaml',
    `
model: openai/acme/secret
//            ^^^^^^^^^^^ huggingface by openai`,
  ],
  [
    'openai/ before a name',
    'a.yaml',
    `
model: openai/gpt-4o
//            ^^^^^^ api by openai`,
  ],
  [
    'openai weights',
    'a.yaml',
    `
model: openai/gpt-oss-20b
//     ^^^^^^^^^^^^^^^^^^ huggingface`,
  ],
  [
    'an organisation called like a provider',
    'a.yaml',
    `
repo_id: nvidia/Secret-7B # of a model
//       ^^^^^^^^^^^^^^^^ huggingface`,
  ],
  ['an image called like a provider', 'compose.yaml', 'image: ollama/ollama'],
]);

cases('files', [
  [
    'path',
    'a.yaml',
    `
model: ./models/Meta-Llama-3-8B.Q4_K_M.gguf
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ file`,
  ],
  ['a name that tells nothing', 'a.yaml', 'model: ./models/model.gguf'],
  ['in a bucket', 'a.yaml', 'model: s3://bucket/Meta-Llama-3-8B.gguf'],
]);

cases('roles', [
  [
    'tokenizer',
    'a.yaml',
    `
tokenizer_name: acme/secret-7b
//              ^^^^^^^^^^^^^^ huggingface tokenizer`,
  ],
  [
    'embedding',
    'a.yaml',
    `
embedder: acme/secret-7b
//        ^^^^^^^^^^^^^^ huggingface embedding`,
  ],
  [
    'reranker',
    'a.yaml',
    `
reranker_model: acme/secret-7b
//              ^^^^^^^^^^^^^^ huggingface reranker`,
  ],
  [
    'draft',
    'a.sh',
    `
vllm serve acme/secret-7b --speculative-model acme/draft-1b
//         ^^^^^^^^^^^^^^ huggingface
//                                            ^^^^^^^^^^^^^ huggingface draft`,
  ],
  [
    'adapter',
    'a.yaml',
    `
adapter_name_or_path: acme/secret-7b
//                    ^^^^^^^^^^^^^^ huggingface adapter`,
  ],
  [
    'base',
    'a.yaml',
    `
base_model: acme/secret-7b
//          ^^^^^^^^^^^^^^ huggingface base`,
  ],
  [
    'base, in a Modelfile',
    'Modelfile',
    `
FROM llama3.2
//   ^^^^^^^^ ollama base`,
  ],
  [
    'base, by a tag',
    'README.md',
    `
---
tags: ["base_model:quantized:acme/secret-7b"]
//                           ^^^^^^^^^^^^^^ huggingface base
---`,
  ],
]);

test('in comments only where that is asked for', () => {
  const text = [
    '# model: acme/secret-7b',
    '//       ^^^^^^^^^^^^^^ huggingface commented',
    'a: 1 # see https://hf.co/acme/secret',
    '//                       ^^^^^^^^^^^ huggingface commented',
  ].join('\n');
  expect(marked('a.yaml', text, true)).toBe(text);
  expect(marked('a.yaml', text)).toBe('# model: acme/secret-7b\na: 1 # see https://hf.co/acme/secret');
});
