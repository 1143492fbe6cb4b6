/** The string values of a document, read as the references room reads them. */
import { expandAll } from '../references/expand.ts';
import { formatOfDocument } from '../references/formatOf.ts';
import { readerOf } from '../references/formats/index.ts';
import type { Slot, SourceDocument } from '../references/types.ts';

const read = new WeakMap<SourceDocument, readonly Slot[]>();

/** In order of place; empty where the document is in a syntax without a reader. Read once for each document object. */
export function slotsOf(document: SourceDocument): readonly Slot[] {
  let slots = read.get(document);
  if (!slots) {
    const format = formatOfDocument(document);
    const reader = format && readerOf(format);
    const found: Slot[] = [];
    expandAll(reader?.read(document).slots ?? [], document.text.length, (slot) => found.push(slot));
    slots = found;
    read.set(document, slots);
  }
  return slots;
}
