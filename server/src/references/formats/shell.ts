/**
 * Shell scripts and everything that holds shell: `run:` blocks, RUN lines, recipes, fenced code. Each word becomes a
 * slot that knows its command, its option and its assignment.
 */
import {
  type Assignment,
  type Command,
  forEachChild,
  type HereDoc,
  parse,
  type Script,
  type SyntaxNode,
  type Word,
} from 'unbash';
import { maximumDepth, maximumLength, notices } from '../limits.ts';
import type {
  Comment,
  Format,
  FormatReader,
  ParsedDocument,
  Slot,
  SlotContext,
  SourceDocument,
  Span,
} from '../types.ts';
import { type CommandWord, wordSlots } from './commandLine.ts';
import { Decoded } from './decoded.ts';
import { linesOf } from './lines.ts';
import { movedSlot } from './moved.ts';
import { PartCache } from './partCache.ts';
import { listedNames } from './shellFilters.ts';
import { ShellUses } from './shellUses.ts';
import { maskTemplates } from './templates.ts';
import { textSlots } from './text.ts';

export const shell: FormatReader = { format: 'shell', read: readShell };

function readShell(document: SourceDocument): ParsedDocument {
  const { text } = document;
  if (text.length > maximumLength) return { format: 'shell', slots: [], comments: [], notice: notices.tooLarge };
  return { format: 'shell', slots: shellSlots(text, 'shell'), comments: commentsOf(text) };
}

/** Longer scripts are files of their own, and read in parts. */
const longest = 20_000;
/** Words; a longer list is data. */
const longestList = 500;
const scripts = new PartCache<readonly Slot[]>(200_000);

/**
 * The words of a script as slots, which is kept: a keystroke elsewhere in a document leaves its other scripts as they were.
 * @param format what the slots say they are from
 */
export function shellSlots(text: string, format: Format): readonly Slot[] {
  if (text.length > longest) return readScript(text, format);
  return scripts.get(`${format} ${text}`, (own) => readScript(own.slice(format.length + 1), format));
}

/** What was read of a part of a script: its words, and what it gives to commands by name. */
interface Part {
  readonly slots: Slot[];
  readonly uses: ShellUses;
  /** Where commands were read. */
  readonly read: Span[];
}

function readScript(text: string, format: Format): Slot[] {
  const masked = asShell(text);
  const script = parse(masked);
  const inParts = text.length > longest;
  const { read, slots, uses } = inParts ? readParts(script, text, masked, format) : readTree(script, text, format);
  for (const slot of uses.slots()) slots.push(slot);
  if (script.errors?.length) for (const slot of left(text, read)) slots.push(slot);
  return slots;
}

/** The text as the parser takes it, of the same length. */
function asShell(text: string): string {
  // Compose files write `$$(` for `$(`.
  return (
    maskTemplates(text)
      // What a command is joined to may stand elsewhere.
      .replace(/^\s*(?:&&|\|\|?|;)/, (sign) => ' '.repeat(sign.length))
      // `(env) me@host:~$ …`: a prompt.
      .replace(/^[ \t]*\([\w.-]{1,40}\)(?=[ \t]{1,3}\S{0,120}[$#>] )/gm, (prompt) => ' '.repeat(prompt.length))
      .replaceAll('$$(', '_$(')
      .replaceAll('\\\r\n', ' \\\n')
      .replaceAll('\r\n', ' \n')
  );
}

/** Parts are at least as long as this, where the text allows. */
const target = 4000;
const parts = new PartCache<Part>(1_000_000);

/** Reads a script between its outermost commands, so that a keystroke costs the reading of the part it is in. */
function readParts(script: Script, text: string, masked: string, format: Format): Part {
  const starts = [0];
  for (const { pos } of script.commands) {
    // What stands on a line of its own is behind the here-documents of the line before it.
    if (pos - (starts.at(-1) as number) >= target && text[pos - 1] === '\n') starts.push(pos);
  }
  const whole: Part = { slots: [], uses: new ShellUses(format), read: [] };
  starts.forEach((start, i) => {
    const end = starts[i + 1] ?? text.length;
    const [own, shown] = [text.slice(start, end), masked.slice(start, end)];
    const part = parts.get(`${format} ${own}\0${own === shown ? '' : shown}`, (key) => {
      const copy = key.slice(format.length + 1, format.length + 1 + own.length);
      return readTree(parse(own === shown ? copy : shown), copy, format);
    });
    for (const slot of part.slots) whole.slots.push(movedSlot(slot, start));
    for (const span of part.read) whole.read.push({ start: span.start + start, end: span.end + start });
    whole.uses.add(part.uses, start);
  });
  return whole;
}

function readTree(script: Script, text: string, format: Format): Part {
  const read: Span[] = [];
  const slots: Slot[] = [];
  const uses = new ShellUses(format);
  // An open `$(` is read again by everything around it: each stretch of text is visited once, and nesting has an end.
  const seen = new Set<number>();
  let depth = 0;
  const visit = (node: SyntaxNode): void => {
    // Scripts in escaped back-ticks have positions of their own; they are left out.
    if (node.type === 'Script' && (node.source !== undefined || depth >= maximumDepth)) return;
    if (node.type === 'Command' || node.type === 'CommandExpansion' || node.type === 'ProcessSubstitution') {
      const stretch = (node.pos * (text.length + 1) + node.end) * 2 + (node.type === 'Command' ? 0 : 1);
      if (seen.has(stretch)) return;
      seen.add(stretch);
    }
    depth++;
    if (node.type === 'Command') readCommand(node);
    else if (node.type === 'Pipeline') slots.push(...listedNames(node, text, format));
    else if (node.type === 'For' && node.wordlist) {
      for (const word of node.wordlist) slots.push(assigned(word, node.name.value, text, format));
      const words = node.wordlist.map((word) => wordAt(word, text));
      uses.loop({ name: node.name.value, start: node.pos, end: node.end, words });
    } else if (node.type === 'Case') {
      // `case "$MODEL" in ORG/NAME) …`: what a variable may be.
      const name = variableOf(node.word);
      for (const item of node.items)
        for (const word of item.pattern) if (name) slots.push(assigned(word, name, text, format));
    } else if (node.type === 'TestBinary') {
      const name = variableOf(node.left);
      if (name && /^(?:==?|!=)$/.test(node.operator)) slots.push(assigned(node.right, name, text, format));
    } else if (node.type === 'Function') uses.function(node.name.value, node.pos, node.end);
    forEachChild(node, visit);
    depth--;
  };
  const readCommand = (command: Command): void => {
    read.push({ start: command.pos, end: command.end });
    for (const part of command.prefix) {
      if (part.type === 'Assignment') readAssignment(part);
      else if (part.type === 'HereDoc') readHereDoc(part, command);
    }
    const words: CommandWord[] = command.name ? [wordAt(command.name, text)] : [];
    const [subject, operator, compared] = command.name?.value === '[' ? command.args : [];
    const tested = subject?.type === 'Word' ? variableOf(subject) : undefined;
    if (tested && compared?.type === 'Word' && operator?.type === 'Word' && /^(?:==?|!=)$/.test(operator.value))
      slots.push(assigned(compared, tested, text, format));
    for (const part of command.suffix) {
      if (part.type === 'Word') words.push(wordAt(part, text));
      else if (part.type === 'Assignment') {
        readAssignment(part);
        words.push(decodeWord(text, part.pos, part.end));
      } else if (part.type === 'HereDoc') readHereDoc(part, command);
      else if (part.type === 'HereString' && part.target) words.push(wordAt(part.target, text));
    }
    const made = wordSlots(words, format);
    for (const slot of made) slots.push(slot);
    uses.command(words, made);
  };
  const readAssignment = (assignment: Assignment): void => {
    const { name, value } = assignment;
    const values = value.type === 'ArrayValue' ? value.elements : [value];
    for (const one of values) {
      const slot = assigned(one, name, text, format);
      slots.push(slot);
      uses.assignment(name, slot);
    }
    // A list of options and their values: `ARGS=(--model ORG/NAME)`.
    if (values.length < longestList && values.some((one) => /^--?[a-z]/i.test(one.text)))
      slots.push(
        ...wordSlots(
          values.map((one) => wordAt(one, text)),
          format,
        ),
      );
  };
  const readHereDoc = (doc: HereDoc, command: Command): void => {
    const { pos, end } = doc.body;
    const context: SlotContext = { ...bare(format), path: ['<<', ...targetOf(command, text)], command: ['<<'] };
    slots.push({ value: text.slice(pos, end), span: { start: pos, end }, context });
  };
  visit(script);
  return { slots, uses, read };
}

/** The variable that a word is, and nothing but it: `"$MODEL"`. */
const variableOf = (word: Word): string | undefined => /^"?\$\{?(\w+)\}?"?$/.exec(word.text)?.[1];

/** The lines of a script that is none in which no command was read: running text. */
function* left(text: string, read: readonly Span[]): Generator<Slot> {
  const spans = [...read].sort((a, b) => a.start - b.start);
  let next = 0;
  let reached = 0;
  for (const line of linesOf(text)) {
    const end = line.start + line.text.length;
    for (; next < spans.length && (spans[next] as Span).start < end; next++)
      reached = Math.max(reached, (spans[next] as Span).end);
    if (reached > line.start || /^\s*#/.test(line.text)) continue;
    for (const slot of textSlots(line.text)) yield movedSlot(slot, line.start);
  }
}

/** The file that a command writes: `cat > Modelfile`, `tee .env`. */
function targetOf(command: Command, text: string): string[] {
  for (const part of command.suffix)
    if (part.type === 'Redirect' && part.target && part.operator.startsWith('>'))
      return [wordAt(part.target, text).value];
  const last = command.suffix.findLast((part) => part.type === 'Word');
  return command.name?.value === 'tee' && last?.type === 'Word' ? [wordAt(last, text).value] : [];
}

const empty: ReadonlyMap<string, string> = new Map();

function bare(format: Format): SlotContext {
  return { format, path: [], siblings: () => empty, ancestors: () => [] };
}

function assigned(word: Word, name: string, text: string, format: Format): Slot {
  const { value, start, end, offsets } = wordAt(word, text);
  const context: SlotContext = { ...bare(format), path: [name], variable: name };
  return { value, span: { start, end }, ...(offsets ? { offsets } : {}), context };
}

export function wordAt(word: Word, text: string): CommandWord {
  return decodeWord(text, word.pos, word.end);
}

/** Takes the quotes and backslashes off a shell word; expansions stay as written. */
export function decodeWord(text: string, start: number, end: number): CommandWord {
  const decoded = new Decoded();
  let quote = '';
  let last = start;
  for (let i = start; i < end; i++) {
    const c = text[i] as string;
    // Quotes in a template are its own.
    const template = c === '{' && text[i + 1] === '{' ? text.indexOf('}}', i) : -1;
    if (template > 0 && template < end) {
      decoded.copy(text.slice(i, template + 2), i);
      i = template + 1;
      last = i + 1;
      continue;
    }
    // `$'…'`: a string whose escapes the shell resolves.
    if (c === '$' && quote === '' && text[i + 1] === "'" && i + 1 < end) continue;
    if (quote === '' && (c === '"' || c === "'")) quote = c;
    else if (c === quote) quote = '';
    else if (c === '\\' && quote !== "'" && i + 1 < end) {
      i++;
      if (text[i] !== '\n') decoded.copy(text[i] as string, i);
      last = i + 1;
    } else {
      decoded.copy(c, i);
      last = i + 1;
    }
  }
  return decoded.finish(last);
}

/** Where the word ends that begins at `from`: at the first blank outside of quotes, or at `end`. */
export function shellWordEnd(text: string, from: number, end: number): number {
  let quote = '';
  for (let i = from; i < end; i++) {
    const c = text[i] as string;
    if (c === '\\' && quote !== "'") i++;
    else if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (/\s/.test(c)) return i;
  }
  return end;
}

function commentsOf(text: string): Comment[] {
  const comments: Comment[] = [];
  for (const line of linesOf(text)) {
    const match = /(?:^|\s)#/.exec(line.text);
    if (!match || line.text.startsWith('#!')) continue;
    const hash = match.index + match[0].length - 1;
    // A `#` behind an open quote is no comment.
    const before = line.text.slice(0, hash);
    if ((before.split('"').length - 1) % 2 === 1 || (before.split("'").length - 1) % 2 === 1) continue;
    const start = line.start + hash;
    comments.push({ span: { start, end: line.start + line.text.length }, text: line.text.slice(hash + 1) });
  }
  return comments;
}
