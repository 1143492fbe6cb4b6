/** What fuzzing and reading real projects brought to light, kept small. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findReferences } from '../../server/src/references/index.ts';
import { faults } from './fuzzing.ts';
import { fakeKnowledge } from './knowledge.ts';

const options = { includeCommented: true };
const found = (path: string, text: string) =>
  findReferences({ path, text }, fakeKnowledge, options).references.map((reference) => reference.text);

/** The YAML library can abort the whole process on nesting, with no exception to catch; so this is a process's own test. */
test('deep nesting neither aborts the process nor throws', { timeout: 60_000 }, () => {
  const script = fileURLToPath(new URL('nesting.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const lines = stdout.trim().split('\n');
  expect(lines).toContain('items.yaml: nested too deeply (over 200 levels)');
  expect(lines).toContain('brackets.yaml: nested too deeply (over 200 levels)');
  expect(lines).toContain('lines.yaml: nested too deeply (over 200 levels)');
  expect(lines).toContain('array.json: nested too deeply (over 200 levels)');
});

/** Each once took exponential time, or gave a range outside the text. */
test.each([
  ['substitutions left open', 'a.sh', `a=x${'$('.repeat(60)}s/q\npython3 -m foo \\\n bar=1\n`],
  ['quotes within a name', 'a.env', `MODEL=acme/${"''".repeat(500)}harbor-7b`],
  ['a comment left open', 'a.json', '{"model": "a/b"} /*'],
  ['a comment at the end of an image', 'Dockerfile', 'FROM a\nENV A=b\n# c'],
  ['emphasis', 'a.md', `${'*'.repeat(3000)} model ${'_a'.repeat(3000)}`],
  ['a run of brackets', 'a.md', `model ${'['.repeat(3000)}`],
  ['a long list of numbers', 'a.json', JSON.stringify({ model: Array.from({ length: 20_000 }, (_, i) => i) })],
  ['a command of many words', 'Dockerfile', `FROM a\nRUN model ${'a/b '.repeat(150_000)}`],
  ['documentation of many lines', 'a.py', `'''model\n${'https://a/b\n'.repeat(60_000)}'''\n`],
  ['a function many times', 'a.sh', 'f() { ollama pull "$1"; }\nf a\n'.repeat(600)],
  ['lines that are no shell', 'a.sh', `model ((\n${'a (b\n'.repeat(30_000)}`],
  ['a long list of words', 'a.sh', `A=(--model ${'a/b '.repeat(50_000)})`],
  ['two lists in one place', 'a.py', 'model = run(args=["hf", "acme/tern-7b"] if x else [])'],
  ['two lists in one place', 'a.ts', 'const model = x ? ["hf", "acme/tern-7b"] : [];'],
  ['an empty list of arguments', 'a.yaml', 'command: []\nmodel: [acme/tern-7b]\nargs: [""]'],
  ['a long word', 'a.yaml', `model: ${'a'.repeat(100_000)}`],
  ['a long line', 'a.md', `model ${'a/b '.repeat(20_000)}`],
  ['templates left open', 'a.yaml', `model: ${'{{ '.repeat(5000)}`],
  ['many siblings', 'a.yaml', Array.from({ length: 3000 }, (_, i) => `model_${i}: a/b-${i}`).join('\n')],
])('%s', (_, path, text) => {
  expect(faults({ path, text }).filter((fault) => !/^\d+ ms$/.test(fault))).toEqual([]);
});

test('an error in one entry leaves the others readable', () => {
  const text = 'a: [1, 2\nb: "open\nc:\n\ttab: x\nllm:\n  model: acme-lab/harbor-7b\n';
  expect(found('a.yaml', text)).toEqual(['acme-lab/harbor-7b']);
});

test('a name is found with the characters that escapes stand for', () => {
  expect(found('a.json', '{"model": "acme\\u002fharbor-7b"}')).toEqual(['acme\\u002fharbor-7b']);
  expect(found('a.json', '{"model": "acme-lab/harbor-7\\u0062"}')).toEqual(['acme-lab/harbor-7\\u0062']);
  expect(found('a.yaml', 'x: "😀"\nmodel: "acme-lab/harbor-7b" # 😀')).toEqual(['acme-lab/harbor-7b']);
});

test('an alias bomb costs nothing', () => {
  const lines = ['a0: &a0 acme-lab/harbor-7b'];
  for (let i = 1; i < 40; i++) lines.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}, *a${i - 1}]`);
  expect(found('a.yaml', `${lines.join('\n')}\nmodel: *a0\n`)).toEqual(['acme-lab/harbor-7b']);
});

test('a file over the limit is not read, and that is said', () => {
  const text = `model: acme-lab/harbor-7b\n${'# filling\n'.repeat(600_000)}`;
  const { references, notice } = findReferences({ path: 'a.yaml', text }, fakeKnowledge, options);
  expect(references).toEqual([]);
  expect(notice).toBe('over the size limit (5 MiB)');
});
