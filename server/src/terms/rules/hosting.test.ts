import { describe } from 'vitest';
import { cases } from '../testkit.ts';

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
