/** What a command has of the world; the real one is made in `cli.ts`, tests make their own. */
import type { Readable, Writable } from 'node:stream';
import type { Engine } from '../engine.ts';

/** A person who can be asked. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

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
  /** Columns of the terminal that standard output is; absent where it is none. */
  readonly columns?: number;
  /** Absent where nobody is there to answer: a pipe, CI. */
  readonly terminal?: Terminal;
  /** A rule's page in Markdown, where there is one. */
  rulePage(rule: string): string | undefined;
  /** Opens the database on first use. */
  engine(): Engine;
}

/** Exit codes; see `docs/cli.md`. */
export const EXIT = { clean: 0, findings: 1, problem: 2, interrupted: 130 } as const;

/** Something the user has to put right; said in one line on standard error, exit code 2. */
export class UsageError extends Error {}

/** A system's error in a few words: "no such file or directory". */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // Node's form is "ENOENT: no such file or directory, stat '/path'"
  return /^[A-Z]+: ([^,]+)/.exec(message)?.[1] ?? message.split('\n', 1)[0] ?? message;
}
