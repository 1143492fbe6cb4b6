/**
 * The two TextMate grammars on marked text: in `cases/`, a line of `^^^` under a line says which scopes those characters
 * must have (and, after `-`, must not). The surrounding languages' grammars are those that VS Code itself uses.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';

const root = path.resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const HOSTS = ['yaml', 'json', 'jsonc', 'toml', 'dotenv', 'ini', 'docker'];
const { resolve } = createRequire(import.meta.url);

const registry = createRegistry([
  ...manifest.contributes.grammars.map((grammar: { path: string }) => ({
    ...grammar,
    path: path.join(root, grammar.path),
  })),
  ...HOSTS.map((name) => {
    const file = resolve(`tm-grammars/grammars/${name}.json`);
    return { path: file, scopeName: JSON.parse(readFileSync(file, 'utf8')).scopeName };
  }),
]);

const cases = path.join(import.meta.dirname, 'cases');
describe('grammars', () => {
  it.each(readdirSync(cases))('%s', async (name) => {
    const text = readFileSync(path.join(cases, name), 'utf8');
    const failures = await runGrammarTestCase(registry, parseGrammarTestCase(text));
    const said = failures.map(({ line, start, end, missing, unexpected, actual }) => ({
      marked: `${line + 1}:${start + 1}-${end + 1}`,
      text: text.split('\n')[line]?.slice(start, end),
      missing,
      unexpected,
      actual,
    }));
    expect(said).toEqual([]);
  });
});
