/** What is wrong with the database's source files, told with file and line. */

export type Path = readonly (string | number)[];

export interface Problem {
  /** Relative to the database's folder. */
  readonly file: string;
  /** One-based; 1 where no place is known. */
  readonly line: number;
  readonly message: string;
}

/** Thrown where a database cannot be built; its message lists every problem, one a line, as `file:line message`. */
export class InvalidDatabase extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'InvalidDatabase';
  }
}

export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line} ${problem.message}`;
}
