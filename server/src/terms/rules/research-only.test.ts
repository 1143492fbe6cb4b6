import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('research-only', () => {
  cases('research-only', [
    [
      'warns while nothing is declared',
      { clause: {} },
      { verdict: 'conditional', severity: 'warning', asks: ['commercial', 'fields'] },
    ],
    [
      'warns of commercial use',
      { clause: {}, usage: { commercial: true, fields: ['research'] } },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'is quiet in research',
      { clause: {}, usage: { commercial: false, fields: ['Academic Research'] } },
      { verdict: 'does-not-apply' },
    ],
    [
      'warns of another field',
      { clause: {}, usage: { fields: ['gardening'] } },
      { verdict: 'applies', severity: 'warning', reason: /gardening/ },
    ],
    [
      'cannot tell a hobby from research, and lowers its voice',
      { clause: { allows: ['academic research'] }, usage: { commercial: false } },
      {
        verdict: 'conditional',
        severity: 'information',
        asks: ['fields'],
        text: 'Research use only (allowed: academic research)',
      },
    ],
  ]);
});
