/**
 * `npm start [-- PATH] [--once] [--desktop]`: builds everything, reports on PATH (default: examples/), and opens it in a real
 * VS Code with the packaged extension installed.
 *
 * Without an option: a VS Code server on loopback and a browser where there is a desktop, until Ctrl-C.
 * `--once`: shows in the editor's window, without a person, that the first diagnostic and the first card appear, keeps screenshots, ends.
 * `--desktop`: uses the installed `code` instead.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/project.ts';
import { run, step } from './lib/run.ts';
import { packageExtension } from './package.ts';
import { launchBrowser } from './vscode/chromium.ts';
import { openDesktop } from './vscode/desktop.ts';
import { hostRunsHere, prepareHost } from './vscode/prepare.ts';
import { startServer } from './vscode/server.ts';
import { EditorWindow, type Place } from './vscode/window.ts';

interface Report {
  references: {
    file: string;
    text: string;
    range: { start: { line: number; character: number } };
    findings: { severity: string }[];
  }[];
}

const cli = path.join(root, 'server/dist/cli.js');

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { once: { type: 'boolean', default: false }, desktop: { type: 'boolean', default: false } },
  });
  // relative to where the user called npm, not to this repository
  const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0] ?? path.join(root, 'examples'));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);

  const vsix = await packageExtension();
  console.log(`\nmodelterms check ${path.relative(process.cwd(), folder) || '.'}\n`);
  await run(process.execPath, [cli, 'check', folder, '--fail-on', 'never'], { show: true });
  console.log('');

  if (values.desktop) return openDesktop(folder, vsix, { installed: true, wait: !values.once });
  if (!hostRunsHere) {
    console.log(
      `The VS Code from npm packages runs on Linux x64 only; here (${process.platform} ${process.arch}) the desktop build is downloaded.`,
    );
    return openDesktop(folder, vsix, { installed: false, wait: !values.once });
  }
  await prepareHost();
  if (values.once) await proveOnce(folder, vsix);
  else await serve(folder, vsix);
}

async function serve(folder: string, vsix: string): Promise<void> {
  const server = await step('Starting VS Code', () => startServer({ extensions: [vsix], log: 'start' }));
  const page = server.page(folder);
  console.log(`\nVS Code with ModelTerms: ${page}\nCtrl-C ends it.`);
  openBrowser(page);
  // the server's own process keeps this one alive; Ctrl-C runs the clean-up
  await new Promise<never>(() => {});
}

/** Opens the user's browser where there is a desktop. That it cannot is no failure: the address stands above. */
function openBrowser(page: string): void {
  if (process.env.CI || (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)) return;
  const opener = spawn('xdg-open', [page], { stdio: 'ignore', detached: true });
  opener.once('error', () => console.log('(no program to open a browser with; open the address yourself)'));
  opener.unref();
}

/** The first reference with a finding, or else the first of all; undefined where the project names no model. */
function firstPlace(folder: string): (Place & { text: string; found: boolean }) | undefined {
  const checked = spawnSync(process.execPath, [cli, 'check', folder, '--format', 'json', '--fail-on', 'never'], {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 1 << 30,
  });
  if (checked.status !== 0) throw new Error(checked.stderr);
  const { references } = JSON.parse(checked.stdout) as Report;
  const first = references.find(({ findings }) => findings.length > 0) ?? references[0];
  if (!first) return undefined;
  const { line, character } = first.range.start;
  return {
    file: path.resolve(folder, first.file),
    line,
    character,
    text: first.text,
    found: first.findings.length > 0,
  };
}

async function proveOnce(folder: string, vsix: string): Promise<void> {
  const place = firstPlace(folder);
  if (!place) {
    console.log('This project names no model, so there is nothing to show in the editor.');
    return;
  }
  const server = await step('Starting VS Code', () => startServer({ extensions: [vsix], log: 'once' }));
  const browser = await launchBrowser();
  try {
    const window = await step('Opening the window', () => EditorWindow.open(browser, server, folder, place));
    if (place.found) {
      await step(`Waiting for the first diagnostic, at ${place.text}`, () => window.marks.first().waitFor());
      console.log(`  ${await window.screenshot('once-diagnostic')}`);
    }
    await step('Asking for its card', () => window.showHover(/legal advice|licen[cs]e/i));
    console.log(`  ${await window.screenshot('once-card')}`);
  } finally {
    await browser.close();
    server.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`npm start: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  },
);
