import { describe } from 'vitest';
import { cases, model, type Parameters } from '../testkit.ts';
import type { ResolvedReference } from '../types.ts';

const student = (family: string, version: string): { student: ResolvedReference } => ({
  student: { reference: {} as ResolvedReference['reference'], model: model([], { family, version }) },
});
const LLAMA3: Parameters<'output-training'> = {
  stance: 'forbidden',
  except: 'improving Meta Llama 3 or its derivatives',
};
const of3 = { family: 'llama', version: '3' };

describe('output-training', () => {
  cases('output-training', [
    [
      'is a note while nothing is declared',
      { clause: LLAMA3 },
      {
        verdict: 'conditional',
        severity: 'information',
        asks: ['trainsOnOutputs'],
        text: /\(except: improving Meta Llama 3/,
      },
    ],
    [
      'is quiet where nothing is trained',
      { clause: LLAMA3, usage: { trainsOnOutputs: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'warns where it is',
      { clause: LLAMA3, usage: { trainsOnOutputs: true } },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'warns of a teacher, whatever the profile says',
      { clause: LLAMA3, usage: { trainsOnOutputs: false }, teaches: {} },
      { verdict: 'applies', severity: 'warning', reason: /this file trains another model/ },
    ],
    [
      'lets a model teach its own kind',
      { clause: LLAMA3, model: of3, teaches: student('llama', '3') },
      { verdict: 'does-not-apply', reason: /same family/ },
    ],
    [
      'but not another version',
      { clause: LLAMA3, model: of3, teaches: student('llama', '3.1') },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'is no exemption where the text has none',
      { clause: { stance: 'forbidden' }, model: of3, teaches: student('llama', '3') },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'asks for a name',
      { clause: { stance: 'with-name', words: 'Llama' }, teaches: {} },
      { verdict: 'applies', severity: 'information', text: /begin their name with “Llama”/ },
    ],
    [
      'asks for credit',
      { clause: { stance: 'with-credit', words: 'Built with Qwen' }, usage: { trainsOnOutputs: true } },
      { verdict: 'applies', severity: 'information', text: /Built with Qwen/ },
    ],
    [
      'asks for the same licence',
      { clause: { stance: 'license-follows' }, usage: { trainsOnOutputs: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'leaves it to people who competes',
      { clause: { stance: 'competitors-only' }, usage: { trainsOnOutputs: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'but warns of an actual teacher',
      { clause: { stance: 'competitors-only' }, teaches: {} },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'is quiet on non-commercial training',
      { clause: { stance: 'noncommercial-only' }, usage: { trainsOnOutputs: true, commercial: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'warns of commercial training',
      { clause: { stance: 'noncommercial-only' }, usage: { commercial: true }, teaches: {} },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'cannot tell which of the two',
      { clause: { stance: 'noncommercial-only' }, teaches: {} },
      { verdict: 'conditional', severity: 'information', asks: ['commercial'] },
    ],
  ]);
});
