/** From the words of one command to slots: which program, which option each word is the value of. */
import { optionsWithoutValue, programs } from '../tables/commands.ts';
import type { Format, Slot, SlotContext } from '../types.ts';
import { type Literal, partOf, slotOf } from './literal.ts';

/** A word with its quotes taken off. */
export type CommandWord = Literal;

const none: ReadonlyMap<string, string> = new Map();

class WordContext implements SlotContext {
  readonly format: Format;
  readonly path: readonly (string | number)[];
  readonly command: readonly string[];
  readonly flag?: string;
  readonly #siblings: () => ReadonlyMap<string, string>;

  constructor(
    format: Format,
    path: readonly (string | number)[],
    command: readonly string[],
    flag: string | undefined,
    siblings: () => ReadonlyMap<string, string>,
  ) {
    this.format = format;
    this.path = path;
    this.command = command;
    if (flag !== undefined) this.flag = flag;
    this.#siblings = siblings;
  }

  siblings(): ReadonlyMap<string, string> {
    return this.#siblings();
  }

  ancestors(): Iterable<ReadonlyMap<string, string>> {
    return [];
  }
}

/** The surroundings of the first plain argument of a command. */
export function argumentOf(command: readonly string[], format: Format): SlotContext {
  return new WordContext(format, [0], command, undefined, () => none);
}

const besideOllama: ReadonlyMap<string, string> = new Map([['provider', 'ollama']]);

/** The surroundings of a word that is a name where Ollama's library has it. */
export const ofLibrary = (format: Format): SlotContext =>
  new WordContext(format, ['name'], [], undefined, () => besideOllama);

const option = /^--?[A-Za-z][\w.-]*$/;
const optionWithValue = /^(--?[A-Za-z][\w.-]*)=/;
/** Hydra and similar: `actor.model.path=…`, `++model_id=…`, also `key=value` of `make`. */
const override = /^[+~]{0,2}([A-Za-z_][\w.@/-]*)=/;

const bracketed = /^(?:\[[^\]]*\]|<[^>]*>)$/;

const fileCommands = new Set(
  'cd pushd ls dir mkdir rmdir rm cat less head tail source touch chmod chown tree du stat'.split(' '),
);
/** What these are given as plain words are packages, repositories of code or files. */
const otherPrograms = new Set(
  'npm npx pnpm yarn bun composer brew gh cp mv rsync scp go cargo pip pip3 apt apt-get kubectl helm'.split(' '),
);
const pairOfNames = /^[\w.-]+\/[\w.-]+$/;
const ownDownload =
  /^(?:(?:download|dl|get|fetch|pull)_(?:hf|huggingface)|(?:hf|huggingface)_(?:download|dl|get|fetch|pull))(?:_\w+)?$/i;

/** `set -x NAME value` of fish, `setenv NAME value` of csh, `setx NAME value` of Windows: the values, by their name. */
function settingSlots(words: readonly CommandWord[], format: Format): Slot[] | undefined {
  if (!settings.has(words[0]?.value ?? '')) return undefined;
  const at = words.findIndex((word, i) => i > 0 && !word.value.startsWith('-'));
  const name = words[at]?.value ?? '';
  if (at < 0 || words.length < at + 2 || !/^[A-Za-z_]\w*$/.test(name)) return undefined;
  const context = new WordContext(format, [name], [], undefined, () => none);
  return words.slice(at + 1).map((word) => part(word, 0, context));
}

const settings = new Set(['set', 'setenv', 'setx']);

/** The words of one command, the program first. */
export function wordSlots(words: readonly CommandWord[], format: Format): Slot[] {
  const set = settingSlots(words, format);
  if (set) return set;
  const slots: Slot[] = [];
  // What these are given are files and folders.
  if (fileCommands.has(words[0]?.value ?? '')) return slots;
  let options: Map<string, string> | undefined;
  const siblings = () => {
    options ??= optionsOf(words);
    return options;
  };
  let command: readonly string[] = [];
  let from = 0;
  // The program may stand behind others that run it: sudo, docker exec, env, time …
  for (let i = 0; i < words.length; i++) {
    const found = programAt(words, i);
    // One with a subcommand says more: `sudo -u llm vllm serve …`.
    if (!found || (command.length > 0 && found.command.length < 2)) continue;
    command = found.command;
    from = found.next;
    if (command.length > 1) break;
  }
  // A function of one's own that downloads: `download_hf ORG/NAME`.
  if (command.length === 0 && ownDownload.test(words[0]?.value ?? '')) {
    command = ['hf', 'download'];
    from = 1;
  }
  let other = command.length === 0 && givesOthers(words);
  let position = 0;
  let flag: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as CommandWord;
    const inside = i >= from && command.length > 0;
    const say = inside ? command : [];
    const withValue = optionWithValue.exec(word.value);
    // `cargo run -- ORG/NAME`: the words of the program that it runs.
    if (word.value === '--') other = false;
    if (withValue) {
      slots.push(part(word, withValue[0].length, new WordContext(format, [], say, withValue[1], siblings)));
      flag = undefined;
    } else if (option.test(word.value)) {
      flag = optionsWithoutValue.has(word.value) ? undefined : word.value;
      // Old ones say `--local-dir-use-symlinks False`.
      if (flag === undefined && /^(?:true|false)$/i.test(words[i + 1]?.value ?? '')) i++;
    } else if (other && (flag === undefined || /^-\w+$/.test(flag)) && pairOfNames.test(word.value)) {
      flag = undefined;
    } else if (flag !== undefined) {
      slots.push(part(word, 0, new WordContext(format, [], say, flag, siblings)));
      // Several values may follow one option; a later word is judged as one of them and as an argument.
      flag = undefined;
    } else {
      // `[options]`, `<model>`: help that tells what may stand here.
      if (bracketed.test(word.value)) {
        position++;
        continue;
      }
      const assigns = override.exec(word.value);
      if (assigns) {
        const path = (assigns[1] as string).split(/[./]/);
        slots.push(part(word, assigns[0].length, new WordContext(format, path, say, undefined, siblings)));
      } else slots.push(part(word, 0, new WordContext(format, inside ? [position++] : [], say, undefined, siblings)));
    }
  }
  return slots;
}

/** Whether a command takes packages, images or files where it takes plain words. */
function givesOthers(words: readonly CommandWord[]): boolean {
  const [program = '', verb = ''] = words.map(({ value }) => value);
  if (/^(?:docker|podman|nerdctl)$/.test(program)) return /^(?:pull|push|tag|rmi|build|save|inspect)$/.test(verb);
  return otherPrograms.has(program);
}

function part(word: CommandWord, from: number, context: SlotContext): Slot {
  return slotOf(partOf(word, from, colourOff.exec(word.value)?.index), context);
}

/** What messages put behind a command to end its colour: `echo "ollama pull bge-m3${NC}"`. */
const colourOff = /\$\{?(?:NC|RESET|RST|ENDC|NORMAL|NO_COLOR|COLOR_OFF|COLOR_RESET|Color_Off)\}?$/;

function programAt(
  words: readonly CommandWord[],
  at: number,
): { command: readonly string[]; next: number } | undefined {
  const name = programName((words[at] as CommandWord).value);
  const subcommands = programs.get(name);
  if (!subcommands) return undefined;
  // `python -m vllm.entrypoints…` and the like name their module as the subcommand.
  let best: { command: readonly string[]; next: number } | undefined;
  for (const path of subcommands) {
    let i = at + 1;
    let matched = 0;
    while (matched < path.length && i < words.length) {
      const value = (words[i] as CommandWord).value;
      if (value === path[matched]) matched++;
      else if (!value.startsWith('-')) break;
      else if (!value.includes('=') && !optionsWithoutValue.has(value) && words[i + 1]?.value !== path[matched]) i++;
      i++;
    }
    if (matched === path.length && (!best || path.length >= best.command.length)) {
      best = { command: [name, ...path], next: i };
    }
  }
  return best;
}

function optionsOf(words: readonly CommandWord[]): Map<string, string> {
  const options = new Map<string, string>(none);
  for (let i = 0; i < words.length; i++) {
    const { value } = words[i] as CommandWord;
    const equals = optionWithValue.exec(value);
    // What a request is sent to stands beside what it sends.
    if (/^https?:\/\//.test(value)) options.set('url', value);
    if (equals) options.set(optionName(equals[1] as string), value.slice(equals[0].length));
    else if (option.test(value)) {
      const next = words[i + 1]?.value;
      options.set(optionName(value), next !== undefined && !option.test(next) ? next : '');
    }
  }
  return options;
}

const optionName = (flag: string) => flag.replace(/^-+/, '').replaceAll('-', '_');

/** Whether these words are a program that we know and one of its subcommands. */
export function isCommand(words: readonly string[]): boolean {
  if (words.length < 2) return false;
  const line = words.map((value) => ({ value, start: 0, end: 0 }));
  // `docker exec ollama ollama pull …`: what runs others runs them inside of something.
  const reach = runners.has(programName(words[0] as string)) ? words.length - 1 : 1;
  for (let i = 0; i < reach; i++) if ((programAt(line, i)?.command.length ?? 0) > 1) return true;
  return false;
}

const runners: ReadonlySet<string> = new Set(
  'docker podman nerdctl kubectl sudo env nohup time uv poetry conda'.split(' '),
);

/** Whether a line begins with a program that we know, as in `ollama pull …`. */
export function startsWithProgram(line: string): boolean {
  const name = /^(?:sudo\s+)?(?:[A-Z_][A-Z0-9_]*=\S*\s+)*([\w./-]+)(?:\s|$)/.exec(line)?.[1];
  if (name === undefined) return false;
  // `llm = LLM(…)`: a variable.
  if (/^[\w.]+\s{1,20}(?:[:+]?=|<-)\s/.test(line)) return false;
  return programs.has(programName(name)) && line.length > name.length;
}

/** Without its folder, Python's version and what Windows ends programs with. */
const programName = (word: string): string =>
  word
    .replace(/^.*\//, '')
    .replace(/^python[\d.]+$/, 'python')
    .replace(/\.(?:exe|cmd|bat)$/i, '')
    // The program by a variable: `"$OLLAMA_BIN" pull …`.
    .replace(/^[%$]\{?(ollama)(?:_\w+)?[%}]?$/i, 'ollama');
