import { describe } from 'vitest';
import { cases, type Parameters } from '../testkit.ts';

const LLAMA: Parameters<'derivative-name-prefix'> = {
  words: 'Llama',
  position: 'prefix',
  covers: ['materials', 'outputs'],
};
const EXAONE: Parameters<'derivative-name-prefix'> = { words: 'EXAONE', position: 'prefix', covers: ['materials'] };

describe('derivative-name-prefix', () => {
  cases('derivative-name-prefix', [
    [
      'is a note while nothing is declared',
      { clause: LLAMA },
      { verdict: 'conditional', severity: 'information', asks: ['fineTunes', 'trainsOnOutputs', 'distributes'] },
    ],
    [
      'is quiet where no model is made',
      { clause: LLAMA, usage: { fineTunes: false, trainsOnOutputs: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'is quiet where none goes out',
      { clause: LLAMA, usage: { fineTunes: true, distributes: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'applies where one is made and goes out',
      { clause: LLAMA, usage: { fineTunes: true, distributes: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'reaches training on outputs only where the text says so',
      { clause: EXAONE, usage: { fineTunes: false, trainsOnOutputs: true, distributes: true } },
      { verdict: 'does-not-apply' },
    ],
    [
      'reaches it where the text does',
      { clause: LLAMA, usage: { fineTunes: false, trainsOnOutputs: true, distributes: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'is met by a name given here',
      { clause: LLAMA, usage: { fineTunes: true, distributes: true }, names: ['acme/Llama-bot'] },
      { verdict: 'met', reason: '“acme/Llama-bot” does so' },
    ],
    [
      'is not met by another',
      { clause: LLAMA, names: ['acme/bot'] },
      { verdict: 'conditional', severity: 'information' },
    ],
    [
      'speaks of names that only hold the words',
      { clause: { ...LLAMA, position: 'anywhere' } },
      { verdict: 'conditional', severity: 'information', text: /Put “Llama” into the name/ },
    ],
  ]);
});
