import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('jurisdiction', () => {
  cases('jurisdiction', [
    [
      'stands on the card alone',
      { clause: { law: 'California, USA', venue: 'courts of California' } },
      { verdict: 'applies', text: 'Law: California, USA; courts of California' },
    ],
    ['also without a venue', { clause: { law: 'China' } }, { verdict: 'applies', text: 'Law: China' }],
  ]);
});
