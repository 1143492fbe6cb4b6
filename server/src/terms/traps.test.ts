/** What tools get wrong: the version that is named decides. Over the real database, from a line of configuration to the outcome. */
import type { License } from '@modelterms/licenses-db';
import { describe, expect, it } from 'vitest';
import { assessModel, describe as cardOf, summarise } from './index.ts';
import { model, TODAY } from './testkit.ts';
import { assessText, type DocumentOptions, database } from './testkit-documents.ts';
import { EMPTY_POLICY } from './types.ts';

function look(text: string, options: DocumentOptions = {}) {
  const [subject] = assessText(text, options);
  if (!subject) throw new Error(`no reference in ${text}`);
  const { model, assessment } = subject;
  const { must, mustNot, limits } = cardOf(model, assessment);
  return {
    license: model.license?.id,
    openness: model.openness,
    rules: assessment.findings.map(({ rule }) => rule),
    worst: assessment.findings[0]?.severity,
    card: [...must, ...mustNot, ...limits].map(({ text: line }) => line).join('\n'),
  };
}
const hf = (id: string, options?: DocumentOptions) => look(`model: ${id}\n`, options);
const ollama = (id: string) => look(`FROM ${id}\n`, { path: 'Modelfile' });

describe('Llama, version by version', () => {
  it.each<[string, string, readonly RegExp[], readonly RegExp[]]>([
    [
      'meta-llama/Llama-2-7b-chat-hf',
      'llama2',
      [/700,000,000/, /improve other models/],
      [/Built with/, /Begin the name/],
    ],
    ['TheBloke/Llama-2-7B-Chat-GGUF', 'llama2', [/700,000,000/], [/Built with/, /Begin the name/]],
    [
      'meta-llama/Meta-Llama-3-8B-Instruct',
      'llama3',
      [/“Built with Meta Llama 3”/, /with “Llama 3”/, /improve other models/],
      [/“Built with Llama”/],
    ],
    [
      'meta-llama/Llama-3.1-8B-Instruct',
      'llama3.1',
      [/“Built with Llama”/, /train on its outputs, and pass on with “Llama”/],
      [/improve other models/, /European Union/],
    ],
    ['meta-llama/Llama-3.3-70B-Instruct', 'llama3.3', [/“Built with Llama”/], [/improve other models/]],
    ['NousResearch/Hermes-3-Llama-3.1-8B', 'llama3.1', [/“Built with Llama”/], [/Meta Llama 3/]],
  ])('%s', (id, license, says, saysNot) => {
    const found = hf(id);
    expect(found.license).toBe(license);
    expect(found.openness).toBe('restricted-weights');
    expect(found.worst).toBe('information');
    for (const pattern of says) expect(found.card).toMatch(pattern);
    for (const pattern of saysNot) expect(found.card).not.toMatch(pattern);
  });

  const inEU: DocumentOptions = { policy: { usage: { regions: ['EU'] } } };
  it.each([
    ['meta-llama/Llama-3.2-11B-Vision-Instruct', true],
    ['meta-llama/Llama-4-Scout-17B-16E-Instruct', true],
    ['meta-llama/Llama-3.2-1B-Instruct', false],
    ['meta-llama/Llama-3.3-70B-Instruct', false],
    ['meta-llama/Llama-3.1-8B-Instruct', false],
  ])('the EU clause reaches %s: %s', (id, reaches) => {
    expect(hf(id, inEU).rules.includes('territory-exclusion')).toBe(reaches);
    if (reaches) expect(hf(id, inEU).card).toMatch(/European Union \(except end users of a product/);
  });
});

describe('names that look alike', () => {
  it.each<[string, string, string | undefined]>([
    ['qwen2.5:3b', 'qwen-research', 'warning'],
    ['qwen2.5:7b', 'apache-2.0', undefined],
    ['qwen2.5', 'apache-2.0', undefined],
    ['Qwen/Qwen2.5-3B-Instruct', 'qwen-research', 'warning'],
    ['Qwen/Qwen2.5-7B-Instruct', 'apache-2.0', undefined],
    ['google/gemma-4-31B-it', 'apache-2.0', undefined],
    ['google/gemma-3-4b-it', 'gemma', 'information'],
    ['allenai/OLMo-2-1124-7B-Instruct', 'apache-2.0', undefined],
    ['deepseek-ai/DeepSeek-R1-Distill-Llama-8B', 'llama3.1', 'information'],
  ])('%s is %s', (id, expected, severity) => {
    const { license, worst } = id.includes('/') ? hf(id) : ollama(id);
    expect([license, worst]).toEqual([expected, severity]);
  });
});

describe('permissive licences say nothing', () => {
  it.each([
    'mistralai/Mistral-7B-v0.1',
    'microsoft/phi-4',
    'BAAI/bge-m3',
    'deepseek-ai/DeepSeek-R1-Distill-Qwen-7B',
    'EleutherAI/pythia-1.4b',
  ])('%s', (id) => {
    expect(hf(id).rules).toEqual([]);
    expect(hf(id, { policy: { usage: { commercial: true, distributes: true, fineTunes: true } } }).rules).toEqual([]);
  });
});

describe('the profile', () => {
  it('quiets non-commercial terms, and makes them plain', () => {
    const text = 'model: CohereLabs/c4ai-command-r-v01\n';
    const with_ = (commercial: boolean) =>
      look(text, { policy: { usage: { commercial } } }).rules.includes('non-commercial');
    expect(look(text).rules[0]).toBe('non-commercial');
    expect([with_(true), with_(false)]).toEqual([true, false]);
  });
});

describe('every licence of the database', () => {
  const licenses = database().licenses();
  const assessed = (license: License) => {
    const subject = model([license], { id: 'acme/x-7b', multimodal: true });
    return { assessment: assessModel(subject, EMPTY_POLICY, TODAY), subject };
  };

  it('says something unless it is open', () => {
    const silent = licenses.filter((license) => assessed(license).assessment.findings.length === 0);
    expect(silent.filter(({ openness }) => openness !== 'open-weights').map(({ id }) => id)).toEqual([]);
  });

  it('says nothing above a note where it is open, and no more than doubt where it is permissive', () => {
    const loud = licenses.filter(
      (license) =>
        license.openness === 'open-weights' &&
        assessed(license).assessment.findings.some(({ severity }) => severity === 'warning'),
    );
    expect(loud.map(({ id }) => id)).toEqual([]);
    const public_ = licenses.filter(({ kind }) => kind === 'public-domain');
    expect(public_.flatMap((license) => assessed(license).assessment.findings)).toEqual([]);
  });

  it('reads as one line that ends where it should', () => {
    for (const license of licenses) {
      const { assessment, subject } = assessed(license);
      const line = summarise(assessment, subject);
      expect(line, license.id).not.toMatch(/\n|undefined|\[object|\.\.$| {2}/);
      expect(line.length, license.id).toBeLessThan(600);
    }
  });
});
