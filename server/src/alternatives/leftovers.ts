/** What stands around a reference and belongs to the old model alone: a pinned revision, a file of its repository. */
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { Span } from '../references/types.ts';
import type { ReferenceForm } from './index.ts';

export interface Leftovers {
  /** The pin right behind the id, its separator included; goes when the id does. */
  readonly drops?: Span;
  /** What is given up or left to do, in words. */
  readonly notes: readonly string[];
}

const LONGEST = 60;
/** Branches that every repository has. */
const EVERYWHERE = new Set(['main', 'master', 'default', '']);
/** Keys and arguments beside a model's that pin its revision. */
const PINS = ['revision', 'model_revision', 'commit', 'commit_hash'];

export function leftoversOf({ file, revision, slot, span }: ReferenceForm): Leftovers {
  const notes: string[] = [];
  const behind = span && slot && revision !== undefined ? pinBehind(span, slot, revision) : undefined;
  if (revision !== undefined && behind) notes.push(t('the pinned revision {0} is dropped', visible(revision, LONGEST)));
  const beside = slot?.context.siblings();
  const pin = PINS.map((key) => beside?.get(key)).find((value) => value !== undefined && !EVERYWHERE.has(value));
  const left = pin ?? (behind || EVERYWHERE.has(revision ?? '') ? undefined : revision);
  if (left !== undefined) notes.push(t('the revision {0} beside it is that of the old model', visible(left, LONGEST)));
  if (file?.includes('.')) {
    notes.push(t('the file {0} is one of the old model', visible(file, LONGEST)));
  }
  return { ...(behind ? { drops: behind } : {}), notes };
}

/** `@revision` right behind the id in the same value, where no character of it is escaped. */
function pinBehind(span: Span, slot: NonNullable<ReferenceForm['slot']>, revision: string): Span | undefined {
  if (slot.offsets) return undefined;
  const pin = `@${revision}`;
  if (!slot.value.startsWith(pin, span.end - slot.span.start)) return undefined;
  return { start: span.end, end: span.end + pin.length };
}
