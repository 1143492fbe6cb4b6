import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('attribution', () => {
  cases('attribution', [
    [
      'stands on the card alone',
      { clause: { what: ['copyright notices'] } },
      { verdict: 'conditional', text: 'Keep with every copy: copyright notices' },
    ],
    [
      'also when something is distributed',
      { clause: { what: ['copyright notices'] }, usage: { distributes: true } },
      { verdict: 'applies' },
    ],
    [
      'does not apply where nothing is',
      { clause: { what: ['copyright notices'], words: '© Acme' }, usage: { distributes: false } },
      { verdict: 'does-not-apply', text: /“© Acme”/ },
    ],
    [
      'can be raised',
      { clause: { what: ['notices'] }, usage: { distributes: true }, severity: { attribution: 'warning' } },
      { verdict: 'applies', severity: 'warning' },
    ],
  ]);
});
