/** `modelterms check` as a process: what it finds, how it says it, and how it ends. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../server/src/reports/report.ts';
import { folderWith } from '../folderWith.ts';
import { FIRSTS, HOSTILE_IDS } from '../protocol/firsts.ts';
import { bundle, modelterms, modeltermsWith, root } from './kit.ts';

const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync(path.join(root, 'server/schema/report.schema.json'), 'utf8')),
);

/** The JSON report of a folder, checked against the public schema and for ranges that say what they say. */
function report(folder: string, ...args: string[]): Report {
  const { code, error, out } = modelterms(folder, 'check', '--format', 'json', '--fail-on', 'never', ...args);
  expect([code, error]).toEqual([0, '']);
  const parsed = JSON.parse(out) as Report;
  validate(parsed);
  expect(validate.errors ?? []).toEqual([]);
  for (const { file, range, text } of parsed.references) {
    const line = readFileSync(path.join(folder, file), 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\n')[range.start.line];
    expect(line?.slice(range.start.character, range.end.character)).toBe(text);
  }
  return parsed;
}

const MODEL = 'model: Qwen/Qwen2.5-3B-Instruct\n';
const LLAMA = 'model: meta-llama/Llama-3.1-8B-Instruct\n';

describe('what users rely on first', () => {
  it.each(FIRSTS)('$name', ({ file, finding, license, openness, reference, text }) => {
    const { references } = report(folderWith({ [file]: text }));
    expect(references.map(({ kind, ...one }) => [one.text, one.license, one.openness])).toEqual(
      reference === undefined ? [] : [[reference, license, openness]],
    );
    const [worst] = references[0]?.findings ?? [];
    expect(worst && [worst.severity, worst.rule]).toEqual(finding);
  });
});

describe('the JSON report', () => {
  it('follows its public schema on the examples', () => {
    const { files, references, tool } = report(path.join(root, 'examples'));
    expect(tool).toMatchObject({ name: 'modelterms', database: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
    expect(files.scanned).toBeGreaterThan(10);
    expect(references.length).toBeGreaterThan(15);
    expect(references.map(({ file }) => file)).not.toContain('fixtures/answers.yaml');
    expect(references.filter(({ file, findings }) => file === 'config/clean.yaml' && findings.length > 0)).toEqual([]);
    const shown = new Set(references.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    expect([...shown]).toEqual(
      expect.arrayContaining([
        'non-commercial',
        'license-mismatch',
        'merge-conflict',
        'notice-missing',
        'unknown-license',
      ]),
    );
  });

  it('has the fields of the contract and no others', () => {
    const { references, ...rest } = report(folderWith({ 'a.yaml': LLAMA }));
    expect(Object.keys(rest)).toEqual(['schema', 'tool', 'files']);
    expect(Object.keys(references[0] ?? {})).toEqual([
      ...['file', 'range', 'text', 'kind', 'id', 'role', 'license', 'openness', 'evidence', 'lineage', 'findings'],
    ]);
    expect(references[0]).toMatchObject({
      file: 'a.yaml',
      range: { start: { line: 0, character: 7 }, end: { line: 0, character: 39 } },
      kind: 'huggingface',
      id: 'meta-llama/Llama-3.1-8B-Instruct',
      role: 'model',
      lineage: [{ id: 'meta-llama/Llama-3.1-8B-Instruct', relation: 'self' }],
      findings: expect.arrayContaining([
        { rule: 'user-threshold', severity: 'information', message: expect.any(String), section: '2' },
      ]),
    });
  });

  it('says why, when asked', () => {
    const { references } = report(folderWith({ 'a.yaml': LLAMA }), '--explain');
    expect(references[0]?.why?.length).toBeGreaterThan(0);
  });

  it('counts in UTF-16 from the first character, byte order mark or not', () => {
    const folder = folderWith({ 'a.yaml': '\uFEFF"🦙 模型": { model: Qwen/Qwen2.5-3B-Instruct }\n' });
    expect(report(folder).references[0]?.range.start).toEqual({ line: 0, character: 18 });
  });

  it('names files from the working directory', () => {
    const folder = folderWith({ 'a/b/c.yaml': MODEL });
    expect(report(folder, 'a').references[0]?.file).toBe('a/b/c.yaml');
    expect(report(folder, 'a/b/c.yaml').references[0]?.file).toBe('a/b/c.yaml');
    expect(report(folder, 'a', 'a/b', 'a/b/c.yaml').references).toHaveLength(1);
  });

  it('lists what was skipped, and why', () => {
    const folder = folderWith({ 'big.json': ' '.repeat(5 * 1024 * 1024 + 1), 'zero.yaml': 'a\0b', 'logo.png': '' });
    expect(report(folder).files).toEqual({
      scanned: 0,
      skipped: [
        { path: 'big.json', reason: 'over the size limit (5 MiB)' },
        { path: 'logo.png', reason: 'not a text' },
        { path: 'zero.yaml', reason: 'not a text' },
      ],
    });
  });

  it('leaves out what a comment or an exception accepts', () => {
    const folder = folderWith({
      'a.yaml': `${MODEL.trimEnd()} # modelterms-ignore -- evaluation\n`,
      'b.yaml': MODEL,
      '.modelterms.yaml': 'exceptions:\n  - model: Qwen/Qwen2.5-3B-Instruct\n    reason: evaluation\n',
    });
    const { findings, references } = report(folder);
    expect(references.map((one) => one.findings)).toEqual([[], []]);
    // the exception covers a.yaml as well, so that the comment is not needed
    expect(findings?.map(({ file, rule }) => [file, rule])).toEqual([['a.yaml', 'unused-suppression']]);
  });

  it('tells of what stands in the policy file itself', () => {
    const folder = folderWith({
      'a.yaml': MODEL,
      '.modelterms.yaml': `usage:
  comercial: true
exceptions:
  - model: Qwen/Qwen2.5-3B-Instruct
    reason: over
    expires: 2020-01-01
  - model: acme/gone
    reason: nothing needs it
`,
    });
    const { findings = [] } = report(folder);
    expect(findings.map(({ file, range, rule }) => [file, range.start.line, rule])).toEqual([
      ['.modelterms.yaml', 1, 'policy-file'],
      ['.modelterms.yaml', 3, 'expired-exception'],
      ['.modelterms.yaml', 6, 'unused-exception'],
    ]);
  });
});

describe('an id that tries to be something else', () => {
  it.each(HOSTILE_IDS)('%s', (_, id) => {
    const folder = folderWith({
      'a.json': JSON.stringify({ model: id, provider: 'ollama' }),
      'b.yaml': `model: ${JSON.stringify(id)}\n`,
      'c.yaml': MODEL,
      'odd \u202E[x](command:quit)\u0007.yaml': MODEL,
    });
    for (const format of ['text', 'json']) {
      for (const explain of [[], ['--explain']]) {
        const { out } = modelterms(folder, 'check', '--format', format, ...explain);
        expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    }
    expect(report(folder).references.filter(({ text }) => text === 'Qwen/Qwen2.5-3B-Instruct')).toHaveLength(2);
  });
});

describe('the text report', () => {
  it('is grouped by file and ends with one line that sums up', () => {
    const folder = folderWith({ 'b/Modelfile': 'FROM qwen2.5:3b\n', 'a.yaml': `x: 1\n${LLAMA}` });
    const { code, out } = modelterms(folder, 'check');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^a\.yaml\n {2}2:8 +note +meta-llama\/Llama-3\.1-8B-Instruct {2}Llama 3\.1 .+user-threshold\n\nb\/Modelfile\n/,
    );
    expect(out.trimEnd().split('\n').at(-1)).toBe('2 files checked, 2 model references: 1 warning, 1 note');
    expect(out).not.toContain('\u001B');
  });

  it('is just that line where there is nothing', () => {
    expect(modelterms(folderWith({ 'a.txt': '' }), 'check').out).toBe(
      '1 file checked, 0 model references: nothing to report\n',
    );
  });

  it('has colours where they are asked for, and not where they are not', () => {
    const folder = folderWith({ 'a.yaml': MODEL });
    expect(modeltermsWith({ FORCE_COLOR: '1', NO_COLOR: undefined }, folder, 'check').out).toContain('\u001B[');
    expect(modeltermsWith({ NO_COLOR: '1' }, folder, 'check').out).not.toContain('\u001B');
    expect(modeltermsWith({ CI: 'true' }, folder, 'check').out, 'a pipe within CI').not.toContain('\u001B');
  });
});

describe('exit codes', () => {
  const folder = () => folderWith({ 'a.yaml': MODEL });

  it.each([
    [[], 0],
    [['--fail-on', 'error'], 0],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'information'], 1],
    [['--fail-on', 'never'], 0],
  ])('%j: %i', (args, code) => expect(modelterms(folder(), 'check', ...args).code).toBe(code));

  it('1 where the policy makes a rule an error', () => {
    const strict = folderWith({
      'a.yaml': MODEL,
      '.modelterms.yaml': 'policy:\n  severity:\n    non-commercial: error\n',
    });
    expect(modelterms(strict, 'check').code).toBe(1);
  });

  it.each([
    ['a path that is not there', ['check', 'none'], /^modelterms: cannot read none: no such file or directory\n$/],
    ['an argument that is empty', ['check', ''], /^modelterms: an argument is empty\n$/],
    ['an unknown option', ['check', '--frobnicate'], /^modelterms: unknown option '--frobnicate'\n$/],
    ['an unknown format', ['check', '--format', 'xml'], /^modelterms: option .*--format.* is invalid.*\n$/],
    ['an unknown command', ['frobnicate'], /^modelterms: unknown command 'frobnicate'\n$/],
    [
      'a policy file that is not there',
      ['check', '--config', 'none.yaml'],
      /^modelterms: cannot read the policy file none\.yaml\n$/,
    ],
    ['a policy file that is wrong', ['check', '--config', 'a.yaml'], /^modelterms: a\.yaml:1: .*\n$/],
    [
      'an output that cannot be written',
      ['check', '-o', 'none/out.txt'],
      /^modelterms: cannot write none\/out\.txt: no such file or directory\n$/,
    ],
  ])('2 and one line for %s', (_, args, line) => {
    const { code, error, out } = modelterms(folder(), ...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(line);
  });
});

it('a reader that has seen enough is no error', async () => {
  const child = spawn(process.execPath, [bundle, 'report', '--format', 'json'], { cwd: path.join(root, 'examples') });
  let error = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = await once(child, 'close');
  expect([code, error]).toEqual([0, '']);
});

describe('options', () => {
  it('--output writes the report to a file', () => {
    const folder = folderWith({ 'a.yaml': MODEL });
    expect(modelterms(folder, 'check', '-f', 'json', '-o', 'out.json')).toEqual({ code: 0, out: '', error: '' });
    expect(JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')).references).toHaveLength(1);
  });

  it('--config counts for everything', () => {
    const folder = folderWith({ 'a/b.yaml': MODEL, 'a/.modelterms.yaml': 'policy: {}\n', 'c.yaml': MODEL });
    writeFileSync(path.join(folder, 'accepted.yaml'), 'exceptions:\n  - model: Qwen/*\n    reason: evaluation\n');
    expect(modelterms(folder, 'check', '--fail-on', 'warning').code).toBe(1);
    expect(modelterms(folder, 'check', '--fail-on', 'warning', '--config', 'accepted.yaml').code).toBe(0);
  });

  it('--include-commented finds what is commented out', () => {
    const folder = folderWith({ 'a.yaml': `a: 1\n# ${MODEL}` });
    expect(report(folder).references).toEqual([]);
    expect(report(folder, '--include-commented').references).toHaveLength(1);
  });

  it('--help has examples, for every command', () => {
    for (const command of [[], ['check'], ['explain'], ['alternatives'], ['licenses'], ['init']]) {
      const { code, out } = modelterms(root, ...command, '--help');
      expect(code).toBe(0);
      expect(out).toMatch(/Examples:\n {2}modelterms /);
    }
  });

  it('--version says which database', () => {
    expect(modelterms(root, '--version').out).toMatch(/^\d+\.\d+\.\d+ \(database of \d{4}-\d{2}-\d{2}\)\n$/);
  });
});

describe('policy and ignore files', () => {
  it('a model that the policy file names is known, however little its name says', () => {
    const folder = folderWith({
      'a.yaml': 'model: acme/secretbot\n',
      'b.json': '{"model": "acme/secretbot"}\n',
      '.modelterms.yaml': 'models:\n  - id: acme/secretbot\n    license: llama3.1\n',
    });
    const { references } = JSON.parse(modelterms(folder, 'check', '-f', 'json').out);
    expect(references.map(({ file, license }: { file: string; license: string }) => [file, license])).toEqual([
      ['a.yaml', 'llama3.1'],
      ['b.json', 'llama3.1'],
    ]);
  });

  it('the nearest one up to the repository counts', () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.modelterms.yaml': 'exceptions:\n  - model: Qwen/*\n    reason: evaluation\n',
      'a/b.yaml': MODEL,
    });
    expect(modelterms(path.join(folder, 'a'), 'check', '--fail-on', 'warning').code).toBe(0);
  });

  it('ignored files are left out', () => {
    const folder = folderWith({ '.gitignore': 'out/\n', 'out/a.yaml': MODEL, 'b.yaml': MODEL });
    expect(report(folder).references.map(({ file }) => file)).toEqual(['b.yaml']);
  });
});
