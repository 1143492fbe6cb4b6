import { describe, expect, it } from 'vitest';
import type { PolicyException, UsageProfile } from '../types.ts';
import { addException, setProfileFact } from './edit.ts';
import { readPolicy } from './read.ts';
import { policyTemplate } from './template.ts';

type Facts = { [K in keyof UsageProfile]-?: readonly [K, NonNullable<UsageProfile[K]>] }[keyof UsageProfile];

describe('setProfileFact', () => {
  it.each<[string, Facts, string, string]>([
    ['writes the first fact of an empty file', ['commercial', false], '', 'usage:\n  commercial: false\n'],
    [
      'adds the section behind what is there',
      ['commercial', true],
      '# ours\npolicy:\n  deny: [ gemma ]   # no\n',
      '# ours\npolicy:\n  deny: [ gemma ]   # no\n\nusage:\n  commercial: true\n',
    ],
    [
      'adds a fact behind the last, comments kept',
      ['monthlyActiveUsers', 120000],
      'usage:\n    commercial: true     # we sell it\n\n# the rest\npolicy: {}\n',
      'usage:\n    commercial: true     # we sell it\n    monthlyActiveUsers: 120000\n\n# the rest\npolicy: {}\n',
    ],
    [
      'adds behind a fact that takes several lines',
      ['hosts', true],
      'usage:\n  annualRevenue:\n    amount: 5\n    currency: EUR # ours\nignore: [a]\n',
      'usage:\n  annualRevenue:\n    amount: 5\n    currency: EUR # ours\n  hosts: true\nignore: [a]\n',
    ],
    [
      'replaces a value alone',
      ['commercial', false],
      'usage:\n  commercial: true  # ?\n',
      'usage:\n  commercial: false  # ?\n',
    ],
    [
      'fills in a key without a value',
      ['commercial', false],
      'usage:\n  commercial:\n',
      'usage:\n  commercial: false\n',
    ],
    [
      'fills in a section without a value',
      ['commercial', false],
      'usage: # later\n',
      'usage: # later\n  commercial: false\n',
    ],
    [
      'writes into braces',
      ['regions', ['EU', 'US']],
      'usage: {commercial: true}\n',
      'usage: {commercial: true, regions: [ EU, US ]}\n',
    ],
    ['writes into empty braces', ['fineTunes', true], 'usage: {}', 'usage: { fineTunes: true }'],
    [
      'writes a sum',
      ['annualRevenue', { amount: 2000000, currency: 'EUR' }],
      'usage:\n  commercial: true',
      'usage:\n  commercial: true\n  annualRevenue: { amount: 2000000, currency: EUR }',
    ],
    [
      'replaces a list of several lines',
      ['regions', ['US']],
      'usage:\n  regions:\n    - EU\n    - GB # home\n  hosts: true\n',
      'usage:\n  regions:\n    [ US ] # home\n  hosts: true\n',
    ],
    [
      'keeps the ends of lines',
      ['hosts', false],
      'usage:\r\n  commercial: true\r\nignore: [a]\r\n',
      'usage:\r\n  commercial: true\r\n  hosts: false\r\nignore: [a]\r\n',
    ],
    [
      'keeps quotes, emoji and other scripts in front of it',
      ['hosts', false],
      'models: # 模型 😀\n  - {id: \'a/b\', license: "mit"}\nusage:\n  commercial: true\n',
      'models: # 模型 😀\n  - {id: \'a/b\', license: "mit"}\nusage:\n  commercial: true\n  hosts: false\n',
    ],
  ])('%s', (_title, [fact, value], before, after) => {
    expect(setProfileFact(before, fact, value)).toBe(after);
    expect(readPolicy(after).policy.usage[fact]).toEqual(value);
  });

  it.each(['usage: [', '- a\n- b\n', 'just words', `${'['.repeat(5000)}`])('leaves %j alone', (text) => {
    expect(setProfileFact(text, 'commercial', true)).toBeUndefined();
  });

  it('sets every fact of a fresh template', () => {
    const facts: Required<UsageProfile> = {
      commercial: true,
      monthlyActiveUsers: 1,
      annualRevenue: { amount: 1, currency: 'EUR' },
      regions: ['EU'],
      distributes: true,
      fineTunes: false,
      trainsOnOutputs: false,
      hosts: true,
      fields: ['education'],
    };
    let text: string | undefined = policyTemplate();
    for (const [fact, value] of Object.entries(facts) as [keyof UsageProfile, never][]) {
      text = setProfileFact(text ?? '', fact, value);
    }
    expect(readPolicy(text ?? '')).toMatchObject({ policy: { usage: facts }, problems: [] });
  });
});

describe('addException', () => {
  const exception: PolicyException = { model: 'meta-llama/Llama-3.1-8B', reason: 'approved: by legal #42' };
  const full: PolicyException = {
    model: 'qwen2.5:3b',
    rules: ['non-commercial', 'research-only'],
    reason: 'research  only,\n for now',
    expires: '2027-01-31',
    approvedBy: 'J. Doe',
  };

  it.each<[string, PolicyException, string, string]>([
    [
      'starts the list',
      exception,
      '',
      'exceptions:\n  - model: meta-llama/Llama-3.1-8B\n    reason: "approved: by legal #42"\n',
    ],
    [
      'goes behind the last item, at its indentation',
      full,
      'exceptions:\n- model: a/b   # old\n  reason: x\n\n# end\nusage: {}\n',
      'exceptions:\n- model: a/b   # old\n  reason: x\n- model: qwen2.5:3b\n  rules: [ non-commercial, research-only ]\n  reason: research only, for now\n  expires: 2027-01-31\n  approvedBy: J. Doe\n\n# end\nusage: {}\n',
    ],
    [
      'takes the place of an empty list',
      { model: 'a/b', reason: 'y' },
      'exceptions: [] # none\nignore: []\n',
      'exceptions: # none\n  - model: a/b\n    reason: y\nignore: []\n',
    ],
    [
      'fills in an empty section',
      { model: 'a/b', reason: 'y' },
      'exceptions:\nignore: []\n',
      'exceptions:\n  - model: a/b\n    reason: y\nignore: []\n',
    ],
  ])('%s', (_title, added, before, after) => {
    expect(addException(before, added)).toBe(after);
  });

  it('falls back to the library where the list stands in brackets', () => {
    const after = addException('# ours\nexceptions: [{model: a/b, reason: x}]\n', exception) ?? '';
    expect(readPolicy(after).policy.exceptions.map(({ model }) => model)).toEqual(['a/b', exception.model]);
    expect(after).toContain('# ours');
  });

  it('keeps text from a document text', () => {
    const hostile = { model: '*x: [&a', reason: '"]: {{ !!js/function' };
    const after = addException('', hostile) ?? '';
    expect(readPolicy(after).policy.exceptions).toMatchObject([hostile]);
  });
});
