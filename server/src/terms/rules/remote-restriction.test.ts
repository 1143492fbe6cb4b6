import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('remote-restriction', () => {
  cases('remote-restriction', [
    [
      'stands on the card',
      { clause: {}, license: { licensor: 'Google' } },
      { verdict: 'applies', text: 'Google may restrict its use, remotely or otherwise' },
    ],
    [
      'is a note for a business',
      { clause: {}, usage: { commercial: true } },
      { verdict: 'applies', severity: 'information', text: /^The licensor/ },
    ],
    ['is none for others', { clause: {}, usage: { commercial: false } }, { verdict: 'applies' }],
  ]);
});
