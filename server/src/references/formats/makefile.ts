/** Makefiles: variables, and recipes as shell; other files that hold recipes have readers of their own. */
import { maximumLength, notices } from '../limits.ts';
import type { Comment, FormatReader, ParsedDocument, SourceDocument } from '../types.ts';
import { isJustfile, readJustfile } from './justfile.ts';
import { linesOf, trimmed } from './lines.ts';
import { movedSlot } from './moved.ts';
import { isProcfile, readProcfile } from './procfile.ts';
import { shellSlots } from './shell.ts';
import { type Entry, treeSlots } from './tree.ts';

export const makefile: FormatReader = { format: 'makefile', read: readMakefile };

const variable = /^[ ]*(?:(?:export|override|private|define)\s+)*([\w.-]+)\s*(?:::?:?|\?|\+|!)?=\s*/;
/** Variables of a target: `serve: MODEL = …`. */
const ofTarget = /^[\w./%$() -]+:\s*(?:export\s+)?([\w.-]+)\s*(?::|\?|\+)?=\s*/;

function readMakefile(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'makefile', slots: [], comments: [], notice: notices.tooLarge };
  if (isJustfile(document)) return readJustfile(document);
  if (isProcfile(document)) return readProcfile(document);
  const entries: Entry[] = [];
  const comments: Comment[] = [];
  const recipes: { start: number; text: string }[] = [];
  let continued: 'recipe' | 'other' | undefined;
  let canned = false;
  for (const line of linesOf(text)) {
    const end = line.start + line.text.length;
    // What `define` and `endef` stand around is lines of recipes, or values by the look of them.
    if (canned) canned = !/^\s*endef\b/.test(line.text);
    const begins = line.text.startsWith('\t') || (canned && !variable.test(line.text));
    canned ||= /^\s*define\s/.test(line.text);
    const isRecipe = continued === undefined ? begins : continued === 'recipe';
    continued = line.text.endsWith('\\') ? (isRecipe ? 'recipe' : 'other') : undefined;
    if (isRecipe) {
      // The lines of one recipe are one script; a quote left open in it ends there.
      const command = line.text.replace(/^\t[@+-]*/, blanks);
      const last = recipes.at(-1);
      if (last && last.start + last.text.length + 2 >= line.start)
        last.text = `${padded(last.text, line.start - last.start)}${command}`;
      else recipes.push({ start: line.start, text: command });
      continue;
    }
    const first = trimmed(line.text).start;
    if (line.text[first] === '#') {
      comments.push({ span: { start: line.start + first, end }, text: line.text.slice(first + 1) });
      continue;
    }
    const match = variable.exec(line.text) ?? ofTarget.exec(line.text);
    if (!match) {
      // `target: needs ; command`
      const colon = line.text.indexOf(':');
      const semicolon = colon < 0 ? -1 : line.text.indexOf(';', colon);
      if (semicolon > 0)
        recipes.push({
          start: line.start + semicolon + 1,
          text: line.text.slice(semicolon + 1).replace(/^[ @+-]*/, blanks),
        });
      continue;
    }
    const name = match[1] as string;
    const at = line.start + match[0].lastIndexOf(name);
    const hash = line.text.slice(match[0].length).search(/(?:^|\s)#/);
    const value = trimmed(
      line.text,
      match[0].length,
      hash < 0 ? line.text.replace(/\\$/, '').length : match[0].length + hash,
    );
    entries.push({
      key: { kind: 'scalar', value: name, start: at, end: at + name.length },
      value: {
        kind: 'scalar',
        value: line.text.slice(value.start, value.end),
        start: line.start + value.start,
        end: line.start + value.end,
      },
    });
  }
  function* slots() {
    yield* treeSlots({ kind: 'map', entries }, 'makefile');
    for (const recipe of recipes)
      for (const slot of shellSlots(recipe.text, 'makefile')) yield movedSlot(slot, recipe.start);
  }
  return { format: 'makefile', slots: slots(), comments };
}

const blanks = (text: string): string => ' '.repeat(text.length);

/** A line with its end, two characters on Windows; a backslash stays the last before it. */
function padded(text: string, length: number): string {
  return text.endsWith('\\') ? `${text.slice(0, -1).padEnd(length - 2)}\\\n` : text.padEnd(length, '\n');
}
