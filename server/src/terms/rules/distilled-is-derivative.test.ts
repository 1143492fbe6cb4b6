import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('distilled-is-derivative', () => {
  cases('distilled-is-derivative', [
    [
      'stands on the card while nothing is declared',
      { clause: {} },
      { verdict: 'conditional', asks: ['trainsOnOutputs'] },
    ],
    [
      'is a note where models are trained on outputs',
      { clause: {}, usage: { trainsOnOutputs: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    ['also where this file does', { clause: {}, teaches: {} }, { verdict: 'applies', severity: 'information' }],
    ['is quiet otherwise', { clause: {}, usage: { trainsOnOutputs: false } }, { verdict: 'does-not-apply' }],
  ]);
});
