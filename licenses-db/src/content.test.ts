/** The database as its source files stand. */
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { openDatabase } from './lookup.ts';
import { recogniseLicense } from './recognise.ts';
import { staleJsonSchemas } from './sources/json-schemas.ts';
import { loadSources } from './sources/load.ts';
import { formatProblem } from './sources/problems.ts';
import { validate } from './validation/index.ts';

const sources = loadSources();

test('the source files have no problems', () => {
  const today = new Date().toISOString().slice(0, 10);
  expect(validate(sources, { today }).map(formatProblem)).toEqual([]);
});

test('the JSON Schemas say what the types say; otherwise run `npm run db schema`', () => {
  expect(staleJsonSchemas()).toEqual([]);
});

/** Every `license:` id that Hugging Face's documentation lists (June 2026). */
const HUGGING_FACE_IDS = `
  apache-2.0 mit openrail bigscience-openrail-m creativeml-openrail-m bigscience-bloom-rail-1.0
  bigcode-openrail-m afl-3.0 artistic-2.0 bsl-1.0 bsd bsd-2-clause bsd-3-clause bsd-3-clause-clear c-uda cc
  cc0-1.0 cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0
  cc-by-nc-4.0 cc-by-nd-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0
  cdla-sharing-1.0 cdla-permissive-1.0 cdla-permissive-2.0 wtfpl ecl-2.0 epl-1.0 epl-2.0 etalab-2.0 eupl-1.1
  eupl-1.2 agpl-3.0 gfdl gpl gpl-2.0 gpl-3.0 lgpl lgpl-2.1 lgpl-3.0 isc h-research intel-research lppl-1.3c
  ms-pl apple-ascl apple-amlr mpl-2.0 odc-by odbl openmdw-1.0 openmdw-1.1 openrail++ osl-3.0 postgresql ofl-1.1
  ncsa unlicense zlib pddl lgpl-lr deepfloyd-if-license fair-noncommercial-research-license llama2 llama3
  llama3.1 llama3.2 llama3.3 llama4 grok2-community gemma unknown other
`;

const database = openDatabase(compile(sources));

test('a text that holds what tells a licence from the others is taken for no other', () => {
  const confused = database.licenses().flatMap(({ id, recognise }) =>
    (recognise?.title ?? []).flatMap((title) => {
      const told = recogniseLicense([title, ...(recognise?.phrases ?? [])].join('\n\n'), database)?.id;
      return told === id ? [] : [`${id} by "${title}": ${told}`];
    }),
  );
  expect(confused).toEqual([]);
});

test('MIT with a clause more is not taken for MIT', () => {
  const { title = [], phrases = [] } = database.license('mit')?.recognise ?? {};
  const modified = database.licenses().filter(({ recognise }) => recognise?.title.includes('Modified MIT License'));
  expect(modified.length).toBeGreaterThan(5);
  for (const { id, recognise } of modified) {
    const text = ['Modified MIT License', ...title, ...phrases, ...(recognise?.phrases ?? [])].join('\n\n');
    expect(recogniseLicense(text, database)?.id).toBe(id);
  }
});

test('every licence whose whole text was read can be told by it', () => {
  const ids = database
    .licenses()
    .filter(({ recognise, verification, kind }) => !recognise && verification === 'read' && kind !== 'placeholder')
    .map(({ id }) => id);
  // their terms stand in a readme and in a model card, and are no text of their own
  expect(ids).toEqual(['insightface-research', 'whiterabbitneo']);
});

test('every licence id of Hugging Face resolves, by itself', () => {
  const ids = HUGGING_FACE_IDS.trim().split(/\s+/);
  expect(ids.filter((id) => database.license(id) === undefined)).toEqual([]);
});
