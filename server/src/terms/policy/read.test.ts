import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { EMPTY_POLICY } from '../types.ts';
import { KEYS, RULE_IDS, RULE_LEVELS, readPolicy } from './read.ts';
import { policyTemplate } from './template.ts';

const WHOLE = `
usage:
  commercial: true
  monthlyActiveUsers: 120000
  annualRevenue: { amount: 2000000, currency: eur }
  regions: [EU, us]
  distributes: false
  fields: [education]
policy:
  minimumOpenness: open-weights
  allow: [Apache-2.0 OR MIT, acme/*]
  deny: [noncommercial-weights]
  severity: { user-threshold: off, policy-denied: error }
exceptions:
  - model: meta-llama/Llama-3.1-8B
    rules: [policy-denied]
    reason: approved by legal
    expires: 2027-01-31
    approvedBy: J. Doe
models:
  - { id: acme/support-7b, license: llama3.1, base: meta-llama/Llama-3.1-8B }
ignore: ['vendor/**']
`;

describe('readPolicy', () => {
  it('reads all of it', () => {
    const { policy, usable, problems } = readPolicy(WHOLE);
    expect(problems).toEqual([]);
    expect(usable).toBe(true);
    expect(policy).toMatchObject({
      usage: {
        commercial: true,
        monthlyActiveUsers: 120000,
        annualRevenue: { amount: 2000000, currency: 'EUR' },
        regions: ['EU', 'US'],
        distributes: false,
        fields: ['education'],
      },
      minimumOpenness: 'open-weights',
      allow: ['Apache-2.0 OR MIT', 'acme/*'],
      deny: ['noncommercial-weights'],
      severity: { 'user-threshold': 'off', 'policy-denied': 'error' },
      models: [{ id: 'acme/support-7b', license: 'llama3.1', base: 'meta-llama/Llama-3.1-8B' }],
      ignore: ['vendor/**'],
    });
    const [exception] = policy.exceptions;
    expect(WHOLE.slice(exception?.span?.start, exception?.span?.end)).toBe('model: meta-llama/Llama-3.1-8B');
  });

  it.each(['', '\n', '# nothing yet\n', 'usage:\npolicy:\nexceptions:\n', '---\n'])(
    'takes %j for an empty policy',
    (text) => {
      expect(readPolicy(text)).toEqual({ policy: EMPTY_POLICY, usable: true, problems: [] });
    },
  );

  // [text, what the problem stands at, message, severity]
  it.each<[string, string, RegExp, ('error' | 'warning')?]>([
    ['usage: {comercial: true}', 'comercial', /did you mean “commercial”/],
    ['usage:\n  monthly_active_users: 5\n', 'monthly_active_users', /did you mean “monthlyActiveUsers”/],
    ['usages: {}', 'usages', /did you mean “usage”/],
    ['"😀": 1\nusages: {}', '"😀"', /not known here/],
    ['usage: {commercial: maybe}', 'maybe', /true or false/],
    ['usage: {commercial: yes}', 'yes', /true or false/],
    ['usage: {monthlyActiveUsers: 700_000_000}', '700_000_000', /digits only/],
    ['usage: {monthlyActiveUsers: -1}', '-1', /digits only/],
    ['usage: {regions: EU}', 'EU', /list/],
    ['usage: {regions: [Europe]}', 'Europe', /two letters/],
    ['usage: {regions: [UK]}', 'UK', /GB/],
    ['usage: {annualRevenue: 5}', '5', /amount, currency/],
    ['usage: {annualRevenue: {amount: 5}}', '{amount: 5}', /both amount and currency/],
    ['usage: {annualRevenue: {amount: 5, currency: euro}}', '{amount: 5, currency: euro}', /three letters/],
    ['usage: {hosts: true, hosts: false}', 'hosts', /twice/],
    ['policy: {minimumOpenness: open}', 'open', /not known/],
    ['policy: {severity: {non-comercial: off}}', 'non-comercial', /did you mean “non-commercial”/],
    ['policy: {severity: {non-commercial: loud}}', 'loud', /not known/],
    ['policy: {allow: [MIT or Apache-2.0]}', 'MIT or Apache-2.0', /SPDX/, 'warning'],
    ['exceptions: [{model: a/b}]', 'model: a/b', /needs a reason/],
    ['exceptions: [{reason: x}]', 'reason: x', /needs a model/],
    ['exceptions: [{model: a/b, reason: x, expires: 2027-02-30}]', '2027-02-30', /YYYY-MM-DD/],
    ['exceptions: [{model: a/b, reason: x, until: 2027-02-03}]', 'until', /not known/],
    ['exceptions: [{model: a/b, reason: x, rules: [all]}]', 'all', /not known/],
    ['exceptions: {model: a/b}', '{model: a/b}', /list/],
    ['models: [{id: a/b}]', '{id: a/b}', /needs an id and a license/],
    ['ignore: [1]', '1', /text/],
    ['- a\n', '- a\n', /usage, policy/],
    ['usage: {a: b', '', /./],
  ])('tells of %j at %j', (text, at, message, severity = 'error') => {
    const { problems, usable } = readPolicy(text);
    const [problem] = problems;
    expect(problem?.message).toMatch(message);
    expect(problem?.severity).toBe(severity);
    expect(usable).toBe(severity === 'warning');
    if (at !== '') expect(text.slice(problem?.span.start, problem?.span.end)).toContain(at.split(':')[0]);
  });

  it('drops what is wrong and keeps the rest', () => {
    const { policy } = readPolicy(
      'usage: {commercial: 1, hosts: true}\nexceptions:\n  - {model: a/b, reason: x, expires: soon}\n  - {model: c/d, reason: y}\n',
    );
    expect(policy.usage).toEqual({ hosts: true });
    // half an exception could excuse more than was meant: without its end it would hold for ever
    expect(policy.exceptions.map(({ model }) => model)).toEqual(['c/d']);
  });

  it('follows aliases', () => {
    const { policy, problems } = readPolicy('policy: {allow: &ok [mit], deny: *ok}\n');
    expect([policy.allow, policy.deny, problems]).toEqual([['mit'], ['mit'], []]);
  });

  it.each([
    ['deep brackets', '['.repeat(100_000)],
    ['deep dashes', '- '.repeat(50_000)],
    ['deep keys', Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['great length', `# ${'x'.repeat(600_000)}`],
  ])('refuses %s', (_title, text) => {
    const { usable, problems } = readPolicy(text);
    expect(usable).toBe(false);
    expect(problems).toHaveLength(1);
  });

  it('is not blown up by aliases of aliases', () => {
    const bomb = `a: &a [x,x]\n${'bcdefghijklmnop'
      .split('')
      .map((c, i) => `${c}: &${c} [*${'abcdefghijklmno'[i]},*${'abcdefghijklmno'[i]}]`)
      .join('\n')}\nignore: *p\n`;
    expect(readPolicy(bomb).usable).toBe(false);
  });
});

describe('policyTemplate', () => {
  it('is a policy that says nothing yet', () => {
    expect(readPolicy(policyTemplate())).toEqual({ policy: EMPTY_POLICY, usable: true, problems: [] });
  });

  it('states what is known', () => {
    const usage = { commercial: true, regions: ['EU', 'US'], annualRevenue: { amount: 5, currency: 'EUR' } };
    expect(readPolicy(policyTemplate(usage))).toMatchObject({ policy: { usage }, problems: [] });
  });

  it('becomes a full policy when its comments are taken off', () => {
    const open = policyTemplate({ commercial: true })
      .split('\n')
      .map((line) => line.replace(/^( *)# (?=( *- | *[\w-]+:))/, '$1'))
      .join('\n');
    const { policy, problems } = readPolicy(open);
    expect(problems).toEqual([]);
    expect(policy.exceptions).toHaveLength(1);
    expect(policy.models).toHaveLength(1);
    expect(Object.keys(policy.usage)).toHaveLength(KEYS.usage.length);
  });
});

describe('the JSON Schema', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../schema/modelterms.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv({
    allErrors: true,
    strictTypes: false,
    allowUnionTypes: true,
    keywords: ['markdownDescription'],
  }).compile(schema);

  it('knows the keys, rules and levels that the reader knows', () => {
    const { properties, $defs } = schema;
    expect(Object.keys(properties)).toEqual([...KEYS.top]);
    expect(Object.keys(properties.usage.properties)).toEqual([...KEYS.usage]);
    expect(Object.keys(properties.policy.properties)).toEqual([...KEYS.policy]);
    expect(Object.keys(properties.exceptions.items.properties)).toEqual([...KEYS.exception]);
    expect(Object.keys(properties.models.items.properties)).toEqual([...KEYS.model]);
    expect($defs.rule.enum).toEqual(RULE_IDS);
    expect($defs.level.enum).toEqual(RULE_LEVELS);
  });

  it.each([
    WHOLE.replace('eur', 'EUR').replace('us]', 'US]'),
    policyTemplate({ commercial: true }),
    'usage: {comercial: true}',
    'usage: {commercial: maybe}',
    'usage: {monthlyActiveUsers: -1}',
    'usage: {monthlyActiveUsers: 700_000_000}',
    'usage: {regions: [Europe]}',
    'usage: {annualRevenue: {amount: 5}}',
    'policy: {minimumOpenness: open}',
    'policy: {severity: {non-commercial: loud}}',
    'policy: {severity: {nonsense: off}}',
    'exceptions: [{model: a/b}]',
    'exceptions: [{model: a/b, reason: x, rules: [all]}]',
    'exceptions: [{model: a/b, reason: ""}]',
    'models: [{id: a/b}]',
    'ignore: [1]',
    'what: 1',
  ])('agrees with the reader on %j', (text) => {
    expect(validate(parse(text) ?? {})).toBe(readPolicy(text).usable);
  });
});
