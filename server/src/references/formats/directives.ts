/** Blocks of code in reStructuredText: `.. code-block:: yaml`, and what stands indented behind a line that ends in `::`. */
import type { Slot } from '../types.ts';
import { Decoded } from './decoded.ts';
import { fencedSlot } from './fenced.ts';
import { type Line, linesOf } from './lines.ts';
import { movedSlot } from './moved.ts';
import { textSlots } from './text.ts';

export const isRestructured = (path: string): boolean => /\.rst$/i.test(path);

const directive = /^\s*\.\.\s(?:code-block|code|sourcecode|parsed-literal)::\s?([\w+#-]{0,30})/;
const option = /^\s+:[\w-]+:/;

const indentOf = (line: Line): number => line.text.length - line.text.trimStart().length;
const isBlank = (line: Line): boolean => line.text.trim() === '';

/** The blocks in their own languages, and the lines between them as running text. */
export function* restructuredSlots(text: string): Generator<Slot> {
  const lines = [...linesOf(text)];
  let from = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const match = directive.exec(line.text);
    if (!match && !/\S\s?::\s*$/.test(line.text)) continue;
    let first = i + 1;
    while (first < lines.length && (isBlank(lines[first] as Line) || option.test((lines[first] as Line).text))) first++;
    let last = first;
    while (last < lines.length && (isBlank(lines[last] as Line) || indentOf(lines[last] as Line) > indentOf(line)))
      last++;
    if (last === first || first >= lines.length) continue;
    const start = (lines[first] as Line).start;
    for (const slot of textSlots(text.slice(from, start))) yield movedSlot(slot, from);
    yield fencedSlot(dedented(lines.slice(first, last)), match?.[1]?.toLowerCase() ?? '', 'text');
    from = (lines[last] as Line | undefined)?.start ?? text.length;
    i = last - 1;
  }
  for (const slot of textSlots(text.slice(from))) yield movedSlot(slot, from);
}

/** Lines without the indentation that they share. */
function dedented(lines: readonly Line[]) {
  const indent = Math.min(...lines.filter((line) => !isBlank(line)).map(indentOf));
  const decoded = new Decoded();
  let end = 0;
  for (const line of lines) {
    const own = line.text.slice(indent);
    decoded.copy(own, line.start + indent);
    end = line.start + line.text.length;
    decoded.escape('\n', end);
  }
  return decoded.finish(end);
}
