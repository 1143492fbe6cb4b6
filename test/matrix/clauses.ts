/** The rules that weigh one clause. */
import type { ClauseType } from '@modelterms/licenses-db';
import { one, own, type Row } from './row.ts';

const LLAMA = 'meta-llama/Llama-3.1-8B';
const OPEN = 'model: allenai/OLMo-2-1124-7B\n';
const ONLY_PEOPLE = 'only people can judge it, whatever is declared: it is a note wherever the clause stands';
const ALWAYS = 'it holds whatever is done: no fact would settle it';

const distil = (teacher: string): string => `teacher_model: ${teacher}\nstudent_model: Qwen/Qwen2.5-7B\n`;

export const CLAUSE_ROWS: Readonly<Record<ClauseType, Row>> = {
  'non-commercial': {
    ...one('Qwen/Qwen2.5-3B-Instruct'),
    fires: { usage: { commercial: true }, says: 'you declared commercial use' },
    quiet: { usage: { commercial: false }, says: 'you declared non-commercial use' },
    cannotTell: { says: 'Non-commercial use only' },
  },
  'research-only': {
    ...one('mistralai/Mistral-Large-Instruct-2407'),
    fires: { usage: { commercial: true }, says: 'you declared commercial use' },
    quiet: { usage: { commercial: false, fields: ['research'] }, says: 'you declared research' },
    cannotTell: { usage: { commercial: false }, says: 'Research use only', severity: 'information' },
  },
  'user-threshold': {
    ...one(LLAMA),
    fires: {
      usage: { monthlyActiveUsers: 800_000_000 },
      says: 'you need a licence from Meta (counted in the month before the version’s release, 2024-07-23; affiliates included); you declared 800,000,000 monthly users',
    },
    quiet: { usage: { monthlyActiveUsers: 120_000 }, says: 'does not apply: you declared 120,000 monthly users' },
    cannotTell: { says: 'Above 700,000,000 monthly users you need a licence from Meta' },
  },
  'revenue-threshold': {
    ...one('stabilityai/stable-diffusion-3.5-large'),
    fires: {
      usage: { annualRevenue: { amount: 2_000_000, currency: 'USD' } },
      says: 'Above 1,000,000 USD of yearly revenue you need a licence from Stability AI (affiliates included); you declared 2,000,000 USD',
    },
    quiet: {
      usage: { annualRevenue: { amount: 500_000, currency: 'USD' } },
      says: 'you declared 500,000 USD of yearly revenue',
    },
    cannotTell: {
      usage: { annualRevenue: { amount: 2_000_000, currency: 'EUR' } },
      says: 'you declared 2,000,000 EUR; the threshold is in USD',
    },
  },
  'threshold-attribution': {
    ...one('moonshotai/Kimi-K2-Instruct'),
    fires: {
      usage: { monthlyActiveUsers: 200_000_000 },
      says: 'show “Kimi K2” prominently in: user interface; you declared',
    },
    quiet: {
      usage: { monthlyActiveUsers: 120_000, annualRevenue: { amount: 5_000_000, currency: 'USD' } },
      says: 'you declared 120,000 monthly users; you declared 5,000,000 USD of yearly revenue',
    },
    cannotTell: { usage: { monthlyActiveUsers: 120_000 }, says: 'or 20,000,000 USD of monthly revenue' },
  },
  attribution: {
    ...one('mistralai/Mistral-7B-v0.1'),
    fires: { usage: { distributes: true }, says: 'Keep with every copy' },
    quiet: { usage: { distributes: false }, says: 'you declared that you do not distribute the model' },
    cannotTell: { says: 'Keep with every copy' },
  },
  'attribution-display': {
    ...one('meta-llama/Meta-Llama-3-8B'),
    fires: { usage: { distributes: true }, says: 'Show “Built with Meta Llama 3” prominently' },
    quiet: { usage: { distributes: true }, notices: 'Built with Meta Llama 3', says: 'the words are there' },
    cannotTell: { says: 'Show “Built with Meta Llama 3” prominently' },
  },
  'notice-file': {
    ...one(LLAMA),
    fires: { usage: { distributes: true }, says: 'Keep in a “Notice” file beside every copy' },
    quiet: {
      usage: { distributes: true },
      notices:
        'Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.',
      says: 'the words are there',
    },
    cannotTell: { says: 'Keep in a “Notice” file beside every copy' },
  },
  'derivative-name-prefix': {
    ...one(LLAMA),
    fires: {
      usage: { fineTunes: true, distributes: true },
      says: 'pass on with “Llama”; you declared that you fine-tune',
    },
    quiet: { usage: { fineTunes: false, trainsOnOutputs: false }, says: 'you declared that you do not fine-tune' },
    cannotTell: { says: 'pass on with “Llama”' },
  },
  'license-copy': {
    ...one('Qwen/Qwen2.5-7B'),
    fires: { usage: { distributes: true }, says: 'Pass on a copy of the licence' },
    quiet: { usage: { distributes: false }, says: 'you declared that you do not distribute the model' },
    cannotTell: { says: 'Pass on a copy of the licence' },
  },
  'state-changes': {
    ...one('Qwen/Qwen2.5-7B'),
    fires: { usage: { fineTunes: true, distributes: true }, says: 'that you changed it' },
    quiet: { usage: { fineTunes: false }, says: 'you declared that you do not fine-tune' },
    cannotTell: { usage: { distributes: true }, says: 'that you changed it' },
  },
  'output-training': {
    path: 'distil.yaml',
    text: distil('meta-llama/Meta-Llama-3-70B'),
    fires: { says: 'improve other models (except: improving Meta Llama 3 or its derivatives); this file trains' },
    quiet: { text: distil('mistralai/Mistral-7B-v0.1') },
    cannotTell: { text: 'model: meta-llama/Meta-Llama-3-70B\n', says: 'Do not use it or its outputs to improve other' },
  },
  'distilled-is-derivative': {
    path: 'distil.yaml',
    text: distil('google/gemma-3-27b-it'),
    fires: { says: 'counts as a derivative and comes under the same terms; this file trains another model' },
    quiet: {
      text: 'model: google/gemma-3-27b-it\n',
      usage: { trainsOnOutputs: false },
      says: 'you declared that you train no models on outputs',
    },
    cannotTell: { text: 'model: google/gemma-3-27b-it\n', says: 'counts as a derivative' },
  },
  'output-commercial-use': {
    ...one('stabilityai/stable-diffusion-xl-base-0.9'),
    fires: { usage: { commercial: true }, says: 'The outputs may not be used commercially; you declared commercial' },
    quiet: { usage: { commercial: false }, says: 'you declared non-commercial use' },
    cannotTell: { says: 'The outputs may not be used commercially' },
  },
  'acceptable-use': {
    ...one('google/gemma-3-4b-it'),
    fires: { says: 'Not for what the Gemma Prohibited Use Policy forbids' },
    quiet: { text: OPEN },
    cannotTell: ALWAYS,
  },
  'flow-down': {
    ...one('google/gemma-3-4b-it'),
    fires: { usage: { distributes: true }, says: 'to its use restrictions; you declared that you distribute' },
    quiet: { usage: { distributes: false, hosts: false }, says: 'you do not distribute the model; you declared' },
    cannotTell: { usage: { distributes: false }, says: 'Bind everybody who gets the model' },
  },
  'territory-exclusion': {
    ...one('meta-llama/Llama-3.2-11B-Vision-Instruct'),
    fires: { usage: { regions: ['DE'] }, says: 'European Union (except end users of a product' },
    quiet: { text: 'model: meta-llama/Llama-3.2-1B\n', usage: { regions: ['DE'] } },
    cannotTell: { says: 'not licensed in: European Union' },
  },
  'field-of-use': {
    ...one(LLAMA),
    fires: { usage: { fields: ['defence'] }, says: 'you declared the field “defence”' },
    quiet: { usage: { fields: ['education'] }, says: 'you declared education' },
    cannotTell: { usage: { fields: ['knitting'] }, says: 'you declared knitting; compare for yourself' },
  },
  hosting: {
    ...one('mistralai/Codestral-22B-v0.1'),
    fires: { usage: { hosts: true }, says: 'you declared that you offer the model to others as a service' },
    quiet: { usage: { hosts: false }, says: 'you declared that you do not offer the model as a service' },
    cannotTell: { says: 'Do not offer the model to others as a service' },
  },
  'competitor-bar': {
    ...one('LGAI-EXAONE/EXAONE-4.0-32B'),
    fires: { says: 'Do not use it to compete with' },
    quiet: { text: OPEN },
    cannotTell: ONLY_PEOPLE,
  },
  registration: {
    ...one('stabilityai/stable-diffusion-3.5-large'),
    fires: { usage: { commercial: true }, says: 'for a commercial purpose; you declared commercial use' },
    quiet: { usage: { commercial: false }, says: 'you declared non-commercial use' },
    cannotTell: { says: 'Register with Stability AI' },
  },
  'share-alike': {
    ...own('cc-by-sa-4.0'),
    fires: { usage: { fineTunes: true, distributes: true }, says: 'under the same licence' },
    quiet: { usage: { fineTunes: false }, says: 'you declared that you do not fine-tune' },
    cannotTell: { usage: { fineTunes: true }, says: 'under the same licence' },
  },
  'no-derivatives': {
    ...own('cc-by-nd-4.0'),
    fires: { usage: { fineTunes: true, distributes: true }, says: 'Do not pass on changed versions; you declared' },
    quiet: { usage: { fineTunes: false }, says: 'you declared that you do not fine-tune' },
    cannotTell: { says: 'Do not pass on changed versions' },
  },
  'source-disclosure': {
    ...own('agpl-3.0'),
    fires: { usage: { hosts: true }, says: 'Make the source available' },
    quiet: { usage: { hosts: false, distributes: false }, says: 'you declared that you do not distribute the model' },
    cannotTell: { says: 'Make the source available' },
  },
  'ip-litigation-termination': {
    ...one(LLAMA),
    fires: { says: 'Rights end if you sue over any intellectual property in it' },
    quiet: { text: 'model: microsoft/phi-4\n' },
    cannotTell: ONLY_PEOPLE,
  },
  'guardrail-bypass-termination': {
    ...own('nvidia-open-model-license'),
    fires: { says: 'Rights end if you bypass or disable its safety measures' },
    quiet: { policy: 'models:\n  - { id: acme/chat-7b, license: mit }\n' },
    cannotTell: ONLY_PEOPLE,
  },
  'remote-restriction': {
    ...one('google/gemma-3-4b-it'),
    fires: { says: 'Google may restrict use that breaks the terms, remotely or otherwise' },
    quiet: { usage: { commercial: false } },
    cannotTell: ALWAYS,
  },
  'latest-version': {
    ...one('bigscience/bloom'),
    fires: { says: 'use the latest version of the model' },
    quiet: { text: OPEN },
    cannotTell: ALWAYS,
  },
  revocable: {
    ...one('LGAI-EXAONE/EXAONE-4.0-32B'),
    fires: { says: 'The licence can be revoked' },
    quiet: { usage: { commercial: false } },
    cannotTell: ALWAYS,
  },
  disclosure: {
    ...one(LLAMA),
    fires: { usage: { distributes: true }, says: 'Disclose known dangers of your AI system' },
    quiet: { usage: { distributes: false, hosts: false }, says: 'you declared that you do not distribute the model' },
    cannotTell: { says: 'Disclose known dangers of your AI system' },
  },
  'publication-credit': {
    ...one('LGAI-EXAONE/EXAONE-4.0-32B'),
    fires: { says: 'Credit it in publications' },
    quiet: { text: OPEN },
    cannotTell: ONLY_PEOPLE,
  },
  jurisdiction: {
    ...one(LLAMA),
    fires: { says: 'Law: California, USA' },
    quiet: { text: OPEN },
    cannotTell: ALWAYS,
  },
};
