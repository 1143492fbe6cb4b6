/** Procfiles: a name and a command on each line. */
import type { Comment, ParsedDocument, Slot, SourceDocument } from '../types.ts';
import { linesOf } from './lines.ts';
import { movedSlot } from './moved.ts';
import { shellSlots } from './shell.ts';

export const isProcfile = ({ path }: SourceDocument): boolean => /(?:^|\/)Procfile[^/]*$/i.test(path);

export function readProcfile({ text }: SourceDocument): ParsedDocument {
  const slots: Slot[] = [];
  const comments: Comment[] = [];
  for (const line of linesOf(text)) {
    const name = /^[\w-]+:/.exec(line.text)?.[0];
    if (line.text.startsWith('#'))
      comments.push({ span: { start: line.start, end: line.start + line.text.length }, text: line.text.slice(1) });
    else if (name !== undefined)
      for (const slot of shellSlots(line.text.slice(name.length), 'makefile'))
        slots.push(movedSlot(slot, line.start + name.length));
  }
  return { format: 'makefile', slots, comments };
}
