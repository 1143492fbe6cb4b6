/** Ollama Modelfiles: FROM and ADAPTER name models; SYSTEM, TEMPLATE and MESSAGE hold text, over lines in `"""`. */

import { maximumLength, notices } from '../limits.ts';
import type { Comment, FormatReader, ParsedDocument, SourceDocument } from '../types.ts';
import { linesOf, trimmed } from './lines.ts';
import { type Entry, type Scalar, treeSlots } from './tree.ts';

export const modelfile: FormatReader = { format: 'modelfile', read: readModelfile };

const instruction = /^\s*([A-Za-z]+)\s+/;

function readModelfile(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'modelfile', slots: [], comments: [], notice: notices.tooLarge };
  const entries: Entry[] = [];
  const comments: Comment[] = [];
  let quoted = false;
  for (const line of linesOf(text)) {
    const fences = line.text.split('"""').length - 1;
    const inside = quoted;
    if (fences % 2 === 1) quoted = !quoted;
    if (inside) continue;
    const { start: first, end } = trimmed(line.text);
    if (line.text[first] === '#') {
      comments.push({
        span: { start: line.start + first, end: line.start + line.text.length },
        text: line.text.slice(first + 1),
      });
      continue;
    }
    const match = instruction.exec(line.text);
    const word = match?.[1]?.toUpperCase();
    if (!match || word === undefined || (word !== 'FROM' && word !== 'ADAPTER')) continue;
    let from = match[0].length;
    let to = end;
    if (line.text[from] === '"' && line.text[to - 1] === '"' && to - from > 1) {
      from++;
      to--;
    }
    const keyStart = line.start + match[0].search(/[A-Za-z]/);
    const key: Scalar = { kind: 'scalar', value: word, start: keyStart, end: keyStart + word.length };
    const value = line.text.slice(from, to);
    entries.push({ key, value: { kind: 'scalar', value, start: line.start + from, end: line.start + to } });
  }
  return { format: 'modelfile', slots: treeSlots({ kind: 'map', entries }, 'modelfile'), comments };
}
