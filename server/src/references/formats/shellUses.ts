/**
 * What a script gives to commands by name: `for m in a b; do ollama pull "$m"; done`, `X=a; vllm serve $X`, and functions of
 * one's own that pass on what they are given. A name that is given where a model is wanted makes models of what it stands for.
 */
import { commandRow } from '../tables/commands.ts';
import { readKey } from '../tables/keys.ts';
import type { Format, Slot, SlotContext } from '../types.ts';
import { argumentOf, type CommandWord } from './commandLine.ts';
import { partOf, slotOf } from './literal.ts';
import { movedSlot } from './moved.ts';

interface Use {
  readonly at: number;
  readonly name: string;
  readonly context: SlotContext;
}

interface Loop {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly CommandWord[];
}

/** A script in which more would have to be compared than this is no script. */
const mostSteps = 1_000_000;

const variable = /^\$\{?(\w+)(?:\[[^\]\s]{1,40}\])?(?::?[-=][^}]*)?\}?$/;
const inBody = /"(?:name|model)"\s{0,4}:\s{0,4}"\$\{?(\w+)\}?"/;

export class ShellUses {
  readonly #format: Format;
  readonly #uses: Use[] = [];
  readonly #loops: Loop[] = [];
  readonly #functions: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  readonly #assigned: { readonly name: string; readonly slot: Slot }[] = [];
  /** `by`: how far on the words stand. */
  readonly #calls: { readonly name: string; readonly words: readonly CommandWord[]; readonly by: number }[] = [];

  constructor(format: Format) {
    this.#format = format;
  }

  /** The words of a command and what was read of them. */
  command(words: readonly CommandWord[], slots: readonly Slot[]): void {
    const name = words[0]?.value ?? '';
    if (words.length > 1 && /^[A-Za-z_][\w-]*$/.test(name)) this.#calls.push({ name, words, by: 0 });
    for (const { value, span, context } of slots) {
      if (!value.includes('$')) continue;
      const given = variable.exec(value)?.[1];
      if (given !== undefined && takesModel(context)) this.#uses.push({ at: span.start, name: given, context });
      const sent =
        name === 'curl' && words.some((word) => /11434|ollama/i.test(word.value)) ? inBody.exec(value)?.[1] : '';
      if (sent) this.#uses.push({ at: span.start, name: sent, context: argumentOf(['ollama', 'pull'], this.#format) });
    }
  }

  loop(loop: Loop): void {
    this.#loops.push(loop);
  }

  function(name: string, start: number, end: number): void {
    this.#functions.push({ name, start, end });
  }

  assignment(name: string, slot: Slot): void {
    this.#assigned.push({ name, slot });
  }

  /** What was gathered of a part that begins at `by`; the part stays as it was. */
  add(part: ShellUses, by: number): void {
    for (const use of part.#uses) this.#uses.push({ ...use, at: use.at + by });
    for (const { name, start, end, words } of part.#loops)
      this.#loops.push({ name, start: start + by, end: end + by, words: words.map((word) => moved(word, by)) });
    for (const { name, start, end } of part.#functions)
      this.#functions.push({ name, start: start + by, end: end + by });
    for (const { name, slot } of part.#assigned) this.#assigned.push({ name, slot: movedSlot(slot, by) });
    for (const call of part.#calls) this.#calls.push({ ...call, by: call.by + by });
  }

  /** Slots for what the names stand for, in the places where they are given. */
  *slots(): Generator<Slot> {
    if (this.#uses.length === 0) return;
    const byName = new Map<string, Use[]>();
    for (const use of this.#uses) byName.set(use.name, [...(byName.get(use.name) ?? []).slice(-50), use]);
    const lists = new Map<string, SlotContext>();
    for (const { name, start, end, words } of this.#loops) {
      const use = byName.get(name)?.find(({ at }) => at >= start && at < end);
      if (!use) continue;
      for (const word of words) {
        const list = variable.exec(word.value)?.[1];
        if (list === undefined) yield slotOf(word, use.context);
        else lists.set(list, use.context);
      }
    }
    for (const { name, slot } of this.#assigned) {
      const list = lists.get(name);
      const use = byName.get(name)?.[0];
      // `$(ollama list | tail)` gives what the commands print, not their words.
      if (list && !/\$\(|`/.test(slot.value)) yield* wordsOf(slot, list);
      else if (use && readKey(name).sense !== 'model' && !/\s/.test(slot.value))
        yield { ...slot, context: use.context };
    }
    yield* this.#arguments();
  }

  /** What functions of the script are called with, where they pass it on. */
  *#arguments(): Generator<Slot> {
    if (this.#functions.length * (this.#uses.length + this.#assigned.length) > mostSteps) return;
    const passed = new Map<string, Map<number, SlotContext>>();
    for (const { name, start, end } of this.#functions) {
      const positions = passed.get(name) ?? new Map<number, SlotContext>();
      passed.set(name, positions);
      const inside = (at: number) => at >= start && at < end;
      const given = this.#uses.filter((use) => inside(use.at));
      for (const use of given) if (/^[1-9]$/.test(use.name)) positions.set(Number(use.name), use.context);
      for (const { name: local, slot } of this.#assigned) {
        const from = inside(slot.span.start) ? variable.exec(slot.value)?.[1] : undefined;
        const use = from !== undefined && /^[1-9]$/.test(from) ? given.find((one) => one.name === local) : undefined;
        if (use) positions.set(Number(from), use.context);
      }
    }
    for (const { name, words, by } of this.#calls) {
      for (const [position, context] of passed.get(name) ?? []) {
        const word = words[position];
        if (word) yield slotOf(moved(word, by), context);
      }
    }
  }
}

const moved = (word: CommandWord, by: number): CommandWord => ({
  ...word,
  start: word.start + by,
  end: word.end + by,
  ...(word.offsets ? { offsets: word.offsets.map((offset) => offset + by) } : {}),
});

/** Whether a word that stands here is a model by what it is given to. */
function takesModel(context: SlotContext): boolean {
  if (/^(?:dataset|space)$/.test(context.siblings().get('repo_type') ?? '')) return false;
  const row = context.command && commandRow(context.command);
  if (context.flag !== undefined)
    return row?.flags?.[context.flag] !== undefined || readKey(context.flag).sense === 'model';
  const position = context.path[0];
  if (!row || typeof position !== 'number') return false;
  return row.models === 'all' || (row.models !== 'none' && row.models.includes(position));
}

/** The words in a string that holds a list. */
function* wordsOf({ value, span, offsets }: Slot, context: SlotContext): Generator<Slot> {
  const list = { value, ...span, ...(offsets ? { offsets } : {}) };
  for (const { 0: word, index } of value.matchAll(/[^\s,]+/g))
    yield slotOf(partOf(list, index, index + word.length), context);
}
