import { describe } from 'vitest';
import { cases } from '../testkit.ts';

const OWN = { policy: 'license', forbids: ['fraud', 'military', 'medical advice'] };
const SEPARATE = { policy: 'use-policy', forbids: ['fraud'] };
const documents = { license: { title: 'The licence' }, 'use-policy': { title: 'Acceptable Use Policy' } };

describe('acceptable-use', () => {
  cases('acceptable-use', [
    [
      'binds everybody, as a note',
      { clause: OWN },
      { verdict: 'applies', severity: 'information', text: 'Not for: fraud, military, medical advice' },
    ],
    [
      'names the document that holds it',
      { clause: SEPARATE, license: { documents } },
      { verdict: 'applies', severity: 'information', text: 'Not for what the Acceptable Use Policy forbids: fraud' },
    ],
    [
      'names a policy that could not be read, without a list',
      { clause: { ...SEPARATE, forbids: [] }, license: { documents } },
      { verdict: 'applies', severity: 'information', text: 'Not for what the Acceptable Use Policy forbids' },
    ],
    [
      'warns of a declared field that it bars',
      { clause: OWN, usage: { fields: ['healthcare'] } },
      { verdict: 'applies', severity: 'warning', reason: /healthcare/ },
    ],
    [
      'stays a note where it bars only a part of a declared field, and says which',
      {
        clause: { policy: 'license', forbids: ['unlicensed practice (legal, medical, financial)'] },
        usage: { fields: ['medical'] },
      },
      { verdict: 'applies', severity: 'information', reason: /compare for yourself: unlicensed practice/ },
    ],
    [
      'stays a note for other fields',
      { clause: OWN, usage: { fields: ['education'] } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'cannot tell a field it does not know',
      { clause: OWN, usage: { fields: ['gardening'] } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'counts what it does not list',
      { clause: { policy: 'license', forbids: Array.from({ length: 12 }, (_, i) => `use ${i}`) } },
      { verdict: 'applies', severity: 'information', text: /use 7 and 4 more$/ },
    ],
  ]);
});
