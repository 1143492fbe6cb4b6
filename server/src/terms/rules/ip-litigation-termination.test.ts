import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('ip-litigation-termination', () => {
  cases('ip-litigation-termination', [
    [
      'stands on the card alone',
      { clause: { covers: ['patent', 'copyright'] } },
      { verdict: 'conditional', text: 'Rights end if you sue over patents or copyright in it' },
    ],
    [
      'can be raised',
      { clause: { covers: ['any-ip'] }, severity: { 'ip-litigation-termination': 'hint' } },
      { verdict: 'conditional', severity: 'hint' },
    ],
  ]);
});
