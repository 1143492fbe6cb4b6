import { describe } from 'vitest';
import { cases } from '../testkit.ts';

describe('share-alike', () => {
  cases('share-alike', [
    [
      'is a note while nothing is declared',
      { clause: { scope: 'derivatives', license: 'CC BY-SA 4.0' } },
      {
        verdict: 'conditional',
        severity: 'information',
        text: 'Pass on what you make from it under the same licence (CC BY-SA 4.0)',
      },
    ],
    [
      'applies to derivatives that go out',
      { clause: { scope: 'derivatives' }, usage: { fineTunes: true, distributes: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'is quiet where none is made',
      { clause: { scope: 'derivatives' }, usage: { fineTunes: false, distributes: true } },
      { verdict: 'does-not-apply' },
    ],
    [
      'is quiet where none goes out',
      { clause: { scope: 'derivatives' }, usage: { fineTunes: true, distributes: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'reaches a service where the text does',
      { clause: { scope: 'network-use-too' }, usage: { fineTunes: true, distributes: false, hosts: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'reaches outputs where the text does',
      { clause: { scope: 'outputs-too' }, usage: { fineTunes: false, trainsOnOutputs: true } },
      { verdict: 'applies', severity: 'information' },
    ],
  ]);
});
