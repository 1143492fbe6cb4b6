import { describe, expect, it } from 'vitest';
import { summarise } from './index.ts';
import { applied, model } from './testkit.ts';
import { assessText, type DocumentOptions, real } from './testkit-documents.ts';

const lines = (text: string, options?: DocumentOptions) =>
  assessText(text, options).map((subject) => summarise(subject.assessment, subject.model));

describe('the one line of a reference', () => {
  it.each<[string, string, DocumentOptions, readonly string[]]>([
    [
      'what it is, and its weightiest terms',
      'model: meta-llama/Llama-3.1-8B-Instruct\n',
      {},
      [
        'Llama 3.1 licence: not open source. Above 700,000,000 monthly users you need a licence from Meta; show “Built with Llama”; begin derived models’ names with “Llama”; models trained on its outputs begin with “Llama”; 4 more terms',
      ],
    ],
    [
      'a ban first',
      'model: Qwen/Qwen2.5-3B-Instruct\n',
      {},
      [
        'Qwen Research licence: not open source. Non-commercial use only; research use only; show “Built with Qwen”; models trained on its outputs show “Built with Qwen”; one more term',
      ],
    ],
    ['nothing where there is nothing to say', 'model: Qwen/Qwen2.5-7B-Instruct\n', {}, ['']],
    [
      'doubt',
      'model: acme/secret-7b\n',
      {},
      ['No licence is known for acme/secret-7b; read its model page before you use it'],
    ],
    [
      'a contradiction in full, the rest counted',
      '---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n',
      { path: 'README.md' },
      [
        'Declared as MIT, but the terms of the Llama 3.1 licence stay with everything made from meta-llama/Llama-3.1-8B: declare llama3.1. 8 more terms',
      ],
    ],
    [
      'a guess is called one',
      'model: acme/My-Llama-3.1-8B-Tune\n',
      { policy: { severity: { 'acceptable-use': 'off' } } },
      [
        'Judging by its name, Llama 3.1 licence: not open source. Above 700,000,000 monthly users you need a licence from Meta; show “Built with Llama”; begin derived models’ names with “Llama”; models trained on its outputs begin with “Llama”; 3 more terms',
      ],
    ],
  ])('%s', (_title, text, options, expected) => {
    expect(lines(text, options)).toEqual(expected);
  });

  it('says through what a licence comes', () => {
    const both = model([applied(real('llama3.1'), 'base', 'meta-llama/Llama-3.1-8B'), real('mit')]);
    const [line] = lines('model: acme/x-8b\n', { models: { 'acme/x-8b': both } });
    expect(line).toMatch(/^Llama 3.1 licence \(through its base meta-llama\/Llama-3.1-8B\): not open source\. /);
  });

  it('keeps to one line, whatever an id holds', () => {
    const hostile = `acme/x\u202E\n${'y'.repeat(10_000)}`;
    const subject = model([], { id: hostile });
    const [assessed] = assessText('model: acme/x-8b\n', { models: { 'acme/x-8b': subject } });
    const line = summarise(assessed?.assessment ?? { findings: [] }, subject);
    expect(line).not.toMatch(/[\n\u202E]/);
    expect(line.length).toBeLessThan(400);
  });
});
