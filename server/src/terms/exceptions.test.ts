import { describe, expect, it } from 'vitest';
import { expiredExceptions, unusedExceptions } from './exceptions.ts';
import { readPolicy } from './policy/index.ts';
import { assessText } from './testkit-documents.ts';
import { EMPTY_POLICY, type Policy, type PolicyException } from './types.ts';

const TEXT = 'model: Qwen/Qwen2.5-3B-Instruct\n';
const check = (exceptions: readonly PolicyException[], today?: string) => {
  const [subject] = assessText(TEXT, { policy: { exceptions }, ...(today ? { today } : {}) });
  if (!subject) throw new Error('no reference');
  return subject.assessment;
};
const reason = 'research project';

describe('exceptions', () => {
  it.each<[string, PolicyException, readonly string[]]>([
    ['silence every rule', { model: 'Qwen/Qwen2.5-3B-Instruct', reason }, []],
    ['or those they name', { model: 'Qwen/*', rules: ['non-commercial'], reason }, ['research-only']],
    ['hold on their last day', { model: 'Qwen/*', reason, expires: '2026-11-22' }, []],
    ['and not a day longer', { model: 'Qwen/*', reason, expires: '2026-11-21' }, ['non-commercial', 'research-only']],
    ['leave other models alone', { model: 'meta-llama/*', reason }, ['non-commercial', 'research-only']],
  ])('%s', (_title, exception, warnings) => {
    const { findings } = check([exception]);
    expect(findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule)).toEqual(warnings);
  });

  it('say what they took away and why', () => {
    const exception: PolicyException = { model: 'Qwen/*', rules: ['non-commercial'], reason };
    const { accepted, suppressed, clauses } = check([exception]);
    expect(accepted).toBe(exception);
    expect(suppressed.map(({ finding, by }) => [finding.rule, by.reason])).toEqual([['non-commercial', reason]]);
    // the card still tells of it
    expect(clauses.some(({ clause }) => clause.type === 'non-commercial')).toBe(true);
  });

  it('follow the clock', () => {
    const exceptions = [{ model: 'Qwen/*', reason, expires: '2027-01-31' }];
    expect(check(exceptions, '2027-01-31').findings).toEqual([]);
    expect(check(exceptions, '2027-02-01').findings[0]?.rule).toBe('non-commercial');
  });
});

describe('findings about exceptions', () => {
  const text = `exceptions:
  - { model: a/old, reason: x, expires: 2026-01-01 }
  - { model: Qwen/*, reason: x }
  - { model: a/unused, reason: x }
`;
  const { policy } = readPolicy(text);
  const places = (findings: ReturnType<typeof expiredExceptions>) =>
    findings.map(({ span, finding }) => [finding.severity, finding.rule, text.slice(span?.start, span?.end)]);

  it('tell of those that ran out, where they stand', () => {
    expect(places(expiredExceptions(policy, '2026-11-22'))).toEqual([['warning', 'expired-exception', 'model: a/old']]);
  });

  it('tell of those that nothing needs', () => {
    const assessments = assessText(TEXT, { policy }).map(({ assessment }) => assessment);
    expect(places(unusedExceptions(policy, assessments, '2026-11-22'))).toEqual([
      ['hint', 'unused-exception', 'model: a/unused'],
    ]);
  });

  it('are as loud as the policy says', () => {
    const quiet: Policy = {
      ...EMPTY_POLICY,
      ...policy,
      severity: { 'expired-exception': 'off', 'unused-exception': 'error' },
    };
    expect(expiredExceptions(quiet, '2026-11-22')).toEqual([]);
    expect(unusedExceptions(quiet, [], '2026-11-22').map(({ finding }) => finding.severity)).toEqual([
      'error',
      'error',
    ]);
  });
});
