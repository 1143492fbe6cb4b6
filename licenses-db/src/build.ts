/** Builds the compiled database from the source files in this package. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from './compile.ts';
import type { Compiled } from './compiled.ts';
import { staleJsonSchemas } from './sources/json-schemas.ts';
import { DATABASE_FOLDER, loadSources } from './sources/load.ts';
import { InvalidDatabase } from './sources/problems.ts';
import { toText } from './text.ts';
import { validate } from './validation/index.ts';

export const COMPILED_FILE = path.join(DATABASE_FOLDER, 'dist', 'database.db');

/** Validates and compiles, in memory. Throws `InvalidDatabase`, which lists every problem with file and line. */
export function buildDatabase(): Compiled {
  const sources = loadSources();
  const today = new Date().toISOString().slice(0, 10);
  const stale = staleJsonSchemas().map((name) => ({
    file: `schema/${name}`,
    line: 1,
    message: 'does not say what src/schema.ts says; run `npm run db schema`',
  }));
  const problems = [...stale, ...validate(sources, { today })];
  if (problems.length > 0) throw new InvalidDatabase(problems);
  return compile(sources);
}

/** Writes `dist/database.db`, for `openDatabase`. Returns its path and size in bytes. */
export function compileDatabase(): { file: string; bytes: number } {
  const text = toText(buildDatabase());
  mkdirSync(path.dirname(COMPILED_FILE), { recursive: true });
  writeFileSync(COMPILED_FILE, text);
  return { file: COMPILED_FILE, bytes: Buffer.byteLength(text) };
}
