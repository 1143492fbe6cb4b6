import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('latest-version', () => {
  cases('latest-version', [
    [
      'stands on the card alone',
      { clause: {}, usage: { commercial: true } },
      { verdict: 'applies', text: /latest version/ },
    ],
  ]);
});
