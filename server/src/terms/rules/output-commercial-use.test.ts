import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('output-commercial-use', () => {
  cases('output-commercial-use', [
    [
      'is a note while nothing is declared',
      { clause: { stance: 'forbidden' } },
      { verdict: 'conditional', severity: 'information', asks: ['commercial'] },
    ],
    [
      'warns of commercial use',
      { clause: { stance: 'forbidden' }, usage: { commercial: true } },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'is quiet without',
      { clause: { stance: 'forbidden' }, usage: { commercial: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'a freedom is never a finding',
      { clause: { stance: 'allowed' }, usage: { commercial: true }, severity: { 'output-commercial-use': 'error' } },
      { verdict: 'applies', text: /may be used commercially/ },
    ],
  ]);
});
