import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('revocable', () => {
  cases('revocable', [
    [
      'stands on the card',
      { clause: { how: 'on notice' } },
      { verdict: 'applies', text: 'The licence can be ended without a breach (on notice)' },
    ],
    [
      'is a note for a business',
      { clause: { how: 'on notice' }, usage: { commercial: true } },
      { verdict: 'applies', severity: 'information' },
    ],
  ]);
});
