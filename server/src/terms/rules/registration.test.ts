import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('registration', () => {
  cases('registration', [
    [
      'asks whether there is commerce',
      { clause: { with: 'Stability AI', when: 'you use it for a commercial purpose' } },
      {
        verdict: 'conditional',
        severity: 'information',
        asks: ['commercial'],
        text: 'Register with Stability AI when you use it for a commercial purpose',
      },
    ],
    [
      'applies to commerce',
      { clause: { with: 'X', when: 'you use it commercially' }, usage: { commercial: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'is quiet without',
      { clause: { with: 'X', when: 'you use it commercially' }, usage: { commercial: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'cannot weigh another trigger',
      { clause: { with: 'X', when: 'you use the service' }, usage: { commercial: false } },
      { verdict: 'conditional', severity: 'information' },
    ],
  ]);
});
