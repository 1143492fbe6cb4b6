import { expect, test } from 'vitest';
import { publisherName } from './publisher.ts';

const MAKER = { id: 'maker', orgs: ['maker-labs'] };

test.each([
  [{ ...MAKER, name: 'Maker' }, 'maker-labs/Owl', 'Maker'],
  [MAKER, 'maker-labs/Owl', 'maker-labs'],
  [MAKER, 'owl:7b', undefined],
])('%o shows %s as by %s', (publisher, id, expected) => {
  expect(publisherName(publisher, id)).toBe(expected);
});
