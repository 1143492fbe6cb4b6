import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('field-of-use', () => {
  cases('field-of-use', [
    [
      'is a note while nothing is declared',
      { clause: { forbids: ['military', 'nuclear'] } },
      {
        verdict: 'conditional',
        severity: 'information',
        asks: ['fields'],
        text: 'Not for these fields: military, nuclear',
      },
    ],
    [
      'warns of a declared field that is barred',
      { clause: { forbids: ['military'] }, usage: { fields: ['defence'] } },
      { verdict: 'applies', severity: 'warning', reason: /defence/ },
    ],
    [
      'is quiet for others',
      { clause: { forbids: ['military'] }, usage: { fields: ['education'] } },
      { verdict: 'does-not-apply' },
    ],
    [
      'cannot tell a field of which only a part is barred',
      { clause: { forbids: ['unauthorised surveillance'] }, usage: { fields: ['surveillance'] } },
      { verdict: 'conditional', severity: 'information', reason: /compare for yourself: unauthorised surveillance/ },
    ],
    [
      'warns of a whole field before a part',
      { clause: { forbids: ['unreviewed medical diagnosis', 'military'] }, usage: { fields: ['medical', 'defence'] } },
      { verdict: 'applies', severity: 'warning', reason: /defence/ },
    ],
    [
      'cannot tell a field it does not know',
      { clause: { forbids: ['military'] }, usage: { fields: ['gardening'] } },
      { verdict: 'conditional', severity: 'information', reason: /gardening/ },
    ],
  ]);
});
