import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('revocable', () => {
  cases('revocable', [
    [
      'is a note, for whoever builds on it',
      { clause: { how: 'on notice' } },
      { verdict: 'applies', severity: 'information', text: 'The licence can be revoked (on notice)' },
    ],
    [
      'is one for a business',
      { clause: { how: 'on notice' }, usage: { commercial: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'stands on the card alone where nothing commercial is done',
      { clause: { how: 'on notice' }, usage: { commercial: false } },
      { verdict: 'applies' },
    ],
  ]);
});
