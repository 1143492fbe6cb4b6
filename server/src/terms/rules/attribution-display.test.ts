import { describe, expect, it } from 'vitest';
import { cases, type Parameters, weigh } from '../testkit.ts';

const BUILT: Parameters<'attribution-display'> = {
  words: 'Built with Llama',
  orWords: ['Improved with Llama'],
  where: ['website', 'about page'],
  when: 'you distribute a product with it',
  prominent: true,
};

/** Owed for models made with it alone, as under the Qwen licence. */
const MADE: Parameters<'attribution-display'> = { ...BUILT, words: 'Built with Qwen', trigger: 'making' };
const SOLD: Parameters<'attribution-display'> = { ...BUILT, words: 'MiniMax M2.5', trigger: 'commercial-use' };

describe('attribution-display', () => {
  cases('attribution-display', [
    [
      'is a note while nothing is declared',
      { clause: BUILT },
      { verdict: 'conditional', severity: 'information', asks: ['distributes', 'hosts'] },
    ],
    [
      'is quiet where nothing goes out',
      { clause: BUILT, usage: { distributes: false, hosts: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'cannot tell by one half',
      { clause: BUILT, usage: { distributes: false } },
      { verdict: 'conditional', severity: 'information', asks: ['hosts'] },
    ],
    [
      'applies where a product goes out',
      { clause: BUILT, usage: { distributes: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'applies to a service',
      { clause: BUILT, usage: { hosts: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'is met by the words',
      { clause: BUILT, usage: { distributes: true }, notices: 'Built with Llama' },
      { verdict: 'met', reason: /there/ },
    ],
    [
      'is met by other words the text accepts',
      { clause: BUILT, usage: { distributes: true }, notices: 'Improved with Llama' },
      { verdict: 'met' },
    ],
    [
      'is met by the words where users see them',
      { clause: BUILT, usage: { distributes: true }, notices: '', shown: 'About. Built with Llama' },
      { verdict: 'met', reason: /there/ },
    ],
    ['is met whether or not anything goes out', { clause: BUILT, notices: 'Built with Llama' }, { verdict: 'met' }],
    [
      'misses words that are known to be absent',
      { clause: BUILT, usage: { distributes: true }, notices: 'Built with love' },
      { verdict: 'applies', severity: 'warning', rule: 'notice-missing', reason: /nowhere/ },
    ],
    [
      'notes that they are absent here where the result is pushed elsewhere',
      { clause: BUILT, published: 'hub', notices: '' },
      { verdict: 'applies', severity: 'information', rule: 'notice-missing' },
    ],
    [
      'says so as a note on a card',
      { clause: BUILT, published: 'card', notices: '' },
      { verdict: 'conditional', severity: 'information', rule: 'notice-missing', reason: /card/ },
    ],
    [
      'says so as a note in a Modelfile, which may stay at home',
      { clause: BUILT, published: 'modelfile', notices: '' },
      { verdict: 'conditional', severity: 'information', rule: 'notice-missing' },
    ],
    [
      'believes a profile that nothing goes out',
      { clause: BUILT, usage: { distributes: false, hosts: false }, published: 'hub', notices: '' },
      { verdict: 'does-not-apply' },
    ],
  ]);

  describe('owed for what is made with it', () => {
    cases('attribution-display', [
      [
        'leaves alone who only ships it',
        { clause: MADE, usage: { distributes: true, fineTunes: false, trainsOnOutputs: false }, notices: '' },
        { verdict: 'does-not-apply', reason: /do not fine-tune/ },
      ],
      [
        'cannot tell whether anything is made',
        { clause: MADE, usage: { distributes: true }, notices: '' },
        { verdict: 'conditional', severity: 'information', asks: ['fineTunes', 'trainsOnOutputs'] },
      ],
      [
        'misses the words where a model is made and given away',
        { clause: MADE, usage: { distributes: true, fineTunes: true }, notices: '' },
        { verdict: 'applies', severity: 'warning', rule: 'notice-missing' },
      ],
      [
        'sees it in a file that pushes what it makes',
        { clause: MADE, published: 'hub', notices: '' },
        { verdict: 'applies', severity: 'information', rule: 'notice-missing' },
      ],
    ]);
  });

  describe('owed for commercial use', () => {
    cases('attribution-display', [
      ['asks for it', { clause: SOLD }, { verdict: 'conditional', severity: 'information', asks: ['commercial'] }],
      ['is quiet without', { clause: SOLD, usage: { commercial: false, hosts: true } }, { verdict: 'does-not-apply' }],
      [
        'misses the words with it',
        { clause: SOLD, usage: { commercial: true }, notices: '' },
        { verdict: 'applies', severity: 'warning', rule: 'notice-missing' },
      ],
    ]);
  });

  it('offers the words for the README, which is documentation', () => {
    const { finding } = weigh('attribution-display', { clause: BUILT, usage: { distributes: true }, notices: '' });
    expect(finding?.fix).toEqual({ kind: 'add-notice', file: 'README.md', words: 'Built with Llama' });
    expect(finding?.brief).toBe('“Built with Llama” stands nowhere');
  });
});
