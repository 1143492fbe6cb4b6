/** `modelterms init`: what flags and answers make of a policy file, and that nothing is left where somebody breaks off. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readPolicy } from '../../server/src/terms/policy/index.ts';
import { plant } from '../protocol/kit.ts';
import { KEYS, runHere, typist } from './inProcess.ts';

let planted: ReturnType<typeof plant> | undefined;
afterEach(() => planted?.remove());
function folderWith(files: Record<string, string> = {}): string {
  planted = plant({ 'a.yaml': 'model: Qwen/Qwen2.5-3B-Instruct\n', ...files });
  return planted.folder;
}

const FILE = '.modelterms.yaml';
const written = (folder: string) => readFileSync(path.join(folder, FILE), 'utf8');
const policyIn = (folder: string) => {
  const { policy, problems } = readPolicy(written(folder));
  expect(problems).toEqual([]);
  return policy;
};

const { ctrlC, down, enter, space } = KEYS;

describe('where nobody can be asked', () => {
  it('writes a commented file that says nothing yet', async () => {
    const folder = folderWith();
    const { code, error, out } = await runHere(folder, ['init']);
    expect([code, error, out]).toEqual([0, '', 'wrote .modelterms.yaml; look it over, then run modelterms check\n']);
    expect(policyIn(folder)).toMatchObject({ usage: {}, exceptions: [] });
    expect(written(folder)).toMatch(/^# /);
  });

  it('says what flags say', async () => {
    const folder = folderWith();
    const flags = [
      '--commercial',
      '--no-hosts',
      '--monthly-active-users',
      '120,000',
      '--annual-revenue',
      '2_000_000 eur',
    ];
    await runHere(folder, [
      'init',
      ...flags,
      '--regions',
      'eu, us',
      '--fields',
      'Medical',
      '--minimum-openness',
      'open-weights',
    ]);
    expect(policyIn(folder)).toMatchObject({
      usage: {
        commercial: true,
        hosts: false,
        monthlyActiveUsers: 120_000,
        annualRevenue: { amount: 2_000_000, currency: 'EUR' },
        regions: ['EU', 'US'],
        fields: ['medical'],
      },
      minimumOpenness: 'open-weights',
    });
    expect(written(folder)).toContain('# distributes:');
  });

  it.each([
    [['--regions', 'Europe'], /^modelterms: --regions: .+\n$/],
    [['--monthly-active-users', 'many'], /^modelterms: --monthly-active-users: .+\n$/],
    [['--monthly-active-users', '1,5'], /^modelterms: --monthly-active-users: .+\n$/],
    [['--annual-revenue', '2,5EUR'], /^modelterms: --annual-revenue: .+\n$/],
    [['--annual-revenue', '5'], /^modelterms: --annual-revenue: .+\n$/],
    [['--minimum-openness', 'very'], /^modelterms: option .+very.+\n$/],
    [['none'], /^modelterms: cannot write none\/\.modelterms\.yaml: no such folder\n$/],
  ])('%j: one line, and no file', async (args, line) => {
    const folder = folderWith();
    const { code, error, out } = await runHere(folder, ['init', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(line);
    expect(existsSync(path.join(folder, FILE))).toBe(false);
  });

  it('writes over a file only when told to', async () => {
    const folder = folderWith({ [FILE]: 'policy: {}\n' });
    const terminal = typist([]);
    const { code, error } = await runHere(folder, ['init', '--commercial'], { terminal });
    expect([code, error]).toEqual([2, 'modelterms: .modelterms.yaml is there already; --force writes over it\n']);
    expect(terminal.shown()).toBe('');
    expect(written(folder)).toBe('policy: {}\n');
    await runHere(folder, ['init', '--commercial', '--force']);
    expect(policyIn(folder).usage).toEqual({ commercial: true });
  });
});

describe('on a terminal', () => {
  it('asks what no flag said, once more where an answer cannot be read', async () => {
    const folder = folderWith();
    const terminal = typist([
      ['commercial purpose', enter],
      ['How many people use', 'lots', enter],
      ['How many people use', '\u0015', '120000', enter],
      ['Where are you based', 'de us', enter],
      ['What is your project about', enter],
      ['What do you do with models', down, space, enter],
      ['Which models does the project accept', down, down, enter],
    ]);
    const { code } = await runHere(folder, ['init', '--annual-revenue', '5000000USD'], { terminal });
    expect(code).toBe(0);
    expect(terminal.shown()).not.toContain('What is the yearly revenue');
    expect(policyIn(folder)).toMatchObject({
      usage: {
        commercial: true,
        monthlyActiveUsers: 120_000,
        annualRevenue: { amount: 5_000_000, currency: 'USD' },
        regions: ['DE', 'US'],
        fineTunes: true,
      },
      minimumOpenness: 'open-weights',
    });
    expect(Object.keys(policyIn(folder).usage)).not.toContain('hosts');
  });

  it('writes the empty template where every question is left out', async () => {
    const folder = folderWith();
    const terminal = typist([
      ['commercial purpose', down, down, enter],
      ['How many people use', enter],
      ['What is the yearly revenue', enter],
      ['Where are you based', enter],
      ['What is your project about', enter],
      ['What do you do with models', enter],
      ['Which models does the project accept', enter],
    ]);
    expect((await runHere(folder, ['init'], { terminal })).code).toBe(0);
    expect(policyIn(folder).usage).toEqual({});
  });

  it.each([
    ['at the first question', [['commercial purpose', ctrlC]]],
    [
      'within an answer',
      [
        ['commercial purpose', enter],
        ['How many people use', '12', ctrlC],
      ],
    ],
  ] as const)('Ctrl-C %s leaves nothing behind', async (_, answers) => {
    const folder = folderWith();
    const terminal = typist(answers);
    const { code, error, out } = await runHere(folder, ['init'], { terminal });
    expect([code, error, out]).toEqual([130, '', '']);
    expect(terminal.shown()).toContain('nothing was written');
    expect(existsSync(path.join(folder, FILE))).toBe(false);
  });

  it('--yes asks nothing', async () => {
    const folder = folderWith();
    const terminal = typist([]);
    expect((await runHere(folder, ['init', '--yes', '--hosts'], { terminal })).code).toBe(0);
    expect(terminal.shown()).toBe('');
    expect(policyIn(folder).usage).toEqual({ hosts: true });
  });
});
