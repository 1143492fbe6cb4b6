/** A decoded string and where it stands; the slots and parts that readers make of it. */
import type { Slot, SlotContext } from '../types.ts';

/** Positions are UTF-16 offsets in the document, quotes excluded. */
export interface Literal {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Of each character of the value and of its end, where they differ from plain text. */
  readonly offsets?: readonly number[];
}

/** The part of a literal from one of its characters up to another. */
export function partOf({ value, start, end, offsets }: Literal, from: number, to = value.length): Literal {
  const first = offsets?.[from] ?? start + from;
  const last = to === value.length ? end : offsets ? (offsets[to - 1] as number) + 1 : start + to;
  return {
    value: value.slice(from, to),
    start: first,
    end: last,
    ...(offsets ? { offsets: [...offsets.slice(from, to), last] } : {}),
  };
}

export function slotOf({ value, start, end, offsets }: Literal, context: SlotContext): Slot {
  return { value, span: { start, end }, ...(offsets ? { offsets } : {}), context };
}
