import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('competitor-bar', () => {
  cases('competitor-bar', [
    [
      'is never settled by a profile',
      { clause: { against: "LG's own models" }, usage: { commercial: false } },
      { verdict: 'conditional', severity: 'information', text: "Do not use it to compete with LG's own models" },
    ],
    [
      'can be silenced',
      { clause: { against: 'X' }, severity: { 'competitor-bar': 'off' } },
      { verdict: 'conditional' },
    ],
  ]);
});
