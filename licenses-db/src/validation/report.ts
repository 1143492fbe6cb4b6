/** What the checks share: the sources, the day, and a place to tell problems. */
import type { SourceFile, Sources } from '../sources/load.ts';
import type { Path, Problem } from '../sources/problems.ts';

export class Report {
  readonly problems: Problem[] = [];

  constructor(
    readonly sources: Sources,
    /** YYYY-MM-DD */
    readonly today: string,
  ) {}

  add(source: SourceFile<unknown>, path: Path, message: string): void {
    this.problems.push(source.file.problem(path, message));
  }
}

/** Tells every name (case-insensitive) that is claimed twice, at its second place. */
export class Claims {
  private readonly owners = new Map<string, string>();

  constructor(
    private readonly report: Report,
    /** What is claimed, for the message: "licence name". */
    private readonly what: string,
  ) {}

  claim(name: string, owner: string, source: SourceFile<unknown>, path: Path): void {
    const before = this.owners.get(name.toLowerCase());
    if (before !== undefined) this.report.add(source, path, `${this.what} "${name}" is taken by ${before}`);
    else this.owners.set(name.toLowerCase(), owner);
  }
}
