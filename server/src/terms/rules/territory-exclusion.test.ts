import { describe } from 'vitest';
import { cases, type Parameters } from '../testkit.ts';

const META: Parameters<'territory-exclusion'> = {
  regions: ['EU'],
  covers: 'multimodal',
  exempts: ['end users of a product'],
};
const TENCENT: Parameters<'territory-exclusion'> = { regions: ['EU', 'GB', 'KR'], covers: 'all' };

describe('territory-exclusion', () => {
  cases('territory-exclusion', [
    [
      'is a note while nothing is declared',
      { clause: TENCENT },
      {
        verdict: 'conditional',
        severity: 'information',
        asks: ['regions'],
        text: 'Not licensed in: European Union, United Kingdom, South Korea',
      },
    ],
    [
      'warns of a region left out',
      { clause: TENCENT, usage: { regions: ['US', 'KR'] } },
      { verdict: 'applies', severity: 'warning', reason: 'you declared South Korea' },
    ],
    [
      'a member state is in the Union',
      { clause: TENCENT, usage: { regions: ['DE'] } },
      { verdict: 'applies', severity: 'warning', reason: /Germany/ },
    ],
    [
      'and the Union holds a member state',
      { clause: { regions: ['FR'], covers: 'all' }, usage: { regions: ['EU'] } },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'is quiet elsewhere',
      { clause: TENCENT, usage: { regions: ['US', 'JP', 'CH'] } },
      { verdict: 'does-not-apply', reason: /Switzerland/ },
    ],
    [
      'passes over models it does not reach',
      { clause: META, model: { multimodal: false }, usage: { regions: ['EU'] } },
      { verdict: 'does-not-apply', reason: /not multimodal/ },
    ],
    [
      'reaches multimodal ones',
      { clause: META, model: { multimodal: true }, usage: { regions: ['EU'] } },
      { verdict: 'applies', severity: 'warning', text: /except end users of a product/ },
    ],
    [
      'knows by the task',
      { clause: META, model: { task: 'code' }, usage: { regions: ['EU'] } },
      { verdict: 'does-not-apply' },
    ],
    [
      'either way',
      { clause: META, model: { task: 'vision-language' }, usage: { regions: ['EU'] } },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'cannot tell what kind of model it is',
      { clause: META, usage: { regions: ['EU'] } },
      { verdict: 'conditional', severity: 'information' },
    ],
  ]);
});
