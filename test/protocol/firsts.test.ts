/** What a user relies on first, in the editor: diagnostics and card, with the real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRSTS, HOSTILE_IDS } from './firsts.ts';
import { hoverText, plant, TestClient } from './kit.ts';

let client: TestClient;
let planted: ReturnType<typeof plant>;
beforeAll(async () => {
  planted = plant({});
  client = await TestClient.start({ folders: [planted.folder] });
});
afterAll(async () => {
  await client.stop();
  planted.remove();
});

const LEVELS = ['', 'error', 'warning', 'information', 'hint'];

describe('in the editor', () => {
  it.each(FIRSTS)('$name', async ({ card = [], file, finding, notOnCard = [], reference, text }) => {
    const document = client.open(text, file, { folder: planted.folder });
    const diagnostics = await document.diagnostics();
    expect(diagnostics.map(({ code, range, severity = 0 }) => [LEVELS[severity], code, range])).toEqual(
      finding && reference ? [[...finding, document.rangeOf(reference)]] : [],
    );
    if (reference !== undefined) {
      const hover = await document.hover(reference);
      expect(hover?.range).toEqual(document.rangeOf(reference));
      const plain = hoverText(hover).replace(/\\(?=[^\w\s])/g, '');
      for (const said of card) expect(plain).toMatch(said);
      for (const notSaid of notOnCard) expect(plain).not.toMatch(notSaid);
    }
    await document.close();
  });
});

describe('an id that tries to be something else', () => {
  const places: readonly (readonly [string, string, (id: string) => string])[] = [
    ['YAML', 'a.yaml', (id) => `model: ${JSON.stringify(id)}\n`],
    ['JSON', 'a.json', (id) => JSON.stringify({ model: id })],
    ['.env', 'a.env', (id) => `MODEL_ID="${id.replaceAll('\u001B', '')}"\n`],
  ];
  const cases = places.flatMap(([format, file, textOf]) =>
    HOSTILE_IDS.map(([name, id]) => ({ name: `${name} in ${format}`, file, text: textOf(id), id })),
  );

  it.each(cases)('$name', async ({ file, text }) => {
    const document = client.open(text, file);
    const diagnostics = await document.diagnostics();
    const at = text.indexOf('acme');
    const hover = at < 0 ? null : await document.hover('acme');
    for (const shown of [...diagnostics.map(({ message }) => String(message)), hoverText(hover).replaceAll('\n', '')]) {
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(shown).not.toMatch(/(?<!\\)\]\(command:|<img/);
      expect(shown.length).toBeLessThan(20_000);
    }
    await document.close();
  });
});
