import type { Format, Slot, SlotContext } from '../types.ts';
import { type Literal, slotOf } from './literal.ts';

const none: ReadonlyMap<string, string> = new Map();

/** A text in a language of its own within a document: it is read in that, by itself. */
export function fencedSlot(literal: Literal, language: string, format: Format): Slot {
  const context: SlotContext = {
    format,
    path: ['#fence', language],
    siblings: () => none,
    ancestors: () => [],
  };
  return slotOf(literal, context);
}
