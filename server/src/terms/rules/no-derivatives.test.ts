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
      'warns where a file makes one and pushes it',
      { clause: {}, published: 'hub' },
      { verdict: 'applies', severity: 'warning', reason: /makes a model from it; this file publishes the result/ },
    ],
    [
      'a model taught by it is none made from it',
      { clause: {}, published: 'hub', teaches: {} },
      { verdict: 'conditional', severity: 'information', asks: ['fineTunes'] },
    ],
    [
      'warns of any copy that goes out, where no copy may',
      { clause: { copiesToo: true }, usage: { fineTunes: false, distributes: true } },
      { verdict: 'applies', severity: 'warning', text: 'Do not pass the model on, changed or not' },
    ],
    [
      'is quiet on copies kept at home',
      { clause: { copiesToo: true }, usage: { distributes: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'is quiet on changes kept at home',
      { clause: {}, usage: { fineTunes: true, distributes: false } },
      { verdict: 'does-not-apply' },
    ],
  ]);
});
