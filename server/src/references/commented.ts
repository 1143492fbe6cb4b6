/**
 * Configuration that is commented out, for those who ask for it: each comment is read as a line of its document's
 * syntax, or as text where it is none.
 */
import { readerOf } from './formats/index.ts';
import type { Comment, Format, Slot, SlotContext, SourceDocument } from './types.ts';

/** The slots in the comments of a document, marked as commented. */
export function* commentedSlots(
  document: SourceDocument,
  format: Format,
  comments: readonly Comment[],
): Generator<Slot> {
  for (const { span, text } of comments) {
    // The text stands in its comment somewhere behind the marker.
    const at = document.text.indexOf(text, span.start);
    if (at < 0 || at > span.end || text.length > 2000) continue;
    const reader = readerOf(looksLikeEntry.test(text) ? format : 'text');
    if (!reader) continue;
    const line = { path: `comment.${format}`, text };
    for (const slot of reader.read(line).slots) if (!slot.context.isKey) yield inComment(slot, at);
  }
}

/** `key: value`, `KEY=value`, `- item`, `--flag value`, `FROM x`. */
const looksLikeEntry =
  /^\s*(?:-\s+)?(?:export\s+)?["']?[\w.-]+["']?\s*[:=]\s*\S|^\s*-\s+\S+$|^\s*(?:FROM|ADAPTER|ENV|ARG|RUN|CMD)\s/;

function inComment(slot: Slot, by: number): Slot {
  const { context } = slot;
  const commented: SlotContext = {
    format: context.format,
    path: context.path,
    siblings: () => context.siblings(),
    ancestors: () => context.ancestors(),
    ...(context.flag !== undefined ? { flag: context.flag } : {}),
    ...(context.command !== undefined ? { command: context.command } : {}),
    ...(context.variable !== undefined ? { variable: context.variable } : {}),
    commented: true,
  };
  return {
    value: slot.value,
    span: { start: slot.span.start + by, end: slot.span.end + by },
    ...(slot.offsets ? { offsets: slot.offsets.map((offset) => offset + by) } : {}),
    context: commented,
  };
}
