import { describe, expect, it } from 'vitest';
import { barredField, FIELDS, fieldIs } from './fields.ts';

describe('fields of use', () => {
  it.each([
    [['defence'], ['military', 'nuclear'], { field: 'defence', by: 'military', inPart: false }],
    [['Health-care'], ['medical advice'], 'cannot-tell'],
    [['healthcare'], ['medical advice'], { field: 'healthcare', by: 'medical advice', inPart: false }],
    [
      ['retail', 'law enforcement'],
      ['law enforcement decisions'],
      { field: 'law enforcement', by: 'law enforcement decisions', inPart: false },
    ],
    [['gardening'], ['military'], 'cannot-tell'],
    [['gardening'], ['Gardening'], { field: 'gardening', by: 'Gardening', inPart: false }],
    [['surveillance'], ['illegal surveillance'], { field: 'surveillance', by: 'illegal surveillance', inPart: true }],
    [
      ['medical', 'military'],
      ['unlicensed practice (legal, medical, financial)', 'military'],
      { field: 'military', by: 'military', inPart: false },
    ],
    [
      ['law'],
      ['unlicensed practice (legal, medical, financial)'],
      { field: 'law', by: 'unlicensed practice (legal, medical, financial)', inPart: true },
    ],
    [
      ['legal'],
      ['illegal activity', 'decisions of legal or material effect', 'automated decisions against legal rights'],
      'none',
    ],
    [['adult-content'], ['child sexual abuse material', 'sexual solicitation'], 'none'],
    [
      ['government'],
      ['governments and public administrations'],
      { field: 'government', by: 'governments and public administrations', inPart: false },
    ],
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
