/** The GitHub Action and the pre-commit hook: what they start, with which arguments, and that inputs stay data. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPolicy } from '../../server/src/terms/policy/index.ts';
import { folderWith } from '../folderWith.ts';
import { bundle, modelterms, root } from './kit.ts';

const read = (file: string) => parse(readFileSync(path.join(root, file), 'utf8'));
const server = JSON.parse(readFileSync(path.join(root, 'server/package.json'), 'utf8'));
const MODEL = 'model: Qwen/Qwen2.5-3B-Instruct\n';

interface Step {
  readonly shell: string;
  readonly env: Record<string, string>;
  readonly run: string;
}

describe('the GitHub Action', () => {
  const { inputs, runs } = read('action.yml') as {
    inputs: Record<string, { description: string; default: string }>;
    runs: { using: string; steps: Step[] };
  };
  const [step] = runs.steps as [Step];

  /** Runs its one step as a runner would; `npm` installs the built command line, and writes down what it was asked for, and where. */
  function run(folder: string, given: Record<string, string>) {
    const tools = folderWith({
      'bin/npm': `#!/usr/bin/env bash
{ pwd; printf '%s\\n' "$@"; } > "$ASKED"
mkdir -p node_modules/modelterms-server/dist
echo "require('$CLI')" > node_modules/modelterms-server/dist/cli.js
`,
      'temp/empty': '',
    });
    chmodSync(path.join(tools, 'bin/npm'), 0o755);
    const env: Record<string, string> = Object.fromEntries(
      Object.entries(step.env).map(([name, value]) => {
        const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value) ?? [];
        return [name, given[input] ?? String(inputs[input]?.default)];
      }),
    );
    const asked = path.join(tools, 'asked');
    const summary = path.join(tools, 'summary.md');
    const { status, stderr, stdout } = spawnSync('bash', ['-c', step.run], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...env,
        PATH: [path.join(tools, 'bin'), path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
        RUNNER_TEMP: path.join(tools, 'temp'),
        CLI: bundle,
        ASKED: asked,
        GITHUB_STEP_SUMMARY: summary,
      },
    });
    const text = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
    return { code: status, out: stdout, error: stderr, asked: text(asked).split('\n'), summary: text(summary) };
  }

  it('is one step that takes every input as a variable, and none as text', () => {
    expect(runs.using).toBe('composite');
    expect(runs.steps).toHaveLength(1);
    expect(step.run).not.toContain('${{');
    const used = Object.values(step.env).map((value) => /inputs\.([\w-]+)/.exec(value)?.[1]);
    expect(used.sort()).toEqual(Object.keys(inputs).sort());
    expect(Object.values(inputs).every(({ description }) => description.length > 10)).toBe(true);
  });

  it('asks npm for this version of the package, outside of the repository', () => {
    expect(String(inputs.version?.default)).toBe(server.version);
    const folder = folderWith({ 'a.yaml': MODEL, '.npmrc': 'registry=https://registry.example\n' });
    const [where = '', ...asked] = run(folder, {}).asked;
    expect(where).toMatch(/\/temp\/modelterms$/);
    expect(asked).toEqual(expect.arrayContaining(['install', '--ignore-scripts', `${server.name}@${server.version}`]));
  });

  it.each([
    [{}, 0],
    [{ 'fail-on': 'warning' }, 1],
    [{ 'fail-on': 'warning', path: 'b.yaml\nsub dir\n' }, 0],
    [{ 'fail-on': 'warning', config: 'my policy.yaml' }, 0],
    [{ 'fail-on': 'sometimes' }, 2],
    [{ path: 'none' }, 2],
  ])('%j: %i', (given, code) => {
    const folder = folderWith({
      'a.yaml': MODEL,
      'b.yaml': 'a: 1\n',
      'sub dir/c.yaml': 'model: Qwen/Qwen2.5-7B-Instruct\n',
      'my policy.yaml': 'exceptions:\n  - model: Qwen/*\n    reason: evaluation\n',
    });
    const outcome = run(folder, given);
    expect(outcome.code, outcome.out + outcome.error).toBe(code);
  });

  it('writes SARIF and a summary, and fails all the same', () => {
    const folder = folderWith({ 'a.yaml': MODEL });
    const { code, out, summary } = run(folder, { 'sarif-file': 'terms.sarif', summary: 'true', 'fail-on': 'warning' });
    expect(code).toBe(1);
    expect(out).toContain('1 warning');
    const log: Log = JSON.parse(readFileSync(path.join(folder, 'terms.sarif'), 'utf8'));
    expect(log.runs[0]?.results).toHaveLength(1);
    expect(summary).toMatch(/^# AI models in this project$/m);
  });

  it.each(['path', 'config', 'sarif-file', 'version', 'fail-on', 'summary'])('nothing in %s is run', (input) => {
    const folder = folderWith({ 'a.yaml': MODEL });
    for (const text of ['$(touch broken)`touch broken`', `"; touch broken; '; touch broken; "`, '--output=broken']) {
      run(folder, { [input]: text });
      expect(existsSync(path.join(folder, 'broken')), text).toBe(false);
    }
  });
});

describe('the pre-commit hook', () => {
  const [hook] = read('.pre-commit-hooks.yaml');

  it('and the extension have one version', () => {
    expect(read('package.json').version).toBe(server.version);
  });

  it('installs this version of the package', () => {
    expect(hook).toMatchObject({ id: 'modelterms', language: 'node', types: ['text'] });
    expect(hook.additional_dependencies).toEqual([`${server.name}@${server.version}`]);
  });

  it('checks the files it is given, by the policy of the repository', () => {
    const [program, ...args] = hook.entry.split(' ');
    expect(Object.keys(server.bin)).toContain(program);
    const folder = folderWith({
      'a.yaml': MODEL,
      'sub/b.yaml': 'model: Qwen/Qwen2.5-7B-Instruct\n',
      'sub/c.yaml': MODEL,
      'vendor/d.yaml': MODEL,
      'sub/.modelterms.yaml': 'exceptions:\n  - model: Qwen/*\n    reason: evaluation\n',
      '.modelterms.yaml': 'ignore: [vendor/**]\n',
    });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    expect(modelterms(folder, ...args, 'sub/b.yaml').code).toBe(0);
    expect(modelterms(folder, ...args, 'sub/c.yaml').code, 'accepted').toBe(0);
    expect(modelterms(folder, ...args, 'vendor/d.yaml').code, 'left out').toBe(0);
    const { code, out } = modelterms(folder, ...args, 'sub/b.yaml', 'a.yaml', '.modelterms.yaml');
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.yaml\n {2}1:8 +warning/);
  });

  it('takes as many files as pre-commit hands over', () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`file-${i}.yaml`, 'a: 1\n']));
    const folder = folderWith({ ...files, 'last.yaml': MODEL });
    writeFileSync(path.join(folder, '.modelterms.yaml'), 'policy: {}\n');
    const { code, out } = modelterms(folder, 'check', '--fail-on', 'warning', ...Object.keys(files), 'last.yaml');
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([1, '301 files checked, 1 model reference: 1 warning']);
  });
});

describe('what the documentation shows', () => {
  const pages = ['README.md', 'docs/cli.md'].map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');
  const blocks = [...pages.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => parse(text));
  const all = (value: unknown): Record<string, unknown>[] =>
    typeof value === 'object' && value !== null
      ? [value as Record<string, unknown>, ...Object.values(value).flatMap(all)]
      : [];
  const shown = blocks.flatMap(all);

  it('gives the action inputs that it has, at its own version', () => {
    const steps = shown.filter(({ uses }) => typeof uses === 'string' && uses.includes('/modelterms@'));
    expect(steps.length).toBeGreaterThan(0);
    for (const { uses, with: given } of steps) {
      expect(uses).toMatch(new RegExp(`@v${server.version.replaceAll('.', '\\.')}$`));
      expect(Object.keys(read('action.yml').inputs)).toEqual(expect.arrayContaining(Object.keys(given ?? {})));
    }
  });

  it('names the hook that there is', () => {
    const repositories = shown.filter(({ hooks }) => Array.isArray(hooks));
    expect(repositories.length).toBeGreaterThan(0);
    for (const { hooks, rev } of repositories) {
      expect(rev).toBe(`v${server.version}`);
      expect(hooks).toEqual([{ id: 'modelterms' }]);
    }
  });

  it('is a policy file that reads without a mistake', () => {
    const policies = [...pages.matchAll(/^```yaml\n(#[^\n]*\.modelterms\.yaml[\s\S]*?)^```$/gm)].map(
      ([, text = '']) => text,
    );
    expect(policies.length).toBeGreaterThan(0);
    for (const text of policies) expect(readPolicy(text).problems).toEqual([]);
  });
});
