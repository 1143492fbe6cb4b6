/** What a command has of the world; the real one is made in `cli.ts`, tests make their own. */
import type { Engine } from '../engine.ts';

export interface Io {
  /** Working directory, absolute. */
  readonly cwd: string;
  readonly version: string;
  /** YYYY-MM-DD */
  readonly today: string;
  out(text: string): void;
  error(text: string): void;
  /** Whether standard output can show colours. */
  readonly colors: boolean;
  /** Opens the database on first use. */
  engine(): Engine;
}

/** Exit codes; see `docs/cli.md`. */
export const EXIT = { clean: 0, findings: 1, problem: 2 } as const;

/** Something the user has to put right; said in one line on standard error, exit code 2. */
export class UsageError extends Error {}

/** A system's error in a few words: "no such file or directory". */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // Node's form is "ENOENT: no such file or directory, stat '/path'"
  return /^[A-Z]+: ([^,]+)/.exec(message)?.[1] ?? message.split('\n', 1)[0] ?? message;
}
