import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('flow-down', () => {
  cases('flow-down', [
    [
      'is a note while nothing is declared',
      { clause: { what: 'use-restrictions' } },
      { verdict: 'conditional', severity: 'information', asks: ['distributes', 'hosts'] },
    ],
    [
      'applies where something goes out',
      { clause: { what: 'license' }, usage: { distributes: true } },
      { verdict: 'applies', severity: 'information', text: /under this licence only/ },
    ],
    [
      'applies to a service',
      { clause: { what: 'both' }, usage: { hosts: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'is quiet otherwise',
      { clause: { what: 'both' }, usage: { distributes: false, hosts: false } },
      { verdict: 'does-not-apply' },
    ],
  ]);
});
