/** What a user has to be able to rely on first, for the editor and the command line alike. */
export interface First {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** The reference, as it stands in the text; left out: silence. */
  readonly reference?: string;
  readonly license?: string | null;
  readonly openness?: string;
  /** Level and rule of the worst finding; left out: nothing to warn of. */
  readonly finding?: readonly [severity: string, rule: string];
  /** What the card says, and what it does not. */
  readonly card?: readonly RegExp[];
  readonly notOnCard?: readonly RegExp[];
}

export const FIRSTS: readonly First[] = [
  {
    name: 'Llama 3.1: a threshold, words to show, a name to carry, a use policy',
    file: 'config.yaml',
    text: 'model: meta-llama/Llama-3.1-8B-Instruct\n',
    reference: 'meta-llama/Llama-3.1-8B-Instruct',
    license: 'llama3.1',
    openness: 'restricted-weights',
    finding: ['information', 'user-threshold'],
    card: [/700,000,000 monthly/, /release/, /“Built with Llama”/, /“Llama”/, /Use Policy/],
  },
  {
    name: 'Qwen 2.5 3B on Ollama: non-commercial',
    file: 'Modelfile',
    text: 'FROM qwen2.5:3b\n',
    reference: 'qwen2.5:3b',
    license: 'qwen-research',
    openness: 'noncommercial-weights',
    finding: ['warning', 'non-commercial'],
    card: [/non-commercial/i],
  },
  {
    name: 'Qwen 2.5 7B on Ollama: Apache-2.0',
    file: 'Modelfile',
    text: 'FROM qwen2.5:7b\n',
    reference: 'qwen2.5:7b',
    license: 'apache-2.0',
    openness: 'open-weights',
    card: [/Apache/],
  },
  {
    name: 'a repacked Llama 2: its terms through its lineage, and no words that Llama 2 does not ask for',
    file: 'config.yaml',
    text: 'model: TheBloke/Llama-2-7B-Chat-GGUF\n',
    reference: 'TheBloke/Llama-2-7B-Chat-GGUF',
    license: 'llama2',
    openness: 'restricted-weights',
    finding: ['information', 'user-threshold'],
    card: [/meta-llama\/Llama-2-7b-chat/i, /Llama 2/],
    notOnCard: [/Built with/],
  },
  {
    name: 'Gemma 4: Apache-2.0',
    file: 'config.yaml',
    text: 'model: google/gemma-4-31B-it\n',
    reference: 'google/gemma-4-31B-it',
    license: 'apache-2.0',
    openness: 'open-weights',
  },
  {
    name: 'OLMo 2: open source',
    file: 'config.yaml',
    text: 'model: allenai/OLMo-2-1124-7B-Instruct\n',
    reference: 'allenai/OLMo-2-1124-7B-Instruct',
    license: 'apache-2.0',
    openness: 'open-source',
    card: [/Open source/],
  },
  {
    name: 'a model nobody knows: a hint',
    file: 'config.yaml',
    text: 'model: acme/secret-7b\n',
    reference: 'acme/secret-7b',
    license: null,
    openness: 'unknown',
    finding: ['hint', 'unknown-license'],
  },
  {
    name: 'an action',
    file: '.github/workflows/ci.yml',
    text: 'jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n',
  },
  { name: 'a container image', file: 'compose.yaml', text: 'services:\n  web:\n    image: nginx:latest\n' },
  { name: 'an image in a Dockerfile', file: 'Dockerfile', text: 'FROM nginx:latest\n' },
  { name: 'a path', file: 'config.yaml', text: 'source: src/main\nmodel_path: src/main\n' },
  { name: 'a time zone', file: 'compose.yaml', text: 'services:\n  a:\n    environment:\n      TZ: Europe/Berlin\n' },
  { name: 'a MIME type', file: 'config.json', text: '{"accept": "application/json", "type": "application/json"}\n' },
  { name: 'a Helm image', file: 'values.yaml', text: 'image:\n  repository: vllm/vllm-openai\n  tag: v0.11.0\n' },
];

/** Ids that try to be something else. */
export const HOSTILE_IDS: readonly (readonly [name: string, id: string])[] = [
  ['a command link', '[x](command:workbench.action.quit)'],
  ['a command link in an id', 'acme/[x](command:workbench.action.quit)'],
  ['an image tag', 'acme/<img src=x>'],
  ['back-ticks', 'acme/`a` ``b`` ```c'],
  ['ten thousand characters', `acme/${'a'.repeat(10_000)}`],
  ['control characters', 'acme/a\u0007b\u001B[31mc'],
  ['direction marks', 'acme/\u202Eledom\u202C'],
  ['zero width', 'acme/mo\u200Bdel\u2060-7b'],
];
