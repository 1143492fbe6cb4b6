/** Facts of the profile over the wire: asked for by quick fixes, written into the policy file, heard at once. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { FactQuestion, PolicyAnswer } from '../../server/src/features/protocol.ts';
import { folderWith } from '../folderWith.ts';
import { COMMANDS, TestClient, type TestDocument, uriOf } from './kit.ts';

let client: TestClient;
afterEach(() => client.stop());
const start = async (folder: string, commands: readonly string[] = COMMANDS) => {
  client = await TestClient.start({ folders: [folder], initializationOptions: { commands } });
};
const policyIn = (folder: string) => readFileSync(path.join(folder, '.modelterms.yaml'), 'utf8');

const LLAMA = 'model: meta-llama/Llama-3.1-8B-Instruct\n';
const QWEN = 'model: Qwen/Qwen2.5-3B-Instruct\n';
const GEMMA = 'base_model: google/gemma-2-2b\n';

const told = async (document: TestDocument, at: string): Promise<{ title: string; questions: FactQuestion[] }[]> =>
  (await document.actions(at)).flatMap(({ command, title }) =>
    command?.command === 'modelterms.tell' ? [{ title, questions: command.arguments?.[0].questions }] : [],
  );

/** States a fact, and saves the policy file. */
async function state(document: TestDocument, fact: string, value: unknown): Promise<PolicyAnswer> {
  const answer = await client.connection.sendRequest<PolicyAnswer>('modelterms/setFact', {
    uri: document.uri,
    fact,
    value,
  });
  if (answer.applied) await client.save(client.applied.at(-1));
  return answer;
}

describe('a fix that asks', () => {
  it('names what the licence hangs on', async () => {
    const folder = folderWith({});
    await start(folder);
    const document = client.open(LLAMA, 'a.yaml', { folder });
    const [users, , more] = await told(document, 'meta');
    expect(users?.title).toBe('Tell ModelTerms: fewer than 700,000,000 monthly users?…');
    expect(users?.questions).toMatchObject([
      { fact: 'monthlyActiveUsers', kind: 'count', help: expect.stringContaining('700,000,000') },
    ]);
    expect(more?.title).toBe('Tell ModelTerms more about this project…');
    expect(more?.questions.length).toBeGreaterThan(1);
    const fields = more?.questions.find(({ fact }) => fact === 'fields');
    // what the licence bars comes first
    expect(fields?.options?.[0]).toMatchObject({ value: 'military', named: true });
  });

  it('is not offered where there is no place for a policy file', async () => {
    client = await TestClient.start({ initializationOptions: { commands: COMMANDS } });
    expect(await told(client.open(LLAMA, 'a.yaml'), 'meta')).toEqual([]);
  });

  it('no longer asks what was told', async () => {
    const folder = folderWith({ '.modelterms.yaml': 'usage: { monthlyActiveUsers: 5000 }\n' });
    await start(folder);
    const asked = await told(client.open(LLAMA, 'a.yaml', { folder }), 'meta');
    expect(asked.flatMap(({ questions }) => questions.map(({ fact }) => fact))).not.toContain('monthlyActiveUsers');
  });

  it('is two answers for clients that cannot ask', async () => {
    const folder = folderWith({});
    await start(folder, []);
    const document = client.open(QWEN, 'a.yaml', { folder });
    const fixes = (await document.actions('Qwen')).filter(({ title }) => title.startsWith('Tell ModelTerms'));
    expect(fixes.map(({ title }) => title)).toEqual([
      'Tell ModelTerms: commercial use, yes',
      'Tell ModelTerms: commercial use, no',
    ]);
    await client.save(fixes[1]?.edit);
    expect(policyIn(folder)).toMatch(/^usage:\n {2}commercial: false /m);
    expect((await document.diagnostics())[0]?.code).not.toBe('non-commercial');
  });
});

describe('a fact', () => {
  it('changes card and severity at once', async () => {
    const folder = folderWith({ '.modelterms.yaml': '# ours\npolicy: {} # nothing yet\n' });
    await start(folder);
    const document = client.open(LLAMA, 'a.yaml', { folder });
    const first = async () => (await document.diagnostics())[0];
    const card = async () => JSON.stringify(await document.hover('meta'));
    expect(await first()).toMatchObject({ code: 'user-threshold', severity: 3 });

    await state(document, 'monthlyActiveUsers', 120000);
    expect(policyIn(folder)).toMatch(/^# ours\npolicy: \{\} # nothing yet\n\nusage:\n {2}monthlyActiveUsers: 120000\n/);
    expect((await first())?.data.rules).not.toContain('user-threshold');
    expect(await card()).toContain('you declared 120,000 monthly users');

    await state(document, 'monthlyActiveUsers', 900000000);
    expect(policyIn(folder)).toContain('  monthlyActiveUsers: 900000000\n');
    expect(await first()).toMatchObject({ code: 'user-threshold', severity: 2 });
    expect(await card()).toContain('you declared 900,000,000 monthly users');
  });

  it.each([
    ['distributes', true, 'distributes: true'],
    ['regions', ['EU', 'US'], 'regions: [ EU, US ]'],
    ['annualRevenue', { amount: 2000000, currency: 'EUR' }, 'annualRevenue: { amount: 2000000, currency: EUR }'],
    ['fields', ['education'], 'fields: [ education ]'],
  ])('makes the policy file where there is none: %s', async (fact, value, line) => {
    const folder = folderWith({});
    await start(folder);
    const answer = await state(client.open(GEMMA, 'a.yaml', { folder }), fact, value);
    expect(answer).toMatchObject({ applied: true, policy: uriOf(path.join(folder, '.modelterms.yaml')) });
    expect(policyIn(folder)).toMatch(/^usage:$/m);
    expect(policyIn(folder)).toContain(line);
  });

  it.each([
    ['no fact', 'users', 5, /no fact/],
    ['no value of its kind', 'commercial', 'maybe', /commercial cannot be that/],
    ['no region', 'regions', ['Europe'], /regions cannot be that/],
  ])('is refused: %s', async (_, fact, value, problem) => {
    const folder = folderWith({ '.modelterms.yaml': 'policy: {}\n' });
    await start(folder);
    const answer = await state(client.open(LLAMA, 'a.yaml', { folder }), fact, value);
    expect(answer).toMatchObject({ applied: false, problem: expect.stringMatching(problem) });
    expect(client.applied).toEqual([]);
  });

  it('goes into the nearest policy file', async () => {
    const folder = folderWith({ '.modelterms.yaml': 'policy: {}\n', 'sub/.modelterms.yaml': 'usage:\n' });
    await start(folder);
    await state(client.open(LLAMA, 'sub/deep/a.yaml', { folder }), 'commercial', true);
    expect(policyIn(path.join(folder, 'sub'))).toBe('usage:\n  commercial: true\n');
    expect(policyIn(folder)).toBe('policy: {}\n');
  });
});

describe('a first policy file', () => {
  const create = (folder: string, usage?: unknown) =>
    client.connection.sendRequest<PolicyAnswer>('modelterms/createPolicy', { folder: uriOf(folder), usage });

  it('states what was answered; the rest stands there as comments', async () => {
    const folder = folderWith({});
    await start(folder);
    const questions = await client.connection.sendRequest<FactQuestion[]>('modelterms/policyQuestions');
    expect(questions.length).toBeGreaterThan(0);
    expect(await create(folder, { [questions[0]?.fact ?? '']: true })).toMatchObject({ applied: true });
    await client.save(client.applied.at(-1));
    expect(policyIn(folder)).toMatch(/^usage:\n {2}commercial: true +# /m);
    expect(policyIn(folder)).toMatch(/^ {2}# monthlyActiveUsers: /m);
    const policy = client.open(policyIn(folder), '.modelterms.yaml', { folder });
    expect(await policy.diagnostics()).toEqual([]);
  });

  it('is never written over', async () => {
    const folder = folderWith({ '.modelterms.yaml': 'policy: {}\n' });
    await start(folder);
    expect(await create(folder)).toMatchObject({
      applied: false,
      policy: uriOf(path.join(folder, '.modelterms.yaml')),
      problem: expect.stringMatching(/already/),
    });
    expect(client.applied).toEqual([]);
  });

  it('is made inside the workspace only', async () => {
    await start(folderWith({}));
    expect(await create(folderWith({}))).toMatchObject({ applied: false, problem: expect.stringMatching(/workspace/) });
  });
});
