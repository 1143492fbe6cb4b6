import { describe, expect, it } from 'vitest';
import { barredField, FIELDS, fieldIs } from './fields.ts';

describe('fields of use', () => {
  it.each([
    [['defence'], ['military', 'nuclear'], { field: 'defence', by: 'military' }],
    [['Health-care'], ['medical advice'], 'cannot-tell'],
    [['healthcare'], ['medical advice'], { field: 'healthcare', by: 'medical advice' }],
    [
      ['retail', 'law enforcement'],
      ['law enforcement decisions'],
      { field: 'law enforcement', by: 'law enforcement decisions' },
    ],
    [['gardening'], ['military'], 'cannot-tell'],
    [['gardening'], ['Gardening'], { field: 'gardening', by: 'Gardening' }],
    [['education', 'finance'], ['military', 'surveillance'], 'none'],
  ] as const)('%j against %j: %j', (declared, forbids, expected) => {
    expect(barredField(declared, forbids)).toEqual(expected);
  });

  it('knows a field by its other spellings', () => {
    expect(fieldIs('Academic Research', 'research')).toBe(true);
    expect(fieldIs('retail', 'research')).toBe(false);
  });

  it('has no spelling twice', () => {
    const spellings = FIELDS.flatMap((field) => [field.id.replaceAll('-', ' '), ...field.also]);
    expect(spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index)).toEqual([]);
  });
});
