/**
 * Suppressions in a file: `modelterms-ignore[: rule, …] -- reason` in a comment on the line or the line above, and
 * `modelterms-ignore-file[: rule, …] -- reason` above the first reference.
 */
import type { Comment, Span } from '../references/types.ts';
import type { Finding, RuleId } from '../terms/types.ts';

export interface Suppression {
  /** Of its comment. */
  readonly span: Span;
  readonly scope: 'line' | 'file';
  /** Zero-based lines whose references it covers; empty for `file`. */
  readonly lines: readonly number[];
  /** Left out: every rule. */
  readonly rules?: readonly RuleId[];
  /** Absent where the comment gives none; it then has no effect. */
  readonly reason?: string;
}

/** Zero-based line of each UTF-16 offset. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  get count(): number {
    return this.starts.length;
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** The line's text without its end. */
  textOf(line: number): string {
    const end = this.starts[line + 1];
    return this.text.slice(this.startOf(line), end === undefined ? undefined : end - 1).replace(/\r$/, '');
  }
}

export const SUPPRESSION_WORD = 'modelterms-ignore';
/** What may stand before a comment that has its line for itself: space and comment marks. */
const ALONE = /^[\s#;/*<!%"-]*$/;

/** `comments` in order of place. */
export function readSuppressions(comments: readonly Comment[], lines: LineIndex): Suppression[] {
  const directives = comments.filter((comment) => comment.text.includes(SUPPRESSION_WORD));
  if (directives.length === 0) return [];
  const commentLines = new Set<number>();
  for (const { span } of comments) {
    if (!isAlone(span, lines)) continue;
    for (let line = lines.lineAt(span.start); line <= lastLine(span, lines); line++) commentLines.add(line);
  }
  return directives.flatMap(({ span, text }) => {
    const directive = parse(text);
    if (!directive) return [];
    const { scope, rules, reason } = directive;
    return [{ span, scope, lines: scope === 'file' ? [] : coveredLines(span, lines, commentLines), rules, reason }];
  });
}

const lastLine = (span: Span, lines: LineIndex) => lines.lineAt(Math.max(span.start, span.end - 1));

const isAlone = (span: Span, lines: LineIndex) => {
  const line = lines.lineAt(span.start);
  return ALONE.test(lines.textOf(line).slice(0, span.start - lines.startOf(line)));
};

/** Its own line; and where it has that for itself, the next one that is neither blank nor such a comment. */
function coveredLines(span: Span, lines: LineIndex, commentLines: ReadonlySet<number>): number[] {
  const own = lines.lineAt(span.start);
  if (!isAlone(span, lines)) return [own];
  let next = lastLine(span, lines) + 1;
  while (next < lines.count && (commentLines.has(next) || lines.textOf(next).trim() === '')) next++;
  return [own, next];
}

function parse(comment: string): Pick<Suppression, 'scope' | 'rules' | 'reason'> | undefined {
  const words = /(?<![\w-])modelterms-ignore(-file)?(?![\w-])/.exec(comment);
  if (!words) return undefined;
  // what closes the comment is not part of the reason
  const rest = comment.slice(words.index + words[0].length).replace(/\s*(?:\*\/|-->)\s*$/, '');
  const dashes = rest.search(/(?<=\s|^)--(?=\s)/);
  const head = (dashes < 0 ? rest : rest.slice(0, dashes)).trim();
  const reason = dashes < 0 ? '' : rest.slice(dashes + 2).trim();
  const rules = head.startsWith(':')
    ? head
        .slice(1)
        .split(',')
        .map((rule) => rule.trim())
        .filter((rule) => rule !== '')
    : [];
  return {
    scope: words[1] ? 'file' : 'line',
    ...(rules.length > 0 ? { rules: rules as RuleId[] } : {}),
    ...(reason ? { reason } : {}),
  };
}

/** A file's suppressions at work; remembers which of them had something to do. */
export class Suppressions {
  private readonly used = new Set<Suppression>();

  /** `first`: offset of the file's first reference; a suppression of the whole file has to stand above it. */
  constructor(
    private readonly all: readonly Suppression[],
    private readonly lines: LineIndex,
    private readonly first: number,
  ) {}

  /** What silences this finding on the reference that begins at `offset`, if anything does. */
  silence(finding: Finding, offset: number): Suppression | undefined {
    const line = this.lines.lineAt(offset);
    const found = this.all.find(
      ({ reason, rules, scope, lines, span }) =>
        reason !== undefined &&
        (rules === undefined || rules.includes(finding.rule)) &&
        (scope === 'file' ? span.start < this.first : lines.includes(line)),
    );
    if (found) this.used.add(found);
    return found;
  }

  /** Those that silenced nothing so far. */
  unused(): Suppression[] {
    return this.all.filter((suppression) => !this.used.has(suppression));
  }
}
