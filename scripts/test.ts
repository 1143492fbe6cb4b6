/**
 * `npm test`: everything there is to check, each part with its outcome, and one line of figures at the end. Sets up what it needs.
 * `npm test -- PART…`: only these parts.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkBrowserBundles } from '../test/e2e/browserBundles.ts';
import { runExtensionHost } from '../test/e2e/extensionHost.ts';
import { type Figures, NOTHING, sum } from '../test/e2e/runs.ts';
import { runWindow } from '../test/e2e/window.ts';
import { artifacts, root } from './lib/project.ts';
import { run } from './lib/run.ts';
import { checkNpmPackage } from './npmPackage.ts';
import { packageExtension } from './package.ts';
import { hostRunsHere, prepareHost } from './vscode/prepare.ts';

const PASSED: Figures = { passed: 1, failed: 0 };
const FAILED: Figures = { passed: 0, failed: 1 };

const bin = (name: string) => path.join(root, 'node_modules', ...name.split('/'));

/** A program that passes or fails as a whole. */
async function program(...args: string[]): Promise<Figures> {
  const { code } = await run(process.execPath, args, { cwd: root, show: true });
  return code === 0 ? PASSED : FAILED;
}

async function vitest(...filters: string[]): Promise<Figures> {
  const report = path.join(artifacts, 'vitest.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(process.execPath, [bin('vitest/vitest.mjs'), 'run', ...reporters, ...filters], {
    cwd: root,
    show: true,
  });
  const { numFailedTests: failed, numPassedTests: passed } = JSON.parse(readFileSync(report, 'utf8'));
  // a file that does not load fails without a failed test
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function bundles(): Promise<Figures> {
  const problems = checkBrowserBundles();
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? PASSED : { passed: 0, failed: problems.length };
}

/** End to end: from npm packages on Linux x64; elsewhere the desktop build takes the part of the extension host. */
async function endToEnd(): Promise<Figures> {
  if (!hostRunsHere) {
    console.log(
      `The VS Code from npm packages runs on Linux x64 only: on ${process.platform} ${process.arch} the suites run on the desktop build, and the window test, which needs that VS Code, is left out.`,
    );
    return program('--import', 'tsx', 'test/e2e/run-electron.ts');
  }
  await prepareHost();
  return sum([await runExtensionHost(), await runWindow()]);
}

/** In this order; the later ones need what `package` has built. */
const PARTS: Readonly<Record<string, () => Promise<Figures>>> = {
  lint: () => program(bin('@biomejs/biome/bin/biome'), 'check', '.'),
  types: () => program(bin('typescript/bin/tsc'), '-p', '.'),
  database: () => program('--import', 'tsx', 'licenses-db/src/cli.ts', 'validate'),
  package: async () => {
    await packageExtension();
    await checkNpmPackage();
    return PASSED;
  },
  bundles,
  unit: () => vitest(),
  e2e: endToEnd,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`npm test: no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
mkdirSync(artifacts, { recursive: true });
const all: Figures[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n━━ ${name}`);
  const figures = await part().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return FAILED;
  });
  console.log(`━━ ${name}: ${figures.passed} passed, ${figures.failed} failed`);
  all.push(figures);
}
const { failed, passed } = sum([NOTHING, ...all]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
