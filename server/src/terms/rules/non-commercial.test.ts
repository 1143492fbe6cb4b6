import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('non-commercial', () => {
  cases('non-commercial', [
    [
      'warns while nothing is declared',
      { clause: {} },
      { verdict: 'conditional', severity: 'warning', asks: ['commercial'] },
    ],
    [
      'warns of commercial use',
      { clause: {}, usage: { commercial: true } },
      { verdict: 'applies', severity: 'warning', reason: /commercial/ },
    ],
    [
      'is quiet without commercial use',
      { clause: {}, usage: { commercial: false } },
      { verdict: 'does-not-apply', reason: /non-commercial/ },
    ],
    [
      'says what is allowed and how a licence is had',
      { clause: { allows: ['research', 'evaluation'], obtain: 'ask Alibaba Cloud', outputs: true } },
      {
        verdict: 'conditional',
        severity: 'warning',
        text: 'Non-commercial use only (allowed: research, evaluation; the outputs included; for commercial use: ask Alibaba Cloud)',
      },
    ],
    [
      'says that outputs are free of it',
      { clause: { outputs: false } },
      { verdict: 'conditional', severity: 'warning', text: /outputs are not covered/ },
    ],
    ['can be silenced', { clause: {}, severity: { 'non-commercial': 'off' } }, { verdict: 'conditional' }],
    [
      'can be raised',
      { clause: {}, severity: { 'non-commercial': 'error' } },
      { verdict: 'conditional', severity: 'error' },
    ],
  ]);
});
