import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from './compile.ts';
import { unpacker } from './compiled.ts';
import { openDatabase } from './lookup.ts';
import { Packer } from './pack.ts';
import { makePhraseBook, phraseWriter } from './phrases.ts';
import { databaseOf, FIXTURE, license, sourcesOf } from './testkit.ts';
import { toText } from './text.ts';
import { SCHEMA_VERSION } from './vocabulary.ts';

const database = databaseOf(FIXTURE);
const compiled = compile(sourcesOf(FIXTURE));

const ODD = '“für” 模型 𝔐';

describe('opening', () => {
  test.each([
    ['its text', toText(compiled)],
    ['plain JSON', JSON.stringify(compiled)],
  ])('from %s as from what is compiled', (_, text) => {
    const [opened, expected] = [openDatabase(text), openDatabase(compiled)];
    expect(opened.licenses()).toEqual(expected.licenses());
    expect(opened.models()).toEqual(expected.models());
    expect(opened.alternatives()).toEqual(expected.alternatives());
    expect(opened.names()).toEqual(expected.names());
  });

  test('its text is ASCII, whatever the entries hold', () => {
    const text = toText(
      compile(
        sourcesOf({ ...FIXTURE, 'licenses/odd.yaml': license('odd', 'open-weights').replace('odd licence', ODD) }),
      ),
    );
    expect(text).toMatch(/^[\n -~]*$/);
    expect(openDatabase(text).license('odd')?.name).toBe(ODD);
  });

  test('schema and date', () => {
    expect(database.schema).toBe(SCHEMA_VERSION);
    expect(database.date).toBe('2026-11-22');
  });

  test.each([
    ['99.0.0', /schema 99\.0\.0.*reads \d+\.x/],
    [undefined, /not a ModelTerms database/],
  ])('refuses schema %s and says why', (schema, message) => {
    expect(() => openDatabase({ ...compiled, schema })).toThrow(message);
  });

  test('reads later minor versions of its schema', () => {
    expect(openDatabase({ ...compiled, schema: SCHEMA_VERSION.replace(/\.\d+\./, '.99.') }).licenses()).toHaveLength(4);
  });
});

describe('looking up', () => {
  test.each(['free', 'FREE-1.0', 'free licence', 'Free Licence'])('licence named %s', (name) => {
    expect(database.licenseNamed(name)?.id).toBe('free');
  });

  test('licences, clauses and sources come back as they were written', () => {
    const written = sourcesOf(FIXTURE).licenses.map(({ data }) => data);
    expect(database.licenses()).toEqual(written);
  });

  test('ids in any case, answered in the database’s spelling', () => {
    expect(database.model('MAKER-LABS/owl')?.model.id).toBe('maker-labs/Owl');
    expect(database.spelling('maker/lark-2-7b-chat')).toBe('Maker/Lark-2-7B-Chat');
    expect(database.spelling('maker/lark-2-70b')).toBe('Maker/lark-2-70b');
    expect(database.spelling('nobody/x')).toBe('nobody/x');
    expect(database.idsNamed('OWL')).toEqual(['maker-labs/Owl']);
    expect(database.publisherOf('maker')?.name).toBe('Maker');
    expect(database.republisher('packer')?.org).toBe('Packer');
  });

  test('alternatives carry their task', () => {
    expect(database.alternatives()).toEqual([
      expect.objectContaining({ id: 'Maker/Lark-2-7B-Chat', task: 'text-generation' }),
    ]);
  });

  test.each([
    '',
    '/',
    'Maker/',
    '/Lark',
    'a/b/c',
    'x'.repeat(10_000),
    `Maker/${'Lark-'.repeat(5_000)}`,
    'Maker/\u0000',
    '__proto__/constructor',
    'constructor',
  ])('nothing is known of %j, and asking is safe', (id) => {
    expect(database.model(id)).toBeUndefined();
    expect(database.family(id)).toBeUndefined();
    expect(database.familiesInName(id)).toEqual([]);
    expect(database.api(id)).toBeUndefined();
    expect(database.ollama(id, id)).toBeUndefined();
    expect(database.license(id)).toBeUndefined();
  });
});

describe('packing', () => {
  // `__proto__` as a key is lost by any parser that builds plain objects
  const key = fc.string({ maxLength: 6 }).filter((name) => name !== '__proto__');
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary' }),
      fc.constantFrom('https://example.com/a licence', 'the licence of the model', 'the licence of the model, read'),
      fc.nat(),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;

  test('what is packed comes back', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), (values) => {
        const packer = new Packer(values);
        const packed = values.map((one) => packer.pack(one));
        const unpack = unpacker({ ...packer, book: { prefixes: '', phrases: [] } });
        expect(packed.map((one) => unpack(one))).toEqual(values);
      }),
    );
  });

  test('what is written with a phrase book comes back', () => {
    const words = fc.array(fc.constantFrom('the', 'licence', ' of', ' model', '~', '^', '-', '\n', 'é', '12'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 20 }), (lists) => {
        const strings = lists.map((list) => list.join(''));
        const book = makePhraseBook(strings);
        const write = phraseWriter(book);
        const unpack = unpacker({ shapes: [[]], shared: [], book });
        expect(strings.map(write).map((one) => unpack(one))).toEqual(strings);
      }),
    );
  });
});
