import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from './settings.ts';

describe('readSettings', () => {
  it.each([
    ['nothing', null, {}],
    ['no object', 'all', {}],
    ['what fits', { enable: false, inlayHints: true }, { enable: false, inlayHints: true }],
    ['what does not fit', { enable: 'no', includeCommented: 1, severity: [] }, {}],
    [
      'levels, without those that are none',
      { severity: { hosting: 'error', revocable: 'off', disclosure: 'loud' } },
      { severity: { hosting: 'error', revocable: 'off' } },
    ],
  ])('%s', (_, answer, changed) => expect(readSettings(answer)).toEqual({ ...DEFAULT_SETTINGS, ...changed }));
});
