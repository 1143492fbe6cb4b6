import { describe, expect, it } from 'vitest';
import { cases, type Parameters, weigh } from '../testkit.ts';

const LLAMA: Parameters<'user-threshold'> = {
  count: 700_000_000,
  period: 'month',
  measured: 'at-release',
  affiliates: true,
  above: 'needs-license',
  licensor: 'Meta',
};
const BARRED: Parameters<'user-threshold'> = {
  ...LLAMA,
  count: 1_000_000,
  measured: 'any-time',
  affiliates: false,
  above: 'not-permitted',
};

describe('user-threshold', () => {
  cases('user-threshold', [
    [
      'is a note while nothing is declared',
      { clause: LLAMA },
      { verdict: 'conditional', severity: 'information', asks: ['monthlyActiveUsers'] },
    ],
    [
      'is quiet far below',
      { clause: LLAMA, usage: { monthlyActiveUsers: 120_000 } },
      { verdict: 'does-not-apply', reason: 'you declared 120,000 monthly users' },
    ],
    [
      'is quiet at the very number',
      { clause: LLAMA, usage: { monthlyActiveUsers: 700_000_000 } },
      { verdict: 'does-not-apply' },
    ],
    [
      'warns above',
      { clause: LLAMA, usage: { monthlyActiveUsers: 700_000_001 } },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'warns where more is not permitted at all',
      { clause: BARRED, usage: { monthlyActiveUsers: 2_000_000 } },
      { verdict: 'applies', severity: 'warning', text: 'No licence above 1,000,000 monthly users' },
    ],
    [
      'cannot tell users of a year from those of a month',
      { clause: { ...LLAMA, period: 'year' }, usage: { monthlyActiveUsers: 600_000_000 } },
      { verdict: 'conditional', severity: 'information' },
    ],
    [
      'can tell that a month alone passes the year',
      { clause: { ...LLAMA, period: 'year' }, usage: { monthlyActiveUsers: 800_000_000 } },
      { verdict: 'applies', severity: 'warning' },
    ],
  ]);

  it('says its own date and scope', () => {
    const { finding } = weigh('user-threshold', {
      clause: LLAMA,
      license: { released: '2024-07-23', shortName: 'Llama 3.1 licence' },
      usage: { monthlyActiveUsers: 800_000_000 },
    });
    expect(finding?.message).toBe(
      "Llama 3.1 licence: Above 700,000,000 monthly users you need a licence from Meta (counted in the month before the version's release, 2024-07-23; affiliates included); you declared 800,000,000 monthly users",
    );
  });
});
