/** The command line's entry. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '@modelterms/licenses-db';
import { readDatabase } from '@modelterms/licenses-db/database';
import { isColorSupported } from 'picocolors';
import { version } from '../package.json';
import { run } from './commands/program.ts';
import { createEngine, type Engine } from './engine.ts';
import { today } from './workspace/today.ts';

let engine: Engine | undefined;

// a reader that has seen enough, such as `head`, is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  version,
  today: today(),
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  // asked of the terminal ourselves: the library colours pipes as well wherever `CI` is set
  colors: isColorSupported && (process.stdout.isTTY === true || process.env.FORCE_COLOR !== undefined),
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  terminal: process.stdin.isTTY && process.stdout.isTTY ? { input: process.stdin, output: process.stdout } : undefined,
  rulePage: (rule) => {
    const file = path.join(__dirname, 'rules', `${rule}.md`);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  },
  engine: () => (engine ??= createEngine(openDatabase(readDatabase()))),
}).then((code) => {
  process.exitCode = code;
});
