import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('guardrail-bypass-termination', () => {
  cases('guardrail-bypass-termination', [
    ['stands on the card alone', { clause: {} }, { verdict: 'conditional', text: /safety measures$/ }],
    [
      'a text that lets another guardrail take its place',
      { clause: { unlessReplaced: true } },
      { verdict: 'conditional', text: /safety measures without an equal replacement$/ },
    ],
  ]);
});
