import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('license-copy', () => {
  cases('license-copy', [
    [
      'stands on the card alone',
      { clause: { when: 'you distribute it' } },
      { verdict: 'conditional', text: 'Pass on a copy of the licence when you distribute it' },
    ],
    [
      'applies where something goes out',
      { clause: { when: 'you distribute it' }, usage: { distributes: true } },
      { verdict: 'applies' },
    ],
    [
      'does not where nothing does',
      { clause: { when: 'you distribute it' }, usage: { distributes: false } },
      { verdict: 'does-not-apply' },
    ],
  ]);
});
