/** What part a reference has in making another model, by its role and by the file that it stands in. */
import type { ModelReference } from '../references/types.ts';

export const isBase = ({ role }: ModelReference): boolean => role === 'base';

/** Keys that only a mergekit file has, at its root. */
const MERGE_KEYS = ['merge_method', 'gate_mode'];
/** What in such a file is no part of the result. */
const NO_PART = new Set(['tokenizer', 'draft']);

/** Known as one, or any model of a mergekit file, its base included. */
export function isMergeInput({ role, slot }: ModelReference): boolean {
  if (role === 'merge-input') return true;
  if (NO_PART.has(role)) return false;
  const around = [slot.context.siblings(), ...slot.context.ancestors()];
  return around.some((entries) => MERGE_KEYS.some((key) => entries.has(key)));
}

/** Goes into what a document makes, wherever it stands in it. */
export const isIngredient = (reference: ModelReference): boolean =>
  reference.role === 'adapter' || isBase(reference) || isMergeInput(reference);
