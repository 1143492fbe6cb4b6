import { describe, expect, it } from 'vitest';
import type { ResolvedModel } from '../models/types.ts';
import { assessModel, describe as cardOf } from './index.ts';
import { applied, licence, model } from './testkit.ts';
import { real } from './testkit-documents.ts';
import { EMPTY_POLICY, type Policy } from './types.ts';

const card = (subject: ResolvedModel, policy: Partial<Policy> = {}) =>
  cardOf(subject, assessModel(subject, { ...EMPTY_POLICY, ...policy }, '2026-11-22'));

const LLAMA = model([real('llama3.1')], {
  id: 'meta-llama/Llama-3.1-8B-Instruct',
  publisher: 'Meta',
  release: 'Llama 3.1',
  parameters: 8.03,
  task: 'text-generation',
  form: 'instruct',
  context: 131072,
  page: 'meta-llama/Llama-3.1-8B-Instruct',
});

describe('the card of Llama 3.1', () => {
  const llama = card(LLAMA, { usage: { monthlyActiveUsers: 120_000 } });

  it('says whose it is and what', () => {
    expect(llama).toMatchObject({
      title: 'meta-llama/Llama-3.1-8B-Instruct',
      publisher: 'Meta',
      facts: ['Llama 3.1', '8.03 billion parameters', 'text generation, instruct', 'context 131,072'],
      opennessLabel: 'restricted weights',
      headline: 'Weights for download, not open source: the licence restricts use',
    });
    expect(llama.whyNotOpen).toContain('not for everybody: a threshold of users');
    expect(llama.licenses).toMatchObject([{ id: 'llama3.1', label: 'Llama 3.1 licence' }]);
  });

  it('weighs the threshold, its date and scope', () => {
    expect(llama.limits[0]).toMatchObject({
      text: "Above 700,000,000 monthly users you need a licence from Meta (counted in the month before the version's release, 2024-07-23; affiliates included)",
      place: 'Llama 3.1 licence, 2',
      weighed: 'does not apply: you declared 120,000 monthly users',
    });
  });

  it('says once what would have to be declared to tell, in words and as the policy file calls it', () => {
    expect(llama.undeclared).toBe(
      'Not declared, so not weighed: passing weights on, changing models, training on outputs, serving models to others, ' +
        'fields of use (“usage” in .modelterms.yaml: distributes, fineTunes, trainsOnOutputs, hosts, fields)',
    );
    for (const { weighed } of [...llama.must, ...llama.mustNot]) expect(weighed).toBeUndefined();
    const usage = { distributes: false, fineTunes: false, trainsOnOutputs: false, hosts: false, fields: [] };
    expect(card(LLAMA, { usage: { ...usage, monthlyActiveUsers: 120_000 } }).undeclared).toBeUndefined();
  });

  it('tells duties with their places', () => {
    const [built] = llama.must.filter(({ text }) => text.includes('“Built with Llama”'));
    expect(built?.place).toBe('Llama 3.1 licence, 1.b.i');
    expect(llama.must.some(({ text }) => text.startsWith('Begin the name of any model'))).toBe(true);
    const [policy] = llama.mustNot.filter(({ text }) => text.startsWith('Use it in these fields'));
    expect(policy?.place).toMatch(/Acceptable Use Policy/);
    expect(llama.may[0]).toEqual({
      text: 'Use, change and redistribute the model, also commercially',
      place: 'Llama 3.1 licence, 1.a',
    });
  });

  it('says a duty once, where two clauses of a section ask for the same words', () => {
    const asking = ({ must }: typeof llama, words: string) => must.filter(({ text }) => text.includes(words));
    expect(asking(llama, 'with “Llama”').map(({ text }) => text)).toEqual([
      'Begin the name of any model you make with it, or train on its outputs, and pass on with “Llama”',
    ]);
    expect(asking(card(model([real('qwen')])), '“Built with Qwen”')).toHaveLength(1);
  });

  it('tells what a policy forbids whole', () => {
    const [policy] = llama.mustNot.filter(({ text }) => text.includes('Llama 3.1 Acceptable Use Policy: '));
    expect(policy?.text).toMatch(/^Use it for anything that is forbidden by the .* illegal activity, .*[^…]$/);
    expect(policy?.text).not.toMatch(/\d more$/);
  });

  it('links to texts and page, and is no legal advice', () => {
    for (const { url } of llama.links) expect(url).toMatch(/^https:\/\//);
    expect(llama.links.at(-1)).toEqual({
      label: 'Model page',
      url: 'https://huggingface.co/meta-llama/Llama-3.1-8B-Instruct',
    });
    expect(llama.disclaimer).toMatch(/not legal advice/);
  });

  it('says under which exception it is accepted', () => {
    const { accepted, limits } = card(LLAMA, {
      exceptions: [
        { model: 'meta-llama/*', reason: 'legal\u202E said so', expires: '2027-01-31', approvedBy: 'J. Doe' },
      ],
    });
    expect(accepted).toBe('Accepted until 2027-01-31 by J. Doe: legal\\u202E said so');
    expect(limits.length).toBeGreaterThan(0);
  });
});

describe('what stands under “You must not”', () => {
  const subjects = [
    'llama3',
    'llama3.2',
    'gemma',
    'mrl-0.1',
    'mnpl-0.1',
    'cc-by-nd-4.0',
    'exaone-1.2-nc',
    'tencent-hunyuan-a13b',
    'cohere-labs-cc-by-nc-4.0',
    'circlestone-labs-non-commercial-license',
  ];

  it.each(subjects)('reads on from it: %s', (id) => {
    const { mustNot } = card(model([real(id)]));
    expect(mustNot.length).toBeGreaterThan(0);
    for (const { text } of mustNot) expect(text).toMatch(/^(Use|Train on|Offer|Pass on) /);
  });
});

describe('a card', () => {
  it('is not fooled by a hostile id', () => {
    const hostile = model([], { id: `[x](command:quit)\u202E${'y'.repeat(10_000)}`, page: 'a/b?x=1#y' });
    const { title, links } = card(hostile);
    expect(title).not.toMatch(/\u202E/);
    expect(title.length).toBeLessThan(600);
    expect(links).toEqual([{ label: 'Model page', url: 'https://huggingface.co/a/b%3Fx%3D1%23y' }]);
  });

  it('says that a model cannot be rebuilt only where data or code are known to be kept back', () => {
    const of = (trainingData?: 'closed' | 'open') =>
      card(
        model([real('mit')], {
          components: trainingData && { trainingData, source: { title: 'x', checked: '2026-11-22' } },
        }),
      ).headline;
    expect(of('closed')).toMatch(/not open source: .* cannot be rebuilt/);
    expect(of()).toMatch(/^Open weights: .* is not known here$/);
  });

  it('does not take the terms of a base for all there is', () => {
    const fromFree = card(model([applied(real('mit'), 'base')]));
    expect(fromFree.headline).toMatch(/^Made from a model that is free to use; .* not known here$/);
    expect(fromFree.notes).toEqual([]);
    const fromLlama = card(model([applied(real('llama3.1'), 'base')]));
    expect(fromLlama.headline).toMatch(/the licence restricts use$/);
    expect(fromLlama.notes).toEqual([expect.stringMatching(/^What its own maker asks is not known here/)]);
    const known = card(model([applied(real('llama3.1'), 'base'), real('mit')]));
    expect(known.notes.join()).not.toMatch(/not known here/);
  });

  it('of an unknown model says that it is unknown', () => {
    expect(card(model([]))).toMatchObject({ headline: /^Unknown/, whyNotOpen: [], licenses: [], must: [], may: [] });
  });

  it('shows lineage, components and judgements', () => {
    const { lineage, components, judgements } = card(
      model([applied(real('llama3.1'), 'base', 'c/d'), real('apache-2.0')], {
        lineage: [
          { id: 'a/b', name: 'a/b', relation: 'self', license: 'llama3.1' },
          { id: 'c/d', name: 'c/d', relation: 'quantized', license: 'llama3.1' },
        ],
        components: {
          weights: 'open',
          trainingData: 'closed',
          evaluation: 'described',
          documentation: 'described',
          judgements: ['OSAID validation: complies'],
          source: { title: 'x', checked: '2026-11-22' },
        },
      }),
    );
    // the model's own licence, not the stricter one of its base
    expect(lineage.map(({ name, relation, license }) => `${relation} ${name}, ${license}`)).toEqual([
      'this model a/b, Apache 2.0',
      'quantised from c/d, Llama 3.1 licence',
    ]);
    expect(components.map(({ name, label }) => `${name}: ${label}`)).toEqual([
      'weights: open',
      'training data: not published',
      'evaluation: results only',
      'documentation: a model card or a report, not both',
    ]);
    expect(judgements).toEqual(['OSAID validation: complies']);
  });

  it('names every licence that binds and the way it comes', () => {
    const { licenses, notes } = card(
      model([applied(real('llama3.1'), 'base', 'x/y'), real('mit'), applied(real('apache-2.0'), 'disputed')], {
        disagreement: true,
      }),
    );
    expect(licenses.map(({ label }) => label)).toEqual(['Llama 3.1 licence (through its base x/y)', 'MIT']);
    expect(notes[0]).toContain('another says MIT, by a test');
    expect(notes[0]).toMatch(/^Sources disagree/);
  });

  it('owns up to what could not be read', () => {
    const { notes } = card(
      model([
        licence({ id: 'x', verification: 'unverified' }),
        licence({
          id: 'y',
          verification: 'partial',
          source: { title: 'a test', checked: '2026-11-22', note: 'the use policy was not to be had.' },
        }),
      ]),
    );
    expect(notes).toEqual([
      'The text of the x licence was not to be had: what is said of it comes from others',
      'Not everything that belongs to the y licence could be read; the use policy was not to be had',
    ]);
  });
});
