/** Text that fits a terminal. */
import { wrapAnsi } from 'fast-wrap-ansi';

/** Columns below which text beside a lead is no longer read with ease. */
const NARROW = 24;
const INDENT = 4;

/**
 * `lead` and, beside it, the text in as many lines as it takes; on a narrow terminal below it. `width`: columns of the lead. All in one line
 * where `columns` is not known: what is not for eyes is for grep. Colours take no room, wide characters take two columns.
 */
export function beside(lead: string, width: number, text: string, columns: number | undefined): string {
  if (columns === undefined) return lead + text;
  const narrow = columns - width < NARROW;
  const indent = narrow ? Math.min(INDENT, width) : width;
  // one column is left free: some terminals break a line that fills them all
  const room = Math.max(columns - indent - 1, 1);
  const lines = wrapAnsi(text, room, { hard: true }).split('\n');
  const next = `\n${' '.repeat(indent)}`;
  return `${narrow ? lead.trimEnd() + next : lead}${lines.join(next)}`;
}

/** Each line of a text within the columns; what follows a list's mark stays right of it. */
export const fitted = (text: string, columns: number | undefined): string =>
  text
    .split('\n')
    .map((line) => {
      const [lead = ''] = /^ *(?:- )?/.exec(line) ?? [];
      return line === '' ? line : beside(lead, lead.length, line.slice(lead.length), columns);
    })
    .join('\n');
