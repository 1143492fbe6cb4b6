import { describe } from 'vitest';
import { cases } from '../testkit.ts';

const OVER = { amount: 20_000_000, currency: 'USD', period: 'year', affiliates: true } as const;

describe('hosting', () => {
  cases('hosting', [
    [
      'is a note while nothing is declared',
      { clause: { stance: 'forbidden' } },
      { verdict: 'conditional', severity: 'information', asks: ['hosts'] },
    ],
    [
      'warns where it is forbidden',
      { clause: { stance: 'forbidden', detail: 'No hosted service or API.' }, usage: { hosts: true } },
      {
        verdict: 'applies',
        severity: 'warning',
        text: 'Do not offer the model to others as a service (No hosted service or API)',
      },
    ],
    [
      'warns where it needs a licence',
      { clause: { stance: 'needs-license' }, usage: { hosts: true } },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'names the revenue above which alone it binds',
      {
        clause: { stance: 'needs-license', revenue: OVER, detail: 'features inside products do not count' },
        usage: { hosts: true, annualRevenue: { amount: 30_000_000, currency: 'USD' } },
        license: { licensor: 'Moonshot AI' },
      },
      {
        verdict: 'applies',
        severity: 'warning',
        text: 'Get permission from Moonshot AI before you offer the model to others as a service (only above 20,000,000 USD of yearly revenue, affiliates included; features inside products do not count)',
        reason:
          'you declared that you offer the model to others as a service; you declared 30,000,000 USD of yearly revenue',
      },
    ],
    [
      'is quiet below that revenue',
      {
        clause: { stance: 'needs-license', revenue: OVER },
        usage: { hosts: true, annualRevenue: { amount: 2_000_000, currency: 'USD' } },
      },
      { verdict: 'does-not-apply', reason: 'you declared 2,000,000 USD of yearly revenue' },
    ],
    [
      'is a note while the revenue is not known',
      { clause: { stance: 'needs-license', revenue: OVER }, usage: { hosts: true } },
      { verdict: 'conditional', severity: 'information', asks: ['annualRevenue'] },
    ],
    [
      'is a note where the revenue is in another currency',
      {
        clause: { stance: 'needs-license', revenue: OVER },
        usage: { hosts: true, annualRevenue: { amount: 30_000_000, currency: 'EUR' } },
      },
      { verdict: 'conditional', severity: 'information' },
    ],
    [
      'asks for both facts while nothing is declared',
      { clause: { stance: 'needs-license', revenue: OVER } },
      { verdict: 'conditional', severity: 'information', asks: ['hosts', 'annualRevenue'] },
    ],
    [
      'needs no revenue where nothing is hosted',
      { clause: { stance: 'needs-license', revenue: OVER }, usage: { hosts: false } },
      { verdict: 'does-not-apply', reason: 'you declared that you do not offer the model as a service' },
    ],
    [
      'is a duty where terms have to pass',
      { clause: { stance: 'terms-must-pass' }, usage: { hosts: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'is quiet where nothing is hosted',
      { clause: { stance: 'forbidden' }, usage: { hosts: false } },
      { verdict: 'does-not-apply' },
    ],
  ]);
});
