import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('state-changes', () => {
  cases('state-changes', [
    ['stands on the card alone', { clause: {} }, { verdict: 'conditional', asks: ['fineTunes', 'distributes'] }],
    [
      'applies to changes that go out',
      { clause: {}, usage: { fineTunes: true, distributes: true } },
      { verdict: 'applies' },
    ],
    [
      'does not apply to what is not changed',
      { clause: {}, usage: { fineTunes: false } },
      { verdict: 'does-not-apply' },
    ],
  ]);
});
