import type { Format, Slot, SlotContext } from '../types.ts';
import type { Literal } from './sourcePlace.ts';

const none: ReadonlyMap<string, string> = new Map();

/** A text in a language of its own within a document: it is read in that, by itself. */
export function fencedSlot({ value, start, end, offsets }: Literal, language: string, format: Format): Slot {
  const context: SlotContext = {
    format,
    path: ['#fence', language],
    siblings: () => none,
    ancestors: () => [],
  };
  return { value, span: { start, end }, ...(offsets ? { offsets } : {}), context };
}
