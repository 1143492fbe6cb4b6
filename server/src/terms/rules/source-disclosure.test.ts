import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('source-disclosure', () => {
  cases('source-disclosure', [
    [
      'is a note while nothing is declared',
      { clause: { when: 'you convey it' } },
      { verdict: 'conditional', severity: 'information', text: 'Make the source available when you convey it' },
    ],
    [
      'applies where something goes out',
      { clause: { when: 'you convey it' }, usage: { distributes: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'is quiet otherwise',
      { clause: { when: 'you convey it' }, usage: { distributes: false, hosts: false } },
      { verdict: 'does-not-apply' },
    ],
  ]);
});
