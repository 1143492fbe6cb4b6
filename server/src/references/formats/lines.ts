/** What the line-oriented formats share. */

export interface Line {
  readonly text: string;
  /** UTF-16 offset of the line's first character. */
  readonly start: number;
}

/** The lines of a text without their ends (`\n` or `\r\n`). */
export function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield { text: text.slice(start, end > start && text[end - 1] === '\r' ? end - 1 : end), start };
    if (newline < 0) return;
    start = end + 1;
  }
}

/** Where the text begins and ends without the blanks around it. */
export function trimmed(text: string, from = 0, to = text.length): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}
