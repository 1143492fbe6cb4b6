import { describe, expect, test } from 'vitest';
import { recogniseLicense } from './recognise.ts';
import { databaseOf, FIXTURE, license } from './testkit.ts';

const database = databaseOf(FIXTURE);

describe('a licence by its text', () => {
  test.each([
    ['as it stands', 'Bound Licence\n\nYou are bound to the mast.', 'bound'],
    ['broken lines, marks and case', '# BOUND   LICENCE\r\n> you are Bound\n> to the\n> mast', 'bound'],
    ['a later version that holds the earlier one’s words', 'Bound Licence\nVersion Two\nbound to the mast', 'bound-2'],
    ['title alone', 'Bound Licence\nfree as a bird', undefined],
    ['words alone', 'bound to the mast', undefined],
    ['title far from the head', `${'x '.repeat(1_000)}Bound Licence, bound to the mast`, undefined],
    ['nothing', '', undefined],
  ])('%s', (_, text, id) => {
    expect(recogniseLicense(text, database)?.id).toBe(id);
  });

  test('undecided where two fit equally well', () => {
    const twin = license(
      'twin',
      'restricted-weights',
      'clauses: []\nrecognise: { title: [Bound Licence], phrases: [bound to the mast] }',
    );
    const twins = databaseOf({ ...FIXTURE, 'licenses/twin.yaml': twin });
    expect(recogniseLicense('Bound Licence: bound to the mast', twins)).toBeUndefined();
  });
});
