/**
 * Where a string stands in program source: what it is assigned to, the key or parameter it is for, the call it is an
 * argument of. The readers of all programming languages build these and turn them into slots the same way.
 */

import { mayNameAnything } from '../filter/names.ts';
import { readKey } from '../tables/keys.ts';
import { argumentSense } from '../tables/sourceCalls.ts';
import type { Comment, Format, Slot, SlotContext } from '../types.ts';
import { type Literal, partOf, slotOf } from './literal.ts';
import { movedSlot } from './moved.ts';

/** What is beside an argument and no string: a variable or a call whose name tells who runs the model. */
export const tellsRunner = (name: string): boolean => /ollama/i.test(name);

const none: ReadonlyMap<string, string> = new Map();
/** Names further out say nothing any more. */
const longestPath = 8;
const farthest = 12;

/** One step on the way from the document's root to a string: a variable, a key, an argument, an item. */
export class Place {
  readonly parent: Place | undefined;
  /** The name, or the position of an item or argument. */
  readonly key: string | number | undefined;
  /** The call whose arguments stand directly below. */
  readonly callee: string | undefined;
  /** The named strings directly below; filled while reading. */
  strings: Map<string, string> | undefined;
  /** The first argument of a call that takes a name first: `getenv("MODEL", …)`, `add_argument("--model", …)`. */
  named: string | undefined;
  /** The strings of the list whose items stand directly below. */
  items: string[] | undefined;

  constructor(parent: Place | undefined, key: string | number | undefined, callee?: string) {
    this.parent = parent;
    this.key = key;
    this.callee = callee;
  }

  /** Notes a string that stands beside others, for `provider: 'ollama'` beside `model: 'x'`. */
  note(key: string, value: string): void {
    // Statements of a whole document stand beside nothing.
    if (!this.parent) return;
    this.strings ??= new Map();
    if (this.strings.size < 200) this.strings.set(key, value);
    if (value.includes('://')) this.#outerCall?.noteAddress(key, value);
  }

  /** `new X("x", WithBaseURL("http://…"))`, `X("x", provider=Y(base_url="http://…"))`: an address is for the call as a whole. */
  noteAddress(key: string, value: string): void {
    this.strings ??= new Map();
    const own = key.startsWith('#') ? '#address' : key;
    if (this.strings.size < 200 && !this.strings.has(own)) this.strings.set(own, value);
  }

  get #outerCall(): Place | undefined {
    let at = this.parent;
    for (let steps = 0; at && steps < 3; at = at.parent, steps++) if (at.callee !== undefined) return at;
    return undefined;
  }
}

/** The context of a string whose last step is `place`. */
class SourceContext implements SlotContext {
  readonly format: Format;
  readonly path: readonly (string | number)[];
  readonly isKey?: boolean;
  readonly call?: { readonly callee: string; readonly argument: number | string };
  readonly variable?: string;
  readonly flag?: string;
  readonly #place: Place;

  constructor(format: Format, place: Place, isKey = false) {
    this.format = format;
    this.#place = place;
    if (isKey) this.isKey = true;
    const call = place.parent;
    const { path, variable } = pathOf(place);
    this.path = path;
    if (variable !== undefined) this.variable = variable;
    if (isKey || call?.callee === undefined || place.key === undefined || wraps(place)) return;
    // A call that takes a name first gives its name to what follows.
    if (call.named !== undefined) {
      if (call.named.startsWith('-')) this.flag = call.named;
      return;
    }
    this.call = { callee: call.callee, argument: place.key };
  }

  get list(): readonly string[] | undefined {
    return this.#place.parent?.items;
  }

  siblings(): ReadonlyMap<string, string> {
    return this.#place.parent?.strings ?? none;
  }

  *ancestors(): Iterable<ReadonlyMap<string, string>> {
    let place = this.#place.parent?.parent;
    for (let steps = 0; place && steps < farthest; place = place.parent, steps++)
      if (place.strings) yield place.strings;
  }
}

/** Arguments that hold the value that goes with the name a call begins with. */
const valueArguments = new Set(['default', 'value', 'fallback', 'default_value', 'choices', 'defaultValue', 'initial']);

/** Calls around the value of a field: `model: str = Field("…")`, `field(default="…")`. */
const wrappers = new Set(
  'field usestate useref dropdown textbox str string mapped_column ref signal some ok just optional ptr pointer cstring stringvalue default withdefault unwrap_or unwrap_or_else orelse or_else getorelse'.split(
    ' ',
  ),
);
/** The same, where the last part of their names alone says too little. */
const qualifiedWrappers = new Set([
  'string.from',
  'cow.from',
  'cow.borrowed',
  'optional.of',
  'box.from',
  'arc.from',
  'aws.string',
  'typer.option',
  'typer.argument',
]);

/** Whether a place is the value that a wrapper passes on to what it is assigned to. */
function wraps({ key, parent }: Place): boolean {
  const callee = parent?.callee;
  if (callee === undefined || parent?.named !== undefined) return false;
  const parts = callee.toLowerCase().split('.');
  if (!wrappers.has(parts.at(-1) as string) && !qualifiedWrappers.has(parts.slice(-2).join('.'))) return false;
  return key === 0 || valueArguments.has(String(key));
}

/** The names from outside in. The callee stands above its named arguments and their parts, not above plain ones. */
function pathOf(place: Place): { path: (string | number)[]; variable?: string } {
  const path: (string | number)[] = [];
  let variable: string | undefined;
  // The name that a call begins with is asked for; what the answer is assigned to says nothing of it.
  if (place.key === 0 && place.parent?.named !== undefined) return { path };
  for (let at: Place | undefined = place; at && path.length < longestPath; at = at.parent) {
    const call: Place | undefined = at.parent;
    const named = call?.named;
    if (wraps(at)) continue;
    if (named !== undefined && (typeof at.key === 'number' || valueArguments.has(String(at.key)))) {
      if (typeof at.key !== 'number' || at.key > 0) path.push(named.replace(/^-+/, ''));
    } else if (at.key !== undefined) path.push(at.key);
    if (call?.callee !== undefined && named === undefined && (typeof at.key === 'string' || at !== place))
      path.push(call.callee);
    if (typeof at.key === 'string') variable = at.key;
  }
  return variable === undefined ? { path: path.reverse() } : { path: path.reverse(), variable };
}

const hubAddress = /https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/[^\s/\0"'`]{1,96}\/[^\s/\0"'`]{1,96}[/?#]/g;

/** `f"ORG/NAME/part-{x}.safetensors"` */
const fileOfWeights = /^([A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95})\/[^/\s]{1,200}\.(?:safetensors|gguf)$/;

/** Gathers the slots of a document, and gives constants the places where they are used. */
export class SlotCollector {
  readonly slots: Slot[] = [];
  readonly comments: Comment[] = [];
  readonly #format: Format;
  readonly #constants = new Map<string, number[]>();
  readonly #uses = new Map<string, Place>();

  constructor(format: Format) {
    this.#format = format;
  }

  /** A string at its place. Holes (interpolations, other operands of `+`) stand in the value as `\0`. */
  string(literal: Literal, place: Place, isKey = false): void {
    const { value } = literal;
    if (value.length < 2) return;
    if (!isKey && typeof place.key === 'string') place.parent?.note(place.key, value);
    else if (!isKey && place.parent?.callee !== undefined && value.length < 80)
      place.parent.note(`#${place.key}`, value);
    const context = new SourceContext(this.#format, place, isKey);
    this.slots.push(slotOf(literal, context));
    if (!value.includes('\0')) return;
    const weights = fileOfWeights.exec(value)?.[1];
    if (weights !== undefined) this.slots.push(slotOf(partOf(literal, 0, weights.length), context));
    if (!value.includes('://')) return;
    // The address of a file whose name is computed still tells the repository.
    for (const match of value.matchAll(hubAddress)) {
      const from = match.index;
      const to = from + match[0].length;
      const hole = value.indexOf('\0', to);
      if (hole < 0 || /\s/.test(value.slice(to, Math.min(hole, to + 500)))) continue;
      this.slots.push(slotOf(partOf(literal, from, to), context));
    }
  }

  /** The string last added is what the variable or field is assigned. */
  define(name: string): void {
    const at = this.#constants.get(name);
    if (at) at.push(this.slots.length - 1);
    else this.#constants.set(name, [this.slots.length - 1]);
  }

  /** The names of what is assigned anything that may be the name of a model. */
  constants(): string[] {
    const named = (at: number) => mayNameAnything(`"${this.slots[at]?.value ?? ''}"`);
    return [...this.#constants].flatMap(([name, at]) => (at.some(named) ? [name] : []));
  }

  /** A variable is given to something: it matters where that takes a model or data. */
  use(name: string, place: Place): void {
    const known = this.#uses.get(name);
    const sense = known ? senseOf(known) : 'none';
    if (sense === 'dataset') return;
    const now = senseOf(place);
    if (now === 'dataset' || (now === 'model' && sense !== 'model')) this.#uses.set(name, place);
  }

  /** What was gathered of a part that begins at `by`; the part stays as it was. */
  add(part: SlotCollector, by: number): void {
    const first = this.slots.length;
    for (const slot of part.slots) this.slots.push(movedSlot(slot, by));
    for (const { span, text } of part.comments)
      this.comments.push({ span: { start: span.start + by, end: span.end + by }, text });
    for (const [name, at] of part.#constants) {
      const known = this.#constants.get(name);
      const moved = at.map((index) => index + first);
      if (known) known.push(...moved);
      else this.#constants.set(name, moved);
    }
    for (const [name, place] of part.#uses) this.use(name, place);
  }

  /** The slots, with constants that are assigned once and given to something standing where they are given. */
  finish(): Slot[] {
    for (const [name, place] of this.#uses) {
      const at = this.#constants.get(name);
      const slot = at?.length === 1 ? this.slots[at[0] as number] : undefined;
      if (!slot || readKey(name).sense === 'model') continue;
      this.slots[at?.[0] as number] = { ...slot, context: new SourceContext(this.#format, place) };
    }
    return this.slots;
  }
}

function senseOf(place: Place): 'model' | 'dataset' | 'none' {
  const callee = place.parent?.callee;
  if (place.parent?.named !== undefined) return 'none';
  if (callee !== undefined && place.key !== undefined) {
    const sense = argumentSense(callee, place.key);
    if (sense === 'model' || sense === 'dataset') return sense;
  }
  if (typeof place.key !== 'string') return 'none';
  const { sense } = readKey(place.key);
  return sense === 'model' || sense === 'dataset' ? sense : 'none';
}

/** What a function answers by its name, where that is a model or data: `defaultModel`, `get_model_id`. */
export function answeredBy(name: string): string | undefined {
  // `model_and_revision`: the model first.
  const first = name.split(/_and_|And(?=[A-Z])/)[0] as string;
  const { sense } = readKey(first);
  return sense === 'model' || sense === 'hint' || sense === 'dataset' ? first : undefined;
}
