import { describe, expect, it } from 'vitest';
import { cases, weigh } from '../testkit.ts';

const NOTICE = { words: 'Llama 3.1 is licensed under …', file: 'Notice' };

describe('notice-file', () => {
  cases('notice-file', [
    [
      'is a note while nothing is declared',
      { clause: NOTICE },
      { verdict: 'conditional', severity: 'information', asks: ['distributes'] },
    ],
    [
      'is quiet where nothing goes out',
      { clause: NOTICE, usage: { distributes: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'a service passes on no copy',
      { clause: NOTICE, usage: { distributes: false, hosts: true } },
      { verdict: 'does-not-apply' },
    ],
    [
      'is met by the exact words',
      { clause: NOTICE, usage: { distributes: true }, notices: 'Llama 3.1 is licensed under …' },
      { verdict: 'met' },
    ],
    [
      'is not met by others',
      { clause: NOTICE, usage: { distributes: true }, notices: 'Llama 3 is licensed under …' },
      { verdict: 'applies', severity: 'warning', rule: 'notice-missing' },
    ],
    [
      'is not met by what users see: it lies beside the copies',
      { clause: NOTICE, usage: { distributes: true }, notices: '', shown: 'Llama 3.1 is licensed under …' },
      { verdict: 'applies', severity: 'warning', rule: 'notice-missing' },
    ],
    [
      'cannot tell where nobody looked',
      { clause: NOTICE, usage: { distributes: true } },
      { verdict: 'applies', severity: 'information' },
    ],
  ]);

  it('offers the words for the NOTICE file', () => {
    const { finding } = weigh('notice-file', { clause: NOTICE, usage: { distributes: true }, notices: '' });
    expect(finding?.fix).toEqual({ kind: 'add-notice', file: 'NOTICE', words: NOTICE.words });
  });
});
