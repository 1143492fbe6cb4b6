import { describe, expect, it } from 'vitest';
import { readCount, readMoney } from './figures.ts';

describe('a count', () => {
  it.each([
    ['120000', 120000],
    [' 0 ', 0],
    ['1,200,000', 1200000],
    ['1.200.000', 1200000],
    ['1 200 000', 1200000],
    ["1'200'000", 1200000],
    ['5k', 5000],
    ['1.2M', 1200000],
    ['2 bn', 2000000000],
    // one and a half, or fifteen?
    ['1.5', undefined],
    ['1,5', undefined],
    ['1,2000', undefined],
    ['-5', undefined],
    ['many', undefined],
    ['', undefined],
  ])('%s', (text, count) => expect(readCount(text)).toBe(count));
});

describe('money', () => {
  it.each([
    ['2000000 EUR', { amount: 2000000, currency: 'EUR' }],
    ['2,000,000 usd', { amount: 2000000, currency: 'USD' }],
    ['USD 5M', { amount: 5000000, currency: 'USD' }],
    ['5M USD', { amount: 5000000, currency: 'USD' }],
    ['5000000USD', { amount: 5000000, currency: 'USD' }],
    ['2,5EUR', undefined],
    ['2000000', undefined],
    ['EUR', undefined],
    ['2000000 €', undefined],
  ])('%s', (text, money) => expect(readMoney(text)).toEqual(money));
});
