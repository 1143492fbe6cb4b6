import type { Alternative, Database, License, OpennessClass, Task } from '@modelterms/licenses-db';
import { describe, expect, it } from 'vitest';
import { createResolver } from '../models/index.ts';
import type { ResolvedModel, ResolveModel } from '../models/types.ts';
import { licence, model } from '../terms/testkit.ts';
import { assessText, database } from '../terms/testkit-documents.ts';
import { EMPTY_POLICY, type Policy } from '../terms/types.ts';
import { createSuggester, type ReferenceForm, type SuggestOptions } from './index.ts';

const FREE = licence({ id: 'apache-2.0', spdx: 'Apache-2.0', kind: 'permissive', openness: 'open-weights', osi: true });
const BOUND = licence({ id: 'bound', openness: 'restricted-weights' });
const NAMED = licence({
  id: 'free-but-not-here',
  openness: 'open-weights',
  clauses: [{ type: 'territory-exclusion', section: '1', regions: ['EU'], covers: 'all' }],
});

type Entry = Partial<Alternative> & { id: string; openness?: OpennessClass; license?: License; disagreement?: boolean };

/** A database of alternatives alone. Ollama's library holds the tags in `tags`. */
function suggestOver(entries: readonly Entry[], tags: readonly string[] = []) {
  const alternatives = entries.map(({ openness: _o, license: _l, disagreement: _d, ...entry }) => ({
    name: entry.id,
    task: 'text-generation' as Task,
    form: 'instruct' as const,
    parameters: 8,
    context: 32768,
    released: '2025-01-01',
    why: 'because',
    source: { title: 'a test', checked: '2026-11-22' },
    ...entry,
  }));
  const fake = {
    alternatives: () => alternatives,
    ollama: (name: string, tag: string | undefined) => ({ tag: tags.includes(`${name}:${tag}`) ? {} : undefined }),
  } as unknown as Database;
  const resolve: ResolveModel = ({ kind, id }) => {
    const entry = entries.find((one) => one.id === id);
    const license = entry?.license ?? FREE;
    return model([license], {
      kind,
      id,
      openness: entry?.openness ?? license.openness,
      disagreement: entry?.disagreement ?? false,
    });
  };
  return createSuggester(fake, resolve);
}

function suggester(entries: readonly Entry[], tags: readonly string[] = []) {
  const suggest = suggestOver(entries, tags);
  return (
    current: Partial<ResolvedModel>,
    reference: Partial<ReferenceForm> = {},
    options: SuggestOptions = {},
  ): readonly string[] => {
    const whole = model([BOUND], {
      task: 'text-generation',
      form: 'instruct',
      parameters: 8,
      context: 32768,
      ...current,
    });
    const suggestions = suggest(whole, { kind: whole.kind, id: whole.id, ...reference }, options);
    return suggestions.map(({ replacement, losses }) => [replacement, ...losses].join(' | '));
  };
}

const OPEN: Entry = { id: 'open/source-8b', openness: 'open-source' };
const WEIGHTS: Entry = { id: 'open/weights-8b' };

describe('what is suggested', () => {
  it.each<[string, readonly Entry[], Partial<ResolvedModel>, readonly string[]]>([
    ['open-source before open-weights', [WEIGHTS, OPEN], {}, ['open/source-8b', 'open/weights-8b']],
    ['nothing that is restricted itself', [{ id: 'a/b', license: BOUND }], {}, []],
    ['nothing whose sources disagree', [{ id: 'a/b', disagreement: true }], {}, []],
    ['nothing for another task', [{ id: 'a/b', task: 'embedding' }], {}, []],
    ['nothing where the task is not known', [OPEN], { task: undefined }, []],
    ['never the model itself', [{ id: 'Open/Source-8B' }], { id: 'open/source-8b' }, []],
    [
      'never a model it was made from',
      [OPEN],
      { lineage: [{ id: OPEN.id, name: '', relation: 'finetune', license: null }] },
      [],
    ],
    [
      'no base model for an instruct one',
      [
        { id: 'a/base', form: 'base' },
        { id: 'a/think', form: 'reasoning' },
      ],
      {},
      ['a/think | thinks before it answers'],
    ],
    ['base for base', [{ id: 'a/base', form: 'base' }, { id: 'a/it' }], { form: 'base' }, ['a/base']],
    ['no instruct model for a publisher’s unnamed base', [{ id: 'a/it' }], { id: 'x/Model-8B', form: undefined }, []],
    [
      'a general model for code, and says so',
      [{ id: 'a/b' }],
      { task: 'code' },
      ['a/b | for all purposes, not for code alone'],
    ],
    [
      'code for code first',
      [
        { id: 'a/b', openness: 'open-source' },
        { id: 'a/code', task: 'code' },
      ],
      { task: 'code' },
      ['a/code'],
    ],
    [
      'embedding for embedding',
      [{ id: 'a/e', task: 'embedding', form: undefined }],
      { task: 'embedding', form: undefined },
      ['a/e'],
    ],
  ])('%s', (_title, entries, current, expected) => {
    expect(suggester(entries)(current)).toEqual(expected);
  });

  it.each<[string, readonly [string, number][], readonly string[]]>([
    [
      'half to twice the size',
      [
        ['same/8b', 8],
        ['half/4b', 4],
        ['twice/16b', 16],
        ['far/17b', 17],
      ],
      ['same/8b', 'half/4b | smaller: 4B against 8B', 'twice/16b | larger: 16B against 8B'],
    ],
    [
      'up to four times where that leaves hardly a choice',
      [
        ['same/8b', 8],
        ['far/32b', 32],
        ['far/18b', 18],
        ['far/17b', 17],
        ['farther/33b', 33],
      ],
      ['same/8b', 'far/17b | larger: 17B against 8B', 'far/18b | larger: 18B against 8B'],
    ],
    [
      'more where that leaves nothing',
      [
        ['far/32b', 32],
        ['farther/33b', 33],
      ],
      ['far/32b | larger: 32B against 8B'],
    ],
    [
      'and more again',
      [
        ['tiny/1b', 1],
        ['no/0.4b', 0.4],
      ],
      ['tiny/1b | smaller: 1B against 8B'],
    ],
    [
      'but not another class of model',
      [
        ['no/0.4b', 0.4],
        ['no/200b', 200],
      ],
      [],
    ],
  ])('of a size: %s', (_title, sizes, expected) => {
    expect(suggester(sizes.map(([id, parameters]) => ({ id, parameters })))({})).toEqual(expected);
  });

  it('takes an open-source model from farther off where all that is near is open-weights', () => {
    const all = suggester([WEIGHTS, { id: 'b/weights-7b', parameters: 7 }, { ...OPEN, parameters: 20 }]);
    expect(all({}, {}, { limit: 2 })).toEqual(['open/weights-8b', 'open/source-8b | larger: 20B against 8B']);
  });

  it('prefers a context near to what there was, then the newer', () => {
    const all = suggester([
      { id: 'a/short', context: 4096 },
      { id: 'a/old', released: '2023-01-01' },
      { id: 'a/new', released: '2026-01-01' },
      { id: 'a/near', context: 30000 },
    ]);
    expect(all({})).toEqual(['a/new', 'a/near', 'a/old', 'a/short | smaller context: 4k against 32k']);
  });
});

describe('a short list', () => {
  const THINKS: Entry = { id: 'open/think-8b', openness: 'open-source', form: 'reasoning' };
  const SHORT: Entry = { id: 'open/short-8b', openness: 'open-source', context: 2048 };
  it.each<[string, readonly Entry[], readonly string[]]>([
    [
      'holds open weights rather than more open-source models that are unlike',
      [THINKS, SHORT, OPEN, WEIGHTS],
      ['open/source-8b', 'open/weights-8b'],
    ],
    [
      'puts the best open-source model first though it is unlike',
      [THINKS, SHORT, WEIGHTS],
      ['open/think-8b | thinks before it answers', 'open/weights-8b'],
    ],
    ['fills up with what is left', [WEIGHTS, SHORT], ['open/short-8b | smaller context: 2k against 32k', WEIGHTS.id]],
  ])('%s', (_title, entries, expected) => {
    expect(suggester(entries)({}, {}, { limit: 2 })).toEqual(expected);
  });

  it('stays with the publisher where little else tells two apart', () => {
    const all = suggester([WEIGHTS, { id: 'acme/new-8b' }]);
    expect(all({ id: 'acme/old-8b' })).toEqual(['acme/new-8b', 'open/weights-8b']);
  });

  it('takes the nearest in size, but no account of a quarter more or less', () => {
    const sized = (id: string, parameters: number, released: string): Entry => ({ id, parameters, released });
    const all = suggester([
      sized('a/8b', 8, '2024-01-01'),
      sized('a/9b', 9, '2025-01-01'),
      sized('a/14b', 14, '2025-01-01'),
    ]);
    expect(all({})).toEqual(['a/9b', 'a/8b', 'a/14b | larger: 14B against 8B']);
  });
});

describe('of its task', () => {
  const seeing = { task: 'vision-language' as Task, parameters: 72 };
  it('any size comes before a model of the size that cannot see', () => {
    const all = suggester([
      { ...OPEN, parameters: 70 },
      { id: 'a/sees-9b', task: 'vision-language', parameters: 9 },
    ]);
    expect(all(seeing)).toEqual(['a/sees-9b | smaller: 9B against 72B']);
  });

  it('one that cannot see is the last resort', () => {
    expect(suggester([{ ...OPEN, parameters: 70 }])(seeing)).toEqual(['open/source-8b | text only']);
  });

  it('a pair of languages comes behind many', () => {
    const translation = {
      task: 'translation' as Task,
      form: undefined,
      context: undefined,
      openness: 'open-source' as const,
    };
    const all = suggester([
      { ...translation, id: 'a/pair', languages: ['de', 'en'], released: '2026-01-01' },
      { ...translation, id: 'a/many' },
    ]);
    expect(all({ task: 'translation', form: undefined })).toEqual([
      'a/many',
      'a/pair | states no other languages than de, en',
    ]);
  });

  it('says so where it is not known how large the old one was', () => {
    expect(suggester([OPEN])({ parameters: undefined })).toEqual([
      'open/source-8b | has 8B parameters; how many the old model has is not known',
    ]);
  });
});

describe('what belongs to the old model', () => {
  const find = (path: string, text: string) => {
    const [subject] = assessText(text, { path });
    if (!subject) throw new Error(`no reference in ${text}`);
    return { text, subject };
  };
  it.each<[string, string, string, string, string]>([
    [
      'a pin behind the id goes with it',
      'app.yaml',
      'model: hf://meta-llama/Llama-3.1-8B-Instruct@0e9e39f\n',
      'model: hf://open/source-8b\n',
      'the pinned revision 0e9e39f is dropped',
    ],
    [
      'a revision beside it is told of',
      'app.yaml',
      'model:\n  repo_id: meta-llama/Llama-3.1-8B-Instruct\n  revision: 0e9e39f\n',
      'model:\n  repo_id: open/source-8b\n  revision: 0e9e39f\n',
      'the revision 0e9e39f beside it is that of the old model',
    ],
    [
      'in a call as well',
      'app.py',
      'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B-Instruct", revision="0e9e39f")\n',
      'AutoModel.from_pretrained("open/source-8b", revision="0e9e39f")\n',
      'the revision 0e9e39f beside it is that of the old model',
    ],
    [
      'every repository has a main branch',
      'app.yaml',
      'model:\n  repo_id: meta-llama/Llama-3.1-8B-Instruct\n  revision: main\n',
      'model:\n  repo_id: open/source-8b\n  revision: main\n',
      '',
    ],
  ])('%s', (_title, path, before, after, loss) => {
    const { text, subject } = find(path, before);
    const [suggestion] = suggestOver([{ ...OPEN, context: 131072 }])(subject.model, subject.reference);
    const { drops, losses, replacement } = suggestion ?? { losses: [] };
    const { start, end } = subject.reference.span;
    expect(text.slice(0, start) + replacement + text.slice(drops?.end ?? end)).toBe(after);
    expect(losses.join()).toBe(loss);
  });
});

describe('when', () => {
  it.each<[string, OpennessClass, boolean, readonly string[]]>([
    ['never for what is open source', 'open-source', true, []],
    ['not unasked for open weights', 'open-weights', false, []],
    ['open source alone for open weights, when asked', 'open-weights', true, ['open/source-8b']],
    ['not unasked for the unknown', 'unknown', false, []],
    ['for the unknown, when asked', 'unknown', true, ['open/source-8b', 'open/weights-8b']],
    ['for what is not commercial', 'noncommercial-weights', false, ['open/source-8b', 'open/weights-8b']],
  ])('%s', (_title, openness, asked, expected) => {
    expect(suggester([OPEN, WEIGHTS])({ openness }, {}, { asked })).toEqual(expected);
  });
});

describe('in the form of the reference', () => {
  const entries: Entry[] = [
    {
      ...OPEN,
      ollama: 'open:8b',
      gguf: 'packer/source-8b-GGUF',
      quantised: { head: '8b-it', as: ['q8_0', 'q2_K'] },
    },
    { ...WEIGHTS, ollama: 'gone:8b' },
  ];
  it.each<[string, Partial<ReferenceForm>, readonly string[]]>([
    ['an id for an id', { id: 'x/y-8b' }, ['open/source-8b', 'open/weights-8b']],
    ['a tag for a tag, if the library has it', { kind: 'ollama', id: 'x:8b' }, ['open:8b']],
    ['a GGUF repository for one', { id: 'x/y-8b-GGUF' }, ['packer/source-8b-GGUF']],
    [
      'a GGUF repository for a file of one, whose name is left to change',
      { id: 'x/y-8b', file: 'y.Q4_K_M.gguf' },
      ['packer/source-8b-GGUF | the file y.Q4_K_M.gguf is one of the old model'],
    ],
    ['a GGUF repository with its quantisation', { id: 'x/y-8b-GGUF', file: 'Q4_K_M' }, ['packer/source-8b-GGUF']],
    ['a GGUF repository under Ollama', { id: 'x/y-8b', provider: 'ollama' }, ['packer/source-8b-GGUF']],
    ['nothing for a local file', { kind: 'file', id: './y.gguf' }, []],
    ['nothing for a provider’s name', { kind: 'hosted', id: 'y-8b' }, []],
    ['nothing for a closed model', { kind: 'api', id: 'y' }, []],
    ['the quantisation of a tag, if the library has it', { kind: 'ollama', id: 'x:8b-q8_0' }, ['open:8b-it-q8_0']],
    ['in the spelling of the library', { kind: 'ollama', id: 'x:8b-instruct-Q8_0' }, ['open:8b-it-q8_0']],
    [
      'else the tag, and says so',
      { kind: 'ollama', id: 'x:8b-instruct-q4_K_M' },
      ['open:8b | whether its quantisation is q4_K_M is not known'],
    ],
    [
      'nor a quantisation that is listed but unknown',
      { kind: 'ollama', id: 'x:8b-q2_K' },
      ['open:8b | whether its quantisation is q2_K is not known'],
    ],
    ['nor what is already there', { kind: 'ollama', id: 'open:8b' }, []],
  ])('%s', (_title, reference, expected) => {
    expect(suggester(entries, ['open:8b', 'open:8b-it-q8_0'])({}, reference)).toEqual(expected);
  });
});

describe('nothing that breaks the policy', () => {
  const both = [OPEN, WEIGHTS];
  it.each<[string, readonly Entry[], Partial<Policy>, readonly string[]]>([
    ['a minimum', both, { minimumOpenness: 'open-source' }, ['open/source-8b']],
    ['a denied id', both, { deny: ['open/source*'] }, ['open/weights-8b']],
    ['a denied licence', both, { deny: ['Apache-2.0 OR MIT'] }, []],
    ['an allow list', both, { allow: ['open/weights-8b'] }, ['open/weights-8b']],
    ['a profile', [{ id: 'a/b', license: NAMED }, OPEN], { usage: { regions: ['DE'] } }, ['open/source-8b']],
    ['a profile that it fits', [{ id: 'a/b', license: NAMED }], { usage: { regions: ['US'] } }, ['a/b']],
    [
      'an exception does not make it fit',
      both,
      { deny: ['open/*'], exceptions: [{ model: 'open/*', reason: 'x' }] },
      [],
    ],
  ])('%s', (_title, entries, policy, expected) => {
    expect(suggester(entries)({}, {}, { policy: { ...EMPTY_POLICY, ...policy } })).toEqual(expected);
  });
});

describe('with the database', () => {
  const db = database();
  const resolve = createResolver(db);
  const suggest = createSuggester(db, resolve);

  it.each([
    ['huggingface', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['huggingface', 'TheBloke/Llama-2-7B-Chat-GGUF'],
    ['huggingface', 'google/gemma-3-4b-it'],
    ['huggingface', 'Qwen/Qwen2.5-3B-Instruct'],
    ['huggingface', 'meta-llama/Llama-3.1-8B'],
    ['huggingface', 'meta-llama/Llama-3.3-70B-Instruct'],
    ['huggingface', 'meta-llama/Llama-3.2-1B-Instruct'],
    ['huggingface', 'meta-llama/Llama-3.2-11B-Vision-Instruct'],
    ['huggingface', 'meta-llama/Llama-4-Scout-17B-16E-Instruct'],
    ['huggingface', 'meta-llama/Llama-Guard-3-8B'],
    ['huggingface', 'mistralai/Mistral-Large-Instruct-2407'],
    ['huggingface', 'mistralai/Codestral-22B-v0.1'],
    ['huggingface', 'CohereLabs/c4ai-command-r-plus'],
    ['huggingface', 'deepseek-ai/DeepSeek-R1-Distill-Llama-8B'],
    ['huggingface', 'Qwen/Qwen2.5-VL-72B-Instruct'],
    ['huggingface', 'black-forest-labs/FLUX.1-dev'],
    ['huggingface', 'stabilityai/stable-diffusion-3.5-large'],
    ['huggingface', 'jinaai/jina-embeddings-v3'],
    ['huggingface', 'google/embeddinggemma-300m'],
    ['huggingface', 'facebook/nllb-200-distilled-600M'],
    ['huggingface', 'coqui/XTTS-v2'],
    ['ollama', 'llama3.1:8b-instruct-q4_K_M'],
    ['ollama', 'llama3.2'],
    ['ollama', 'gemma3:4b'],
    ['ollama', 'llama3.1'],
    ['ollama', 'qwen2.5:3b'],
    ['ollama', 'codellama:7b'],
  ] as const)('%s %s gets what exists, is more open, and is another model', (kind, id) => {
    const current = resolve({ kind, id });
    const suggestions = suggest(current, { kind, id });
    expect(suggestions.length).toBeGreaterThan(1);
    for (const { replacement, openness, id: suggested, task } of suggestions) {
      expect(task).toBe(current.task);
      expect(['open-source', 'open-weights']).toContain(openness);
      expect(suggested).not.toBe(current.id);
      const entry = db.alternatives().find((one) => one.id === suggested);
      const [name = '', tag] = replacement.split(':');
      const quantised = entry?.quantised?.as.map((one) => `${name}:${entry.quantised?.head}-${one}`) ?? [];
      expect([entry?.id, entry?.ollama, entry?.gguf, ...quantised]).toContain(replacement);
      if (kind === 'ollama') expect(db.ollama(name, tag)?.tag).toBeDefined();
    }
  });

  it('puts an open-source instruct model first for Llama 3.1 8B Instruct', () => {
    const [best] = suggest(resolve({ kind: 'ollama', id: 'llama3.1:8b' }), { kind: 'ollama', id: 'llama3.1:8b' });
    expect(best).toMatchObject({ openness: 'open-source', task: 'text-generation', kind: 'ollama' });
  });

  it('has nothing for a model that is open source', () => {
    const id = 'allenai/OLMo-2-1124-7B-Instruct';
    expect(suggest(resolve({ kind: 'huggingface', id }), { kind: 'huggingface', id }, { asked: true })).toEqual([]);
  });
});
