import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('disclosure', () => {
  cases('disclosure', [
    [
      'is a note while nothing is declared',
      { clause: { what: 'known dangers, to end users' } },
      { verdict: 'conditional', severity: 'information', text: 'Disclose known dangers, to end users' },
    ],
    [
      'applies to a service',
      { clause: { what: 'that it is AI' }, usage: { hosts: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'is quiet where nobody else is reached',
      { clause: { what: 'that it is AI' }, usage: { distributes: false, hosts: false } },
      { verdict: 'does-not-apply' },
    ],
  ]);
});
