import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('no-derivatives', () => {
  cases('no-derivatives', [
    [
      'is a note while nothing is declared',
      { clause: {} },
      { verdict: 'conditional', severity: 'information', asks: ['fineTunes', 'distributes'] },
    ],
    [
      'warns of a changed version that goes out',
      { clause: {}, usage: { fineTunes: true, distributes: true } },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'is quiet on changes kept at home',
      { clause: {}, usage: { fineTunes: true, distributes: false } },
      { verdict: 'does-not-apply' },
    ],
  ]);
});
