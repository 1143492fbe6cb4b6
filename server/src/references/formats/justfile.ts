/** Justfiles: variables, the defaults of recipes' parameters, and recipes in the language they begin with, else shell. */
import { formatOfScript } from '../formatOf.ts';
import type { Comment, ParsedDocument, Slot, SourceDocument } from '../types.ts';
import { Decoded } from './decoded.ts';
import { fencedSlot } from './fenced.ts';
import { type Line, linesOf } from './lines.ts';
import { type Entry, type Scalar, treeSlots } from './tree.ts';

export function isJustfile({ path, languageId, text }: SourceDocument): boolean {
  return /(?:^|\/)\.?justfile|\.just$/i.test(path) || languageId === 'just' || /^#!\S{0,40}\s?just\b/.test(text);
}

const assignment = /^(?:export\s+)?([A-Za-z_][\w-]*)\s*:=/;
/** `model="…"` and `model='…'` and `model=word` of a recipe's head. */
const parameter = /(?<=\s[+*$]{0,2})([A-Za-z_][\w-]*)\s{0,3}=\s{0,3}(?:"([^"]*)"|'([^']*)'|([^\s"'():]+))/g;
const literal = /"([^"]*)"|'([^']*)'/g;
const noRecipe = /^(?:set|alias|import|mod|unexport)\s|^\[/;

export function readJustfile({ text }: SourceDocument): ParsedDocument {
  const entries: Entry[] = [];
  const comments: Comment[] = [];
  const recipes: Slot[] = [];
  let body: Line[] = [];
  const add = (name: string, at: number, value: string, start: number) =>
    entries.push({ key: scalar(name, at), value: scalar(value, start) });
  const close = () => {
    if (body.length > 0) recipes.push(recipe(body));
    body = [];
  };
  for (const line of linesOf(text)) {
    if (/^\s/.test(line.text) || (line.text === '' && body.length > 0 && line.start < text.length)) {
      body.push(line);
      continue;
    }
    close();
    const head = line.text;
    if (head.startsWith('#')) {
      comments.push({ span: { start: line.start, end: line.start + head.length }, text: head.slice(1) });
      continue;
    }
    const assigned = assignment.exec(head);
    if (assigned) {
      const name = assigned[1] as string;
      const at = line.start + assigned[0].indexOf(name);
      for (const match of head.matchAll(literal))
        add(name, at, match[1] ?? (match[2] as string), line.start + match.index + 1);
    } else if (!noRecipe.test(head)) {
      for (const match of head.matchAll(parameter)) {
        const value = match[2] ?? match[3] ?? (match[4] as string);
        const end = match.index + match[0].length - (match[4] === undefined ? 1 : 0);
        add(match[1] as string, line.start + match.index, value, line.start + end - value.length);
      }
    }
  }
  close();
  return { format: 'makefile', slots: [...treeSlots({ kind: 'map', entries }, 'makefile'), ...recipes], comments };
}

/** The lines of a recipe without their indentation and the signs that hide or forgive a command. */
function recipe(lines: readonly Line[]): Slot {
  const first = lines.find((line) => line.text.trim() !== '');
  const indent = /^\s*/.exec(first?.text ?? '')?.[0].length ?? 0;
  const program = formatOfScript(first?.text.slice(indent) ?? '');
  const decoded = new Decoded();
  for (const { text, start } of lines) {
    const own = Math.min(indent, /^\s*/.exec(text)?.[0].length ?? 0);
    const from = own + (program ? 0 : (/^[@-]{0,2}/.exec(text.slice(own))?.[0].length ?? 0));
    decoded.copy(text.slice(from), start + from).escape('\n', start + text.length);
  }
  const last = lines.at(-1) as Line;
  return fencedSlot(decoded.finish(last.start + last.text.length), program ?? 'shell', 'makefile');
}

function scalar(value: string, start: number): Scalar {
  return { kind: 'scalar', value, start, end: start + value.length };
}
