import { describe } from 'vitest';
import { cases, type Parameters } from '../testkit.ts';

const YEARLY: Parameters<'revenue-threshold'> = {
  amount: 1_000_000,
  currency: 'USD',
  period: 'year',
  affiliates: true,
  above: 'needs-license',
  licensor: 'Stability AI',
};
const MONTHLY: Parameters<'revenue-threshold'> = {
  ...YEARLY,
  amount: 20_000_000,
  period: 'month',
  above: 'not-permitted',
};
const earns = (amount: number, currency = 'USD') => ({ annualRevenue: { amount, currency } });

describe('revenue-threshold', () => {
  cases('revenue-threshold', [
    [
      'is a note while nothing is declared',
      { clause: YEARLY },
      {
        verdict: 'conditional',
        severity: 'information',
        asks: ['annualRevenue'],
        text: 'Above 1,000,000 USD of yearly revenue you need a licence from Stability AI (affiliates included)',
      },
    ],
    ['is quiet below', { clause: YEARLY, usage: earns(999_999) }, { verdict: 'does-not-apply', reason: /999,999 USD/ }],
    ['warns above', { clause: YEARLY, usage: earns(1_000_001) }, { verdict: 'applies', severity: 'warning' }],
    [
      'cannot compare currencies',
      { clause: YEARLY, usage: earns(5, 'EUR') },
      { verdict: 'conditional', severity: 'information', reason: /5 EUR; the threshold is in USD/ },
    ],
    [
      'knows that no month passed the sum of a year',
      { clause: MONTHLY, usage: earns(20_000_000) },
      { verdict: 'does-not-apply' },
    ],
    [
      'cannot tell one good month',
      { clause: MONTHLY, usage: earns(100_000_000) },
      { verdict: 'conditional', severity: 'information', text: /^No licence above 20,000,000 USD of monthly revenue/ },
    ],
    [
      'knows that some month reached the mean',
      { clause: MONTHLY, usage: earns(241_000_000) },
      { verdict: 'applies', severity: 'warning' },
    ],
  ]);
});
