/** The rules beyond single clauses: across references, against the policy, about the policy file and comments. */
import type { CROSS_RULES } from '../../server/src/terms/types.ts';
import { one, type Row } from './row.ts';

const card = (license: string, base: string): string =>
  `---\nlicense: ${license}\nbase_model: ${base}\n---\n\nA model.\n`;

const merge = (...models: readonly string[]): string =>
  `models:\n${models.map((model) => `  - model: ${model}\n`).join('')}merge_method: linear\n`;

const pushed = (base: string, name: string): string => `base_model: ${base}\nhub_model_id: ${name}\n`;

const accepting = (exception: string): string =>
  `exceptions:\n  - { model: 'qwen2.5:3b', reason: evaluation, ${exception} }\n`;
const NO_GUESS = 'a date is past or it is not, and a whole check knows what was used';

export const CROSS_ROWS: Readonly<Record<(typeof CROSS_RULES)[number], Row>> = {
  'license-mismatch': {
    path: 'README.md',
    text: card('apache-2.0', 'meta-llama/Llama-3.1-8B'),
    fires: { says: 'Declared as Apache 2.0, but the terms of the Llama 3.1 licence stay with everything made from' },
    quiet: { text: card('llama3.1', 'meta-llama/Llama-3.1-8B') },
    cannotTell: { text: card('apache-2.0', 'acme/secret-7b'), silent: true },
  },
  'merge-conflict': {
    path: 'merge.yaml',
    text: merge('meta-llama/Llama-2-7b-hf', 'mistralai/Mistral-7B-v0.1'),
    fires: { says: 'the Llama 2 licence forbids using the model to improve others than its own derivatives' },
    quiet: { text: merge('meta-llama/Llama-3.1-8B', 'mistralai/Mistral-7B-v0.1') },
    cannotTell: { text: merge('acme/secret-7b', 'mistralai/Mistral-7B-v0.1'), silent: true },
  },
  'derivative-name': {
    path: 'train.yaml',
    text: pushed('meta-llama/Meta-Llama-3-8B', 'acme/support-8b'),
    fires: { says: 'Llama 3 licence: the name “acme/support-8b” must begin with “Llama 3”' },
    quiet: { text: pushed('meta-llama/Meta-Llama-3-8B', 'acme/Llama-3-support-8b') },
    cannotTell: { text: pushed('acme/secret-7b', 'acme/support-8b'), silent: true },
  },
  'notice-missing': {
    ...one('meta-llama/Llama-3.1-8B'),
    fires: { usage: { distributes: true }, notices: '', says: 'the words stand nowhere in the project' },
    quiet: {
      usage: { distributes: true },
      notices:
        'Built with Llama. Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.',
      says: 'the words are there',
    },
    cannotTell: { usage: { distributes: true }, silent: true },
  },
  'policy-denied': {
    ...one('meta-llama/Llama-3.1-8B'),
    policy: 'policy: { minimumOpenness: open-weights }\n',
    fires: { says: 'the policy asks for open weights or more open; this model: restricted weights' },
    quiet: { text: 'model: Qwen/Qwen2.5-7B\n' },
    cannotTell: { text: 'model: acme/secret-7b\n', says: 'the openness of acme/secret-7b is not known' },
  },
  'expired-exception': {
    ...one('qwen2.5:3b'),
    path: 'app.yaml',
    policy: accepting('expires: 2026-06-30'),
    fires: { says: 'The exception for qwen2.5:3b ran out on 2026-06-30' },
    quiet: { policy: accepting('expires: 2026-11-22') },
    cannotTell: NO_GUESS,
  },
  'unused-exception': {
    path: 'Modelfile',
    text: 'FROM qwen2.5:7b\n',
    policy: accepting('expires: 2027-06-30'),
    fires: { says: 'Nothing needs the exception for qwen2.5:3b any more' },
    quiet: { text: 'FROM qwen2.5:3b\n' },
    cannotTell: NO_GUESS,
  },
  'unused-suppression': {
    path: 'Modelfile',
    text: '# modelterms-ignore: non-commercial -- evaluation\nFROM qwen2.5:7b\n',
    fires: { says: 'This suppression has no effect' },
    quiet: { text: '# modelterms-ignore: non-commercial -- evaluation\nFROM qwen2.5:3b\n' },
    cannotTell: 'a comment silences something or it does not',
  },
  'unknown-license': {
    ...one('acme/secret-7b'),
    fires: { says: 'No licence is known for acme/secret-7b' },
    quiet: { policy: 'models:\n  - { id: acme/secret-7b, license: mit }\n' },
    cannotTell: 'that nobody can tell is what it says',
  },
  'license-disagreement': {
    path: 'Modelfile',
    text: 'FROM qwen2.5:72b\n',
    fires: { says: 'Sources disagree: Qwen Research licence' },
    quiet: { text: 'FROM qwen2.5:32b\n' },
    cannotTell: { text: 'FROM acme/secret\n', silent: true },
  },
};
