import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('remote-restriction', () => {
  cases('remote-restriction', [
    [
      'is a note, for whoever builds on it',
      { clause: {}, license: { licensor: 'Google' } },
      {
        verdict: 'applies',
        severity: 'information',
        text: 'Google may restrict use that breaks the terms, remotely or otherwise',
      },
    ],
    [
      'is one for a business',
      { clause: {}, usage: { commercial: true } },
      { verdict: 'applies', severity: 'information', text: /^The licensor/ },
    ],
    [
      'stands on the card alone where nothing commercial is done',
      { clause: {}, usage: { commercial: false } },
      { verdict: 'applies' },
    ],
  ]);
});
