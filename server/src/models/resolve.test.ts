import { describe, expect, test } from 'vitest';
import { databaseOf, FIXTURE } from '../../../licenses-db/src/testkit.ts';
import type { ReferenceKind } from '../references/types.ts';
import { createKnowledge, createResolver, type ResolvedModel } from './index.ts';

const SMALL = `publisher: small
orgs: []
models:
  - { id: one-person/Summary, license: free, source: &card { title: model card, checked: 2026-11-22 } }
  - { id: google-t5/t5-small, license: free, source: *card }
  - { id: one-person/Plover-X-9B, license: study, source: *card }
  - { id: one-person/Ibis-Lark-1-7B, license: study, source: *card }
  - { id: two-persons/Snipe-40M, license: free, source: *card }
  - { id: three-persons/Snipe-40M, license: study, source: *card }
`;
const database = databaseOf({ ...FIXTURE, 'models/small.yaml': SMALL });
const resolve = createResolver(database);

const licensesOf = ({ licenses }: ResolvedModel) => licenses.map(({ license, via }) => `${license.id} ${via}`);
const lineageOf = ({ lineage }: ResolvedModel) =>
  lineage.map(({ name, relation, license }) => `${relation} ${name} ${license}`);

describe('each kind of evidence', () => {
  test('an exact entry, with what comes along from its base', () => {
    const model = resolve({ kind: 'huggingface', id: 'MAKER-LABS/wren-distill-7b' });
    expect(model).toMatchObject({
      id: 'maker-labs/Wren-Distill-7B',
      publisher: 'Maker',
      form: 'reasoning',
      parameters: 7,
      openness: 'restricted-weights',
      disagreement: false,
      evidence: { kind: 'catalogue', source: 'model card', checked: '2026-11-22' },
      page: 'maker-labs/Wren-Distill-7B',
    });
    expect(model.license?.id).toBe('bound');
    expect(licensesOf(model)).toEqual(['bound base', 'free own']);
    expect(model.licenses[0]?.from).toBe('Maker/Lark-1-7B');
    expect(lineageOf(model)).toEqual(['self maker-labs/Wren-Distill-7B bound', 'distilled Maker/Lark-1-7B bound']);
  });

  test('a licence that another source states: the stricter is shown, and that they differ', () => {
    const model = resolve({ kind: 'huggingface', id: 'maker-labs/Owl' });
    expect(licensesOf(model)).toEqual(['bound disputed', 'free own']);
    expect(model.disagreement).toBe(true);
    expect(model.openness).toBe('restricted-weights');
  });

  test('a dispute about a base is the base’s own affair, unless it makes the base stricter', () => {
    expect(licensesOf(resolve({ kind: 'huggingface', id: 'somebody/Owl-GGUF' }))).toEqual(['bound base', 'free base']);
    const files = {
      ...FIXTURE,
      'models/maker.yaml': (FIXTURE['models/maker.yaml'] as string).replace(
        'maker-labs/Owl, license: free, disputed: [{ license: bound',
        'maker-labs/Owl, license: bound, disputed: [{ license: free',
      ),
    };
    const model = createResolver(databaseOf(files))({ kind: 'huggingface', id: 'somebody/Owl-GGUF' });
    expect(licensesOf(model)).toEqual(['bound base']);
    expect(model.disagreement).toBe(false);
  });

  test('a family release, its exceptions and its openness', () => {
    expect(resolve({ kind: 'huggingface', id: 'maker/lark-2-7b-chat' })).toMatchObject({
      id: 'Maker/Lark-2-7B-Chat',
      release: 'Lark 2',
      family: 'Lark',
      version: '2',
      parameters: 7,
      form: 'instruct',
      task: 'text-generation',
      context: 8192,
      openness: 'open-source',
      evidence: { kind: 'family' },
    });
    expect(resolve({ kind: 'huggingface', id: 'Maker/Lark-2-3B' })).toMatchObject({
      license: { id: 'study' },
      openness: 'noncommercial-weights',
    });
  });

  test('a repacked model: the original’s terms', () => {
    const model = resolve({ kind: 'huggingface', id: 'Packer/Lark-2-7B-Chat-GGUF' });
    expect(model).toMatchObject({ openness: 'open-source', release: 'Lark 2', evidence: { kind: 'republisher' } });
    expect(lineageOf(model)).toEqual(['self Packer/Lark-2-7B-Chat-GGUF free', 'quantized Maker/Lark-2-7B-Chat free']);
  });

  test('where only the release is known, no id is made up', () => {
    const [, original] = resolve({ kind: 'huggingface', id: 'Packer/Lark-1-70B-GGUF' }).lineage;
    expect(original).toEqual({ id: null, name: 'Lark 1', relation: 'quantized', license: 'bound' });
  });

  test('a name that tells what it was made from is labelled so, and the maker’s own terms stay unknown', () => {
    const model = resolve({ kind: 'huggingface', id: 'somebody/Jolly-Lark-2-7B' });
    expect(model).toMatchObject({ openness: 'open-weights', evidence: { kind: 'name' } });
    expect(model.publisher).toBeUndefined();
    expect(licensesOf(model)).toEqual(['free base']);
    expect(lineageOf(model)).toEqual(['self somebody/Jolly-Lark-2-7B free', 'derived-by-name Lark 2 free']);
  });

  test('what a publisher itself calls so is no derivative of what it made before: unknown, where no entry tells', () => {
    const model = resolve({ kind: 'huggingface', id: 'Maker/Great-Lark-2-7B' });
    expect(model).toMatchObject({ license: null, openness: 'unknown' });
  });

  test('somebody else’s derivative, repacked, is not taken for the publisher’s', () => {
    const model = resolve({ kind: 'huggingface', id: 'Packer/Lark-2-7B-Jolly-GGUF' });
    expect(model.evidence.kind).toBe('name');
    expect(licensesOf(model)).toEqual(['free base']);
  });

  test('sizes have different licences and the name tells no size: the base is named, its licence is not guessed', () => {
    const model = resolve({ kind: 'huggingface', id: 'somebody/Jolly-Lark2' });
    expect(model).toMatchObject({ license: null, licenses: [], openness: 'unknown', evidence: { kind: 'name' } });
    expect(lineageOf(model)).toEqual(['self somebody/Jolly-Lark2 null', 'derived-by-name Lark 2 null']);
  });

  test.each(['somebody/summary', 'somebody/Summary-GGUF'])('%s: a word that anybody may use says nothing', (id) => {
    expect(resolve({ kind: 'huggingface', id })).toMatchObject({ license: null, evidence: { kind: 'none' } });
  });

  test('an id of the time before organisations leads to the repository of today', () => {
    const model = resolve({ kind: 'huggingface', id: 't5-small' });
    expect(model).toMatchObject({ id: 'google-t5/t5-small', evidence: { kind: 'catalogue' } });
    expect(licensesOf(model)).toEqual(['free own']);
    expect(resolve({ kind: 'huggingface', id: 't5-small-mine' }).license).toBeNull();
  });

  test('nothing', () => {
    expect(resolve({ kind: 'huggingface', id: 'acme/secret-7b' })).toEqual({
      kind: 'huggingface',
      id: 'acme/secret-7b',
      license: null,
      licenses: [],
      disagreement: false,
      openness: 'unknown',
      lineage: [{ id: 'acme/secret-7b', name: 'acme/secret-7b', relation: 'self', license: null }],
      evidence: { kind: 'none', source: '', checked: '2026-11-22' },
    });
  });
});

describe('Ollama', () => {
  test.each([
    ['lark2:3b', 'study', 3.1, 'instruct', ['study own'], false],
    ['lark2', 'bound', 7.2, 'instruct', ['bound layer', 'free own'], true],
    ['lark2:latest', 'bound', 7.2, 'instruct', ['bound layer', 'free own'], true],
    ['LARK2:7b-text-q8_0', 'free', 7, 'base', ['free own'], false],
    ['library/lark2:3b', 'study', 3.1, 'instruct', ['study own'], false],
    ['registry.ollama.ai/library/lark2:3b', 'study', 3.1, 'instruct', ['study own'], false],
  ])('%s', (id, license, parameters, form, licenses, disagreement) => {
    const model = resolve({ kind: 'ollama', id });
    expect(model).toMatchObject({ license: { id: license }, parameters, form, disagreement });
    expect(licensesOf(model)).toEqual(licenses);
    expect(model.evidence.kind).toBe('catalogue');
  });

  test.each(['lark2:9b', 'lark2:72b', 'nobody', 'nobody/nothing:7b'])('%s stays unknown', (id) => {
    expect(resolve({ kind: 'ollama', id })).toMatchObject({ license: null, openness: 'unknown' });
  });

  test('a repository of Hugging Face resolves by its rules', () => {
    const model = resolve({ kind: 'ollama', id: 'hf.co/Packer/Lark-1-7B-GGUF:Q4_K_M' });
    expect(model).toMatchObject({ id: 'hf.co/Packer/Lark-1-7B-GGUF:Q4_K_M', license: { id: 'bound' } });
    expect(model.lineage.map(({ name }) => name)).toEqual([model.id, 'Packer/Lark-1-7B-GGUF', 'Maker/Lark-1-7B']);
  });

  test('somebody’s namespace is known by its name at best', () => {
    expect(resolve({ kind: 'ollama', id: 'somebody/lark2-jolly:3b' })).toMatchObject({
      license: { id: 'study' },
      evidence: { kind: 'name' },
    });
    expect(resolve({ kind: 'ollama', id: 'somebody/jolly-lark1:7b' })).toMatchObject({
      license: { id: 'bound' },
      evidence: { kind: 'name' },
    });
  });
});

describe('providers and files', () => {
  test.each<[ReferenceKind, string, string | null, string, string]>([
    ['hosted', 'lark-v2p5-7b', 'free', 'open-source', 'family'],
    ['hosted', 'maker/lark-1-7b:free', 'bound', 'restricted-weights', 'family'],
    ['hosted', 'nobody/nothing', null, 'unknown', 'none'],
    ['api', 'phoenix-4', null, 'closed', 'catalogue'],
    ['api', 'lark-like', null, 'unknown', 'none'],
    ['file', '/models/lark-1-7b.Q4_K_M.gguf', 'bound', 'restricted-weights', 'name'],
    ['file', 'Lark-2-3B-Chat-Q8_0-00001-of-00002.gguf', 'study', 'noncommercial-weights', 'name'],
    ['file', 'C:\\models\\owl.gguf', 'bound', 'restricted-weights', 'name'],
    ['file', 'cache/models--Maker--Lark-1-7B/snapshots/abc/model.safetensors', 'bound', 'restricted-weights', 'family'],
    ['file', 'model.gguf', null, 'unknown', 'none'],
  ])('%s %s', (kind, id, license, openness, evidence) => {
    const model = resolve({ kind, id });
    expect(model.license?.id ?? null).toBe(license);
    expect(model).toMatchObject({ kind, id, openness, evidence: { kind: evidence } });
  });
});

describe('a known model’s whole name within a stranger’s', () => {
  test.each([
    ['somebody/Big-Plover-X-9B-abliterated', 'study base'],
    ['somebody/Plover-X-9B-GGUF', 'study base'],
    ['somebody/Plover-X-Tune', undefined],
    ['somebody/XPlover-X-9B-Tune', undefined],
    // the name itself tells of a base that the entry leaves out
    ['somebody/Ibis-Lark-1-7B-Tune', 'bound base'],
    // two bear the name, under different terms
    ['somebody/Little-Snipe-40M-Tune', undefined],
  ])('%s: %s', (id, licence) => {
    const model = resolve({ kind: 'huggingface', id });
    expect(licensesOf(model)[0]).toBe(licence);
    expect(model.evidence.kind).toBe(licence ? 'name' : 'none');
  });
});

describe('the user’s own word', () => {
  const options = {
    userModels: [
      { id: 'acme/secret-7b', license: 'study', base: 'Maker/Lark-1-7B' },
      { id: 'Maker/Lark-1-7B', license: 'Free Licence' },
      { id: 'lark2', license: 'free' },
      { id: 'acme/odd', license: 'no such licence' },
    ],
  };
  test('a private model and its base', () => {
    const model = resolve({ kind: 'huggingface', id: 'ACME/secret-7b' }, options);
    expect(licensesOf(model)).toEqual(['study own', 'free base']);
    expect(model).toMatchObject({ openness: 'noncommercial-weights', evidence: { kind: 'user' } });
  });

  test('a correction keeps what else is known', () => {
    const model = resolve({ kind: 'huggingface', id: 'maker/lark-1-7b' }, options);
    expect(licensesOf(model)).toEqual(['free own']);
    expect(model).toMatchObject({ id: 'Maker/Lark-1-7B', release: 'Lark 1', context: 4096 });
  });

  test('an Ollama name means all its tags', () => {
    expect(licensesOf(resolve({ kind: 'ollama', id: 'lark2:3b' }, options))).toEqual(['free own']);
  });

  test('a licence that is not in the database is no licence', () => {
    expect(resolve({ kind: 'huggingface', id: 'acme/odd' }, options)).toMatchObject({
      license: null,
      evidence: { kind: 'user' },
    });
  });
});

describe('evidence from outside', () => {
  const evidence = { kind: 'local', source: 'README.md in the cache', checked: '2026-11-01' } as const;
  test('comes before what a name tells, and after the database', () => {
    const sources = [
      { license: () => undefined },
      { license: () => ({ license: 'FREE-1.0', base: 'Maker/Lark-1-7B', evidence }) },
    ];
    const model = resolve({ kind: 'huggingface', id: 'somebody/Jolly-Lark-2-7B' }, { sources });
    expect(licensesOf(model)).toEqual(['bound base', 'free own']);
    expect(model.evidence).toEqual(evidence);
    expect(resolve({ kind: 'huggingface', id: 'Maker/Lark-2-7B' }, { sources }).evidence.kind).toBe('family');
  });

  test('a licence that is not in the database says nothing', () => {
    const sources = [{ license: () => ({ license: 'other', evidence }) }];
    expect(resolve({ kind: 'huggingface', id: 'acme/x' }, { sources }).evidence.kind).toBe('none');
  });
});

describe('hostile ids', () => {
  test.each([
    'x'.repeat(10_000),
    `Maker/${'Lark-1-7B-'.repeat(1_000)}`,
    'Maker/Lark-1-7B\u0000',
    'Maker/Lark-1-7B\n',
    'Maker/\u202eB7-1-kraL',
    'Maker/Lark-1-7B\u200b',
    '',
    '/',
    '../../etc/passwd',
    '__proto__',
    'constructor/prototype',
  ])('%j is unknown', (id) => {
    for (const kind of ['huggingface', 'ollama', 'hosted', 'api', 'file'] as const) {
      expect(resolve({ kind, id })).toMatchObject({ id, license: null, openness: 'unknown' });
    }
  });
});

test('what recognisers may ask', () => {
  const knowledge = createKnowledge(database);
  expect(['maker/lark-1-7b', 'maker-labs/owl', 'maker/lark', 'src/main'].map(knowledge.isKnownModel)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(['Maker', 'PACKER', 'acme'].map(knowledge.isKnownPublisher)).toEqual([true, true, false]);
  expect(['lark2', 'lark'].map(knowledge.isOllamaModel)).toEqual([true, false]);
  expect(['my-lark-1.gguf', 'nginx'].map(knowledge.namesFamily)).toEqual([true, false]);
  expect(knowledge.api('phoenix-4')).toEqual({ kind: 'api', provider: 'maker' });
  expect(knowledge.api('nginx')).toBeUndefined();
});
