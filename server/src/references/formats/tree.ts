/** The shape that every configuration syntax is read into, and the one walk that turns it into slots. */
import type { Comment, Format, Slot, SlotContext } from '../types.ts';

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
    this.#scalars ??= collectScalars(this.node, anchors);
    return this.#scalars;
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

  /** The strings of the list this is an item of; undefined outside of lists. */
  get list(): readonly string[] | undefined {
    const node = this.#frame?.node;
    if (node?.kind !== 'seq') return undefined;
    return node.items.map((item) => {
      const value = item && unwrap(item, 0).node;
      return value?.kind === 'scalar' ? value.value : '';
    });
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

/**
 * The scalars of a tree as slots, in order of place. Keys are slots too (`isKey`). An alias gives the anchored scalar
 * again, in the alias's context; aliased collections are not walked again, so that alias bombs stay harmless.
 */
export function* treeSlots(root: Node, format: Format, hasAliases = false): Generator<Slot> {
  const anchors = new Map<string, Located>();
  if (hasAliases) collectAnchors(root, 0, anchors);
  yield* walk(root, 0, undefined, undefined);

  function* walk(
    node: Node,
    base: number,
    frame: Frame | undefined,
    key: string | number | undefined,
  ): Generator<Slot> {
    const inner = unwrap(node, base);
    const value = inner.node;
    switch (value.kind) {
      case 'scalar':
        yield slotOf(value, inner.base, new TreeContext(format, frame, key, anchors));
        break;
      case 'alias': {
        const target = anchors.get(value.name);
        if (target?.node.kind === 'scalar')
          yield slotOf(target.node, target.base, new TreeContext(format, frame, key, anchors));
        break;
      }
      case 'map': {
        const own = new Frame(frame, key, value);
        for (const entry of value.entries) {
          yield slotOf(entry.key, inner.base, new TreeContext(format, own, entry.key.value, anchors, true));
          if (entry.value) yield* walk(entry.value, inner.base, own, entry.key.value);
        }
        break;
      }
      case 'seq': {
        const own = new Frame(frame, key, value);
        for (let i = 0; i < value.items.length; i++) {
          const item = value.items[i];
          if (item) yield* walk(item, inner.base, own, i);
        }
      }
    }
  }
}

/** What a reader of a tree-like syntax gives. */
export interface TreeDocument {
  readonly roots: readonly Node[];
  readonly comments: readonly Comment[];
}
