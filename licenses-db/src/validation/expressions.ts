/** Regular expressions of the database compile, use no other groups than they may, and run in linear time. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkSync } from 'recheck';
import { isPlainlyLinear } from '../sources/linear.ts';
import { DATABASE_FOLDER } from '../sources/load.ts';

/** Verdicts of earlier runs on expressions that are not plainly linear: each takes up to seconds. May be deleted. */
const CACHE_FILE = path.join(DATABASE_FOLDER, 'dist', 'expressions.json');
/** The slowest takes some three seconds of an idle machine; a busy one is given time. */
const TIMEOUT_MS = 120_000;

export class ExpressionChecks {
  private readonly cache: Record<string, string>;
  private changed = false;

  constructor(
    private readonly file = CACHE_FILE,
    private readonly timeout = TIMEOUT_MS,
  ) {
    this.cache = readCache(file);
  }

  /**
   * What is wrong with an expression, as matched from one given start; undefined where nothing is. `groups`: names it may
   * capture. Expressions sought anywhere in a name start at most as often as a name has words; names are short.
   */
  problem(source: string, groups?: readonly string[]): string | undefined {
    let names: string[];
    try {
      names = namesOfGroups(source);
    } catch (error) {
      return `not a regular expression: ${(error as Error).message}`;
    }
    const stray = groups && names.find((name) => !groups.includes(name));
    if (stray) return `captures "${stray}", which is none of ${groups.join(', ')}`;
    return isPlainlyLinear(source) ? undefined : this.slowness(source) || undefined;
  }

  /** Keeps the verdicts for the next run. */
  save(): void {
    if (!this.changed) return;
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify(this.cache));
  }

  private slowness(source: string): string {
    const key = createHash('sha256').update(source).digest('base64url').slice(0, 22);
    const known = this.cache[key];
    if (known !== undefined) return known;
    const result = checkSync(source, 'i', { timeout: this.timeout });
    // undecided says more about the machine than about the expression: not kept for the next run
    if (result.status === 'unknown') return 'could not be told to run in linear time: write it more plainly';
    const verdict = result.status === 'safe' ? '' : `may take ${result.complexity.summary} time`;
    this.cache[key] = verdict;
    this.changed = true;
    return verdict;
  }
}

function namesOfGroups(source: string): string[] {
  return Object.keys(new RegExp(`(?:${source})|`, 'i').exec('')?.groups ?? {});
}

function readCache(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}
