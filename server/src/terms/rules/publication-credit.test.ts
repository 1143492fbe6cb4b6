import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('publication-credit', () => {
  cases('publication-credit', [
    ['stands on the card alone', { clause: {} }, { verdict: 'conditional', text: /publications/ }],
    [
      'says the words',
      { clause: { words: 'Doe et al. (2024)' } },
      { verdict: 'conditional', text: /“Doe et al. \(2024\)”/ },
    ],
  ]);
});
