/** The examples: every rule speaks somewhere in them, and their README tells what each file is for. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../server/src/terms/policy/index.ts';
import { runHere } from './inProcess.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const check = (today: string, ...args: string[]) => runHere(folder, ['check', ...args], { today });

interface Told {
  readonly rule: string;
}

describe('the examples', () => {
  it('show every rule at least once', async () => {
    const { out } = await check('2026-11-22', '--format', 'json');
    const report: { references: { findings: Told[] }[]; findings: Told[] } = JSON.parse(out);
    const told = [...report.references.flatMap(({ findings }) => findings), ...report.findings];
    const shown = new Set(told.map(({ rule }) => rule));
    expect(RULE_IDS.filter((rule) => !shown.has(rule))).toEqual([]);
  });

  it.each([
    ['their own policy', '2026-11-22', [], 1],
    ['everything accepted', '2026-11-22', ['--config', 'accepted.modelterms.yaml'], 0],
    ['the last day of the first exception', '2027-06-30', ['--config', 'accepted.modelterms.yaml'], 0],
    ['the day after', '2027-07-01', ['--config', 'accepted.modelterms.yaml'], 1],
  ])('%s', async (_title, today, args, expected) => {
    const { code, out } = await check(today, '--fail-on', 'warning', ...args);
    expect(code, out).toBe(expected);
  });

  it('are told of in their README, file by file', () => {
    const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
    const told = (file: string) => [file, `${file.split('/')[0]}/`].some((name) => readme.includes(`\`${name}\``));
    expect(files.filter((file) => file !== 'README.md' && !told(file))).toEqual([]);
  });
});
