import type { Slot } from '../types.ts';

/** The slot of a part of a text, in the whole text: `by` is where the part begins. */
export function movedSlot(slot: Slot, by: number): Slot {
  return {
    ...slot,
    span: { start: slot.span.start + by, end: slot.span.end + by },
    ...(slot.offsets ? { offsets: slot.offsets.map((offset) => offset + by) } : {}),
  };
}
