import { describe } from 'vitest';
import { cases, type Parameters } from '../testkit.ts';

/** As the modified MIT licence of Kimi K2 has it. */
const KIMI: Parameters<'threshold-attribution'> = {
  users: { count: 100_000_000, period: 'month' },
  revenue: { amount: 20_000_000, currency: 'USD', period: 'month' },
  words: 'Kimi K2',
  where: ['user interface'],
  prominent: true,
};
const small = { monthlyActiveUsers: 1_000, annualRevenue: { amount: 1_000, currency: 'USD' } };

describe('threshold-attribution', () => {
  cases('threshold-attribution', [
    [
      'is a note while nothing is declared',
      { clause: KIMI },
      {
        verdict: 'conditional',
        severity: 'information',
        asks: ['monthlyActiveUsers', 'annualRevenue'],
        text: 'Above 100,000,000 monthly users or 20,000,000 USD of monthly revenue, show “Kimi K2” prominently in: user interface',
      },
    ],
    ['is quiet where both are small', { clause: KIMI, usage: small }, { verdict: 'does-not-apply' }],
    [
      'cannot tell by one of the two',
      { clause: KIMI, usage: { monthlyActiveUsers: 1_000 } },
      { verdict: 'conditional', severity: 'information', asks: ['annualRevenue'] },
    ],
    [
      'applies over one of the two',
      { clause: KIMI, usage: { monthlyActiveUsers: 200_000_000 } },
      { verdict: 'applies', severity: 'information', reason: /200,000,000/ },
    ],
    [
      'is met by the words',
      { clause: KIMI, usage: { monthlyActiveUsers: 200_000_000 }, notices: 'made with Kimi K2' },
      { verdict: 'met' },
    ],
    [
      'knows thresholds of users alone',
      {
        clause: { words: 'X', where: ['website'], prominent: false, users: KIMI.users },
        usage: { monthlyActiveUsers: 1 },
      },
      { verdict: 'does-not-apply' },
    ],
  ]);
});
