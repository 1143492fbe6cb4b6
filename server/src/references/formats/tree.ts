/** The shape that every configuration syntax is read into, and the one walk that turns it into slots. */
import type { Format, Slot, SlotContext } from '../types.ts';

export interface Scalar {
  readonly kind: 'scalar';
  readonly value: string;
  /** UTF-16 offsets of the characters, quotes excluded, relative to the enclosing chunk. */
  readonly start: number;
  readonly end: number;
  /** See `Slot.offsets`; relative to the enclosing chunk. */
  readonly offsets?: readonly number[];
  readonly anchor?: string;
}

export interface Entry {
  readonly key: Scalar;
  readonly value: Node | undefined;
}

export interface Mapping {
  readonly kind: 'map';
  readonly entries: Entry[];
  readonly anchor?: string;
}

export interface Sequence {
  readonly kind: 'seq';
  readonly items: (Node | undefined)[];
  readonly anchor?: string;
}

export interface Alias {
  readonly kind: 'alias';
  readonly name: string;
}

/** A part parsed on its own: positions inside are relative to `base`, so that an unchanged part can be kept. */
export interface Chunk {
  readonly kind: 'chunk';
  readonly base: number;
  readonly node: Node;
}

export type Node = Scalar | Mapping | Sequence | Alias | Chunk;

/** Follows chunks to what they hold. `base` is what to add to positions in it. */
export function unwrap(node: Node, base: number): { node: Exclude<Node, Chunk>; base: number } {
  while (node.kind === 'chunk') {
    base += node.base;
    node = node.node;
  }
  return { node, base };
}

const none: ReadonlyMap<string, string> = new Map();
const scalarsOf = new WeakMap<Mapping, ReadonlyMap<string, string>>();
const listOf = new WeakMap<Sequence, readonly string[]>();

/** A collection on the way from the root to a slot. */
class Frame {
  readonly parent: Frame | undefined;
  readonly key: string | number | undefined;
  readonly node: Mapping | Sequence;
  #scalars: ReadonlyMap<string, string> | undefined;

  constructor(parent: Frame | undefined, key: string | number | undefined, node: Mapping | Sequence) {
    this.parent = parent;
    this.key = key;
    this.node = node;
  }

  scalars(anchors: Anchors): ReadonlyMap<string, string> {
    if (this.node.kind !== 'map') return none;
    if (anchors.size > 0) {
      this.#scalars ??= collectScalars(this.node, anchors);
      return this.#scalars;
    }
    // Nodes of unchanged parts live on from one keystroke to the next, and so does what is known of them.
    let known = scalarsOf.get(this.node);
    if (!known) {
      known = collectScalars(this.node, anchors);
      scalarsOf.set(this.node, known);
    }
    return known;
  }

  /** The strings of a sequence; undefined for mappings. */
  list(): readonly string[] | undefined {
    if (this.node.kind !== 'seq') return undefined;
    let known = listOf.get(this.node);
    if (!known) {
      known = this.node.items.map((item) => {
        const value = item && unwrap(item, 0).node;
        return value?.kind === 'scalar' ? value.value : '';
      });
      listOf.set(this.node, known);
    }
    return known;
  }
}

type Anchors = ReadonlyMap<string, Located>;
interface Located {
  readonly node: Exclude<Node, Chunk>;
  readonly base: number;
}

function collectScalars(node: Mapping, anchors: Anchors): ReadonlyMap<string, string> {
  const scalars = new Map<string, string>();
  for (const entry of node.entries) {
    if (!entry.value) continue;
    let value = unwrap(entry.value, 0).node;
    if (value.kind === 'alias') value = anchors.get(value.name)?.node ?? value;
    if (entry.key.value === '<<' && value.kind === 'map') {
      for (const merged of value.entries) {
        const inner = merged.value && unwrap(merged.value, 0).node;
        if (inner?.kind === 'scalar' && !scalars.has(merged.key.value)) scalars.set(merged.key.value, inner.value);
      }
    } else scalars.set(entry.key.value, value.kind === 'scalar' ? value.value : '');
  }
  return scalars;
}

class TreeContext implements SlotContext {
  readonly format: Format;
  readonly isKey: boolean | undefined;
  readonly commented: boolean | undefined;
  readonly #frame: Frame | undefined;
  readonly #key: string | number | undefined;
  readonly #anchors: Anchors;
  #path: readonly (string | number)[] | undefined;

  constructor(
    format: Format,
    frame: Frame | undefined,
    key: string | number | undefined,
    anchors: Anchors,
    isKey?: boolean,
  ) {
    this.format = format;
    this.#frame = frame;
    this.#key = key;
    this.#anchors = anchors;
    this.isKey = isKey;
  }

  get path(): readonly (string | number)[] {
    if (!this.#path) {
      const path: (string | number)[] = [];
      if (this.#key !== undefined) path.push(this.#key);
      for (let frame = this.#frame; frame; frame = frame.parent) if (frame.key !== undefined) path.push(frame.key);
      this.#path = path.reverse();
    }
    return this.#path;
  }

  siblings(): ReadonlyMap<string, string> {
    return this.#frame?.scalars(this.#anchors) ?? none;
  }

  *ancestors(): Iterable<ReadonlyMap<string, string>> {
    for (let frame = this.#frame?.parent; frame; frame = frame.parent) {
      if (frame.node.kind === 'map') yield frame.scalars(this.#anchors);
    }
  }

  get list(): readonly string[] | undefined {
    return this.#frame?.list();
  }
}

function collectAnchors(node: Node, base: number, into: Map<string, Located>): void {
  const inner = unwrap(node, base);
  if (inner.node.kind === 'alias') return;
  if (inner.node.anchor !== undefined) into.set(inner.node.anchor, inner);
  if (inner.node.kind === 'map') {
    for (const entry of inner.node.entries) if (entry.value) collectAnchors(entry.value, inner.base, into);
  } else if (inner.node.kind === 'seq') {
    for (const item of inner.node.items) if (item) collectAnchors(item, inner.base, into);
  }
}

function slotOf(scalar: Scalar, base: number, context: SlotContext): Slot {
  const span = { start: scalar.start + base, end: scalar.end + base };
  if (!scalar.offsets) return { value: scalar.value, span, context };
  return { value: scalar.value, span, offsets: scalar.offsets.map((offset) => offset + base), context };
}

/** A collection whose parts are being walked. */
interface Walk {
  readonly frame: Frame;
  readonly base: number;
  next: number;
}

/**
 * The scalars of a tree as slots, in order of place. Keys are slots too (`isKey`). An alias gives the anchored scalar
 * again, in the alias's context; aliased collections are not walked again, so that alias bombs stay harmless.
 */
export function* treeSlots(root: Node, format: Format, hasAliases = false): Generator<Slot> {
  const anchors = new Map<string, Located>();
  if (hasAliases) collectAnchors(root, 0, anchors);
  // One loop with a stack of its own: a walk by nested generators pays for every level at every slot.
  const stack: Walk[] = [];
  const enter = (node: Node, base: number, frame: Frame | undefined, key: string | number | undefined) => {
    const inner = unwrap(node, base);
    if (inner.node.kind === 'map' || inner.node.kind === 'seq') {
      stack.push({ frame: new Frame(frame, key, inner.node), base: inner.base, next: 0 });
      return undefined;
    }
    const target = inner.node.kind === 'alias' ? anchors.get(inner.node.name) : (inner as Located);
    if (target?.node.kind !== 'scalar') return undefined;
    return slotOf(target.node, target.base, new TreeContext(format, frame, key, anchors));
  };
  const first = enter(root, 0, undefined, undefined);
  if (first) yield first;
  for (let walk = stack.at(-1); walk; walk = stack.at(-1)) {
    const { frame, base } = walk;
    const i = walk.next++;
    if (frame.node.kind === 'map') {
      const entry = frame.node.entries[i];
      if (!entry) {
        stack.pop();
        continue;
      }
      const key = entry.key.value;
      yield slotOf(entry.key, base, new TreeContext(format, frame, key, anchors, true));
      const slot = entry.value && enter(entry.value, base, frame, key);
      if (slot) yield slot;
    } else {
      if (i >= frame.node.items.length) {
        stack.pop();
        continue;
      }
      const item = frame.node.items[i];
      const slot = item && enter(item, base, frame, i);
      if (slot) yield slot;
    }
  }
}
