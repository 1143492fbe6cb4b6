/** One YAML source file: its data, and where in the text each part of the data stands. */
import { isMap, isNode, isPair, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Path, Problem } from './problems.ts';

export class YamlFile {
  readonly data: unknown;
  /** Mistakes of the YAML itself: syntax, duplicate keys. */
  readonly syntax: readonly Problem[];
  private readonly lines = new LineCounter();
  private readonly root: Node | null;

  constructor(
    /** Relative to the database's folder, `/` as separator. */
    readonly name: string,
    text: string,
  ) {
    const document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    this.root = document.contents;
    this.syntax = [...document.errors, ...document.warnings].map((error) => ({
      file: name,
      line: this.lines.linePos(error.pos[0]).line,
      message: error.message,
    }));
    // these files are our own, and one source may stand behind any number of entries
    this.data = this.syntax.length === 0 ? document.toJS({ maxAliasCount: -1 }) : undefined;
  }

  /** A problem at the place of `path`: at the key where the path names one, at the nearest ancestor that exists otherwise. */
  problem(path: Path, message: string): Problem {
    return { file: this.name, line: this.line(path), message };
  }

  private line(path: Path): number {
    let node: unknown = this.root;
    let offset = startOf(node) ?? 0;
    for (const step of path) {
      const pair: Pair | undefined = isMap(node)
        ? node.items.find((item) => isPair(item) && keyOf(item) === String(step))
        : undefined;
      const next: unknown = pair
        ? pair.value
        : (node as { get?(key: unknown, keep: true): unknown })?.get?.(step, true);
      if (!pair && next === undefined) break;
      offset = (pair && startOf(pair.key)) ?? startOf(next) ?? offset;
      node = next;
    }
    return this.lines.linePos(offset).line;
  }
}

function keyOf(pair: Pair): string {
  const key = pair.key as { value?: unknown } | null;
  return String(isNode(key) ? (key as { value?: unknown }).value : key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
