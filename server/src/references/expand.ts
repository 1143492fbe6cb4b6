/**
 * Documents within documents: a slot that holds a command line, a list of arguments, JSON, YAML or prose gives the
 * slots inside it, each with its exact place in the outer document and the outer surroundings above its own.
 */

import { holdsPair } from './filter/pairs.ts';
import { formatOf } from './formatOf.ts';
import { isCommand, ofLibrary, startsWithProgram, wordSlots } from './formats/commandLine.ts';
import { readerOf } from './formats/index.ts';
import { jsonTree } from './formats/json.ts';
import { slotOf } from './formats/literal.ts';
import { movedSlot } from './formats/moved.ts';
import { shellSlots } from './formats/shell.ts';
import { treeSlots } from './formats/tree.ts';
import { maximumEmbedding, nestsTooDeep } from './limits.ts';
import { mayHold } from './prefilter.ts';
import { formatOfFence } from './tables/fences.ts';
import { readKey } from './tables/keys.ts';
import { commandKeys, listFlags, programKeys, scriptKeys } from './tables/scripts.ts';
import { trimTrailing } from './trimTrailing.ts';
import type { Format, Slot, SlotContext } from './types.ts';

/** Calls `visit` with what the slots of a text of `length` UTF-16 units stand for: themselves, or what is inside them. */
export function expandAll(slots: Iterable<Slot>, length: number, visit: (slot: Slot) => void): void {
  const budget = { left: 4 * length + 10_000 };
  for (const slot of slots) expand(slot, visit, budget);
}

function expand(slot: Slot, visit: (slot: Slot) => void, budget: ReadingBudget, depth = 0): void {
  for (const one of toldIn(slot)) visit(embed(slot, one));
  const inner = depth < maximumEmbedding && budget.left > 0 ? inside(slot) : undefined;
  if (!inner) {
    visit(slot);
    return;
  }
  budget.left -= slot.value.length;
  for (const one of inner) expand(embed(slot, one), visit, budget, depth + 1);
}

/** How many UTF-16 units may still be read a second time: documents within documents could else grow without end. */
interface ReadingBudget {
  left: number;
}

function inside(slot: Slot): Iterable<Slot> | undefined {
  const { value, context } = slot;
  if (context.isKey || value.length < 4 || context.format === 'modelfile' || !/[A-Za-z]{2}/.test(value))
    return undefined;
  const block = context.path[0];
  if (block === '#fence' || block === '#front matter') {
    const language = String(context.path[1]);
    const marked = formatOfFence(language) ?? (language === '' ? guessFormat(value) : undefined) ?? 'text';
    const format = (block === '#fence' && otherThan(marked, value)) || marked;
    return readAs(format, value, language);
  }
  if (context.format === 'markdown' && context.path.length === 1) {
    // A command in the middle of a sentence: `ollama run mistral`.
    if (block === '#code' && /^(?:cd|ls|cat|pushd|source|mkdir|rm|cp|mv)\s/.test(value)) return [];
    return block === '#code' && startsWithProgram(value) ? shellSlots(value, 'markdown') : undefined;
  }
  const key = lastKey(context.path);
  if (context.command?.[0] === '<<') {
    // A here-document has the syntax of the file it goes to.
    const target = context.path[1];
    return readAs((target === undefined ? undefined : formatOf(String(target))) ?? guessFormat(value) ?? 'text', value);
  }
  const multiline = value.includes('\n');
  if (context.list) {
    const words = listWords(slot, key);
    if (words) return words;
  }
  if (/^\s*[[{]/.test(value) && /["']/.test(value)) {
    const json = jsonSlots(value, context.format);
    if (json) return json;
  }
  // A file in a ConfigMap: `config.yaml: |`.
  const named = key !== undefined && /\.\w+$/.test(key) && /\s/.test(value) ? formatOf(key) : undefined;
  if (named && named !== 'source') return readAs(named, value);
  // Options and their values in one string: `ARGS="--model ORG/NAME --port 80"`.
  if (!multiline && optionWithValue.test(value) && !proseFormats.has(context.format))
    return shellSlots(value, context.format);
  if (context.command !== undefined) {
    // `sh -c '…'`, `bash -lc "…"`, `python -c "…"`
    if (/^-[a-z]{0,4}c$/.test(context.flag ?? '') && /\s/.test(value))
      return importing.test(value) ? readAs('python', value) : shellSlots(value, context.format);
    // What a `$(…)` holds is among the command's own words already.
    if (value.includes('$(')) return undefined;
    const script = /(?:^|[;&|]|\s)(?:ollama|curl|hf|huggingface-cli|vllm|docker|python3?|llama-server)\s/.test(value);
    return /\s/.test(value) && script ? shellSlots(value, context.format) : undefined;
  }
  // An option in one word is a command line as well: `command: --model-id=…`.
  if (!/\s/.test(value) && !/^--[a-z][\w-]*=/i.test(value)) return undefined;
  if (isScript(slot, key)) return shellSlots(value, context.format);
  if (multiline) {
    // One name a line is a list.
    if (value.split('\n').every((line) => /^[\w./:@-]*$/.test(line.trim()))) return undefined;
    if (!mayHold(value) && !holdsPair(value)) return [];
    // Blocks of code within a text are not what the text is.
    if (/^[ \t]{0,12}```/m.test(value)) return readAs('markdown', value);
    return readAs(guessFormat(value) ?? (value.includes('](') ? 'markdown' : 'text'), value);
  }
  return undefined;
}

const optionWithValue = /(?:^|\s)--[a-z][\w-]{0,60}(?:=|\s{1,4})[^\s=-]/i;
const proseFormats: ReadonlySet<Format> = new Set(['text', 'markdown']);
const quotingFormats: ReadonlySet<Format> = new Set(['source', 'python', 'javascript', 'notebook', 'powershell']);
const toldCommand =
  /(?:^|[\s`'"(:])(ollama (?:pull|run|show)|(?:hf|huggingface-cli) download|vllm serve|docker model (?:pull|run)|lms get|llama-(?:server|cli) -\w) /g;

/** Where a command in quotes begins, within prose. */
const quotedCommand =
  /["“`'](?=(?:ollama (?:pull|run|show)|(?:hf|huggingface-cli) download|vllm serve|docker model (?:pull|run)) )/;

/** The commands that a message or a sentence tells to run: `print("run: ollama pull llama3.2")`. */
function* toldIn({ value, context }: Slot): Generator<Slot> {
  const prose = proseFormats.has(context.format);
  if (!(prose || quotingFormats.has(context.format)) || context.isKey || value.length > 2000) return;
  if (!/ (?:pull|run|show|download|serve|get|-\w) /.test(value)) return;
  if (prose && (context.command !== undefined || context.path[0] === '#code')) return;
  if (!prose && value.includes('\n')) return;
  const match = prose ? quotedCommand.exec(value) : null;
  if (match) {
    const from = match.index + 1;
    const length = value.slice(from, from + 200).search(/["”`'\n]/);
    if (length >= 0)
      for (const slot of shellSlots(value.slice(from, from + length), context.format)) yield movedSlot(slot, from);
  }
  for (const { 0: whole, 1: name = '', index } of value.matchAll(toldCommand)) {
    const at = index + whole.length - name.length - 1;
    const said = value.slice(at, at + 220).split(/[`'"()<>;|&\n]/)[0] as string;
    // `ollama pull failed` tells of a command; what has a digit or a sign in it is a name.
    const argument = trimTrailing(said.slice(name.length + 1).split(' ')[0] as string, '.,:!?');
    if ((name.startsWith('ollama') ? /[\d:]|\w-/ : /[\d:/]/).test(argument))
      for (const slot of shellSlots(trimTrailing(said, '.,:!? '), context.format)) yield movedSlot(slot, at);
    else if (
      said.length - name.length - 1 <= argument.length + 1 &&
      leadsIn.test(value.slice(Math.max(0, at - 30), at))
    ) {
      const start = at + name.length + 1;
      const one = { value: argument, start, end: start + argument.length };
      if (name.startsWith('ollama')) yield slotOf(one, ofLibrary(context.format));
    }
  }
}

/** What stands before a command that one is told to run. */
const leadsIn =
  /(?:\b(?:run|execute|type|try|use|using|with|via|by|first|install|install it|command)|实行|执行|运行|実行|먼저)\s?[:：]?\s{0,2}$/i;

function isScript({ value, context }: Slot, key: string | undefined): boolean {
  if (context.format === 'shell' || context.variable !== undefined) return false;
  if (/^\s*#!.*sh\b/.test(value)) return true;
  if (key === undefined) return false;
  const name = key.toLowerCase().replace(/[-.]/g, '_');
  // `"scripts": {"pull": "ollama pull …"}` of package.json, `[tasks]` of other tools.
  if (/^(?:scripts|tasks)$/.test(String(context.path.at(-2)))) return true;
  if (scriptKeys.has(name) || commandKeys.has(name)) return true;
  return /(?:^|_)(?:command|cmd|script|args|shell)$/.test(name) && readKey(key).sense !== 'model';
}

function lastKey(path: readonly (string | number)[]): string | undefined {
  for (let i = path.length - 1; i >= 0; i--) if (typeof path[i] === 'string') return path[i] as string;
  return undefined;
}

interface ListReading {
  /** Some item is an option, so that the list is arguments whatever its key. */
  readonly hasFlags: boolean;
  /** The words that stand before the list: the program is told beside it. */
  readonly program: readonly string[];
  /** By index; read when first asked for. */
  words?: ReadonlyMap<number, Slot>;
}

const lists = new WeakMap<readonly string[], ListReading>();

/** An item of `args: ["--model", "x"]`: its neighbours tell which option it is the value of. */
function listWords(slot: Slot, key: string | undefined): Iterable<Slot> | undefined {
  const { context, value } = slot;
  const list = context.list as readonly string[];
  const index = context.path.at(-1);
  if (typeof index !== 'number') return undefined;
  let reading = lists.get(list);
  if (!reading) {
    reading = { hasFlags: list.some((item) => listFlags.test(item)), program: programOf(slot) };
    lists.set(list, reading);
  }
  const name = key?.toLowerCase().replaceAll('-', '_');
  const isScriptKey = name !== undefined && scriptKeys.has(name);
  const isCommandKey = name !== undefined && (commandKeys.has(name) || /(?:^|_)args$/.test(name));
  const program = reading.program;
  const isCommandLine = reading.hasFlags || isCommand([...program, ...list.slice(0, 6)]);
  if (!isCommandKey && !isScriptKey && !isCommandLine) return undefined;
  // A whole command in one item: `["sh", "-c", "ollama pull x"]`, `script: [npm ci, ollama pull x]`.
  if (/\s/.test(value.trim()) && !/^\s*[[{]/.test(value)) return shellSlots(value, context.format);
  if (isScriptKey) return undefined;
  reading.words ??= new Map(
    wordSlots(
      [...program.map(() => -1), ...list.keys()].map((i) => ({
        value: i < 0 ? (program[0] as string) : (list[i] as string),
        start: i,
        end: i,
      })),
      context.format,
    ).map((one) => [one.span.end, one]),
  );
  const word = reading.words.get(index);
  if (!word) return [];
  const from = value.length - word.value.length;
  return [{ value: word.value, span: { start: from, end: value.length }, context: word.context }];
}

/** The program whose arguments a list is, where it stands beside the list by itself: `"command": "hf", "args": [ … ]`. */
function programOf({ context }: Slot): readonly string[] {
  let near = 0;
  for (const beside of context.ancestors()) {
    for (const key of programKeys) {
      const name = beside.get(key);
      if (name !== undefined && /^[\w./-]+$/.test(name) && startsWithProgram(`${name} x`)) return [name];
    }
    if (++near === 2) break;
  }
  return [];
}

function jsonSlots(value: string, format: Format): Iterable<Slot> | undefined {
  if (nestsTooDeep(value)) return undefined;
  const root = jsonTree(value, 0);
  if (!root || (root.kind === 'map' && root.entries.length === 0)) return undefined;
  if (root.kind === 'seq' && !root.items.some((item) => item !== undefined)) return undefined;
  if (!/^\s*(?:\{\s*"|\[\s*["{[\]])/.test(value)) return undefined;
  return treeSlots(root, format);
}

/** What follows the comments at the head of a JSON text. */
function afterComments(value: string): string {
  let rest = value.trimStart();
  while (rest.startsWith('//') || rest.startsWith('/*')) {
    const end = rest.startsWith('//') ? rest.indexOf('\n') : rest.indexOf('*/') + 1;
    if (end <= 0) return '';
    rest = rest.slice(end + 1).trimStart();
  }
  return rest;
}

/** @param language the name of the language, where one format is that of many */
function readAs(format: Format, value: string, language = ''): Iterable<Slot> {
  // What documentation calls JSON is often a piece of it: `"model": "x",`. YAML reads that as well.
  if (format === 'json' && !/^[[{]/.test(afterComments(value))) format = 'yaml';
  const reader = readerOf(format) ?? readerOf('text');
  return reader
    ? reader.read({ path: `embedded.${format === 'source' || format === 'html' ? language : format}`, text: value })
        .slots
    : [];
}

const programFormats: ReadonlySet<Format> = new Set(['python', 'javascript', 'source', 'shell']);
const entryLine = /^\s*(?:- )?["']?[A-Za-z][\w .$/@-]{0,60}["']?:(?:\s|$)/;

/** What a block holds that is not what it is marked as. */
function otherThan(marked: Format, value: string): Format | undefined {
  if (programFormats.has(marked)) return notCode(value);
  return (marked === 'yaml' || marked === 'json') && firstCommand.test(value) ? 'shell' : undefined;
}

/** What a block marked as program text holds that is none: settings by the key, or a list. */
function notCode(value: string): Format | undefined {
  if (value.length > 4000) return undefined;
  const lines = value
    .split('\n')
    .map((line) => line.split(/(?:^|\s)#/, 1)[0] as string)
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  if (lines.every((line) => /^\s*- [^-]/.test(line))) return 'text';
  const settings = lines.every(
    (line) => entryLine.test(line) && !/[=(){};]|^\s*(?:class|else|try|finally|default)\b/.test(line),
  );
  return settings && lines.some((line) => /:\s/.test(line)) ? 'yaml' : undefined;
}

/** A text whose first words, but for comments, are a command. */
const firstCommand =
  /^(?:[^\S\n]{0,8}(?:#[^\n!][^\n]{0,300})?\n){0,5}[^\S\n]{0,8}(?:[$>%]\s{1,3})?(?:sudo\s{1,3})?(?:curl|wget|docker|pip3?|npm|npx|git|ollama|export|hf|huggingface-cli|vllm|uv|conda|apt|apt-get|brew|python3?|llama-[a-z]{2,12})\s{1,3}[\w"'./:$-]/;
/** A command over lines: one that goes on with an option on the next. */
const optionsOnLines = /\\\r?\n[^\S\n]{0,40}--?[a-z]/i;
const importing = /^\s*(?:from [\w.]+ import|import [\w.]+)\b|;\s*(?:from [\w.]+ )?import /;

/** The syntax of a text without a name; undefined for prose. */
function guessFormat(value: string): Format | undefined {
  if (firstCommand.test(value) || optionsOnLines.test(value)) return 'shell';
  if (/^\s*#!.*\bpython/.test(value) || /^(?:from [\w.]+ )?import [\w., ]+/m.test(value)) return 'python';
  if (/^\s*#!/.test(value)) return 'shell';
  if (/^\s*\[{1,2}[\w."-]+\]{1,2}[^\S\n]*(?:#[^\n]*)?\n/.test(value)) return 'toml';
  // A link of Markdown begins like a list, and like the head of a table.
  if (/^\s*(?:\{|\[(?![^\]\n]{0,200}\]\())/.test(value)) return 'json';
  if (/^[ \t]*FROM[ \t]+\S/m.test(value) && /^[ \t]*(?:PARAMETER|SYSTEM|TEMPLATE|ADAPTER|MESSAGE)[ \t]/m.test(value))
    return 'modelfile';
  if (/^[ \t]*FROM[ \t]+\S+/m.test(value)) return 'dockerfile';
  const lines = value.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  const share = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length / Math.max(1, lines.length);
  if (lines.length > 1 && share(/^\s*--[a-z][\w-]*(?:[= ]\S+)?\s*\\?$/i) > 0.6) return 'shell';
  if (share(/^\s*(?:export\s+)?[A-Z_][A-Z0-9_]*=/) > 0.7) return 'dotenv';
  if (share(/^\s*(?:- )?["']?[\w.$/@-]+["']?:(?:\s|$)|^\s*- (?!\[[^\]]*\]\()\S+(?:\s+\S+){0,5}\s*$/) > 0.8)
    return 'yaml';
  if (share(/^\s*(?:[\w."-]+\s*=\s*\S|\[(?![^\]]*\]\())/) > 0.8) return 'toml';
  return undefined;
}

/** `inner`, found in `outer`'s value, as a slot of the outer document. */
function embed(outer: Slot, inner: Slot): Slot {
  const at = (index: number) => outer.offsets?.[index] ?? outer.span.start + index;
  const length = outer.value.length;
  const span = { start: at(inner.span.start), end: inner.span.end > length ? outer.span.end : at(inner.span.end) };
  const offsets = inner.offsets
    ? inner.offsets.map(at)
    : outer.offsets
      ? Array.from({ length: inner.value.length + 1 }, (_, i) => at(inner.span.start + i))
      : undefined;
  if (offsets && outer.offsets && inner.value.length > 0) span.end = (offsets.at(-2) as number) + 1;
  return {
    value: inner.value,
    span,
    ...(offsets ? { offsets } : {}),
    context: new EmbeddedContext(outer.context, inner.context),
  };
}

class EmbeddedContext implements SlotContext {
  readonly #outer: SlotContext;
  readonly #inner: SlotContext;

  constructor(outer: SlotContext, inner: SlotContext) {
    this.#outer = outer;
    this.#inner = inner;
  }

  get format() {
    return this.#inner.format;
  }
  get path() {
    const outer = this.#outer.path;
    // A fence or a command line begins anew.
    const anew = this.#inner.command !== undefined || outer[0] === '#fence' || outer[0] === '#front matter';
    // `--speculative-config '{"model": …}'`: the option stands above.
    const { flag } = this.#outer;
    return anew ? this.#inner.path : [...outer, ...(flag === undefined ? [] : [flag]), ...this.#inner.path];
  }
  get flag() {
    return this.#inner.flag;
  }
  get command() {
    return this.#inner.command;
  }
  get call() {
    return this.#inner.call;
  }
  get variable() {
    return this.#inner.variable;
  }
  get isKey() {
    return this.#inner.isKey;
  }
  get list() {
    return this.#inner.list;
  }
  get commented() {
    return this.#outer.commented ?? this.#inner.commented;
  }

  siblings(): ReadonlyMap<string, string> {
    return this.#inner.siblings();
  }

  *ancestors(): Iterable<ReadonlyMap<string, string>> {
    yield* this.#inner.ancestors();
    yield this.#outer.siblings();
    yield* this.#outer.ancestors();
  }
}
