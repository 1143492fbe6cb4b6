/** What part a reference has in making another model, by its role. */
import type { ModelReference } from '../references/types.ts';

export const isBase = ({ role }: ModelReference): boolean => role === 'base';

/** A model that goes into a merge; the one it starts from is its base. */
export const isMergeInput = ({ role }: ModelReference): boolean => role === 'merge-input';

/** Goes into what a document makes, wherever it stands in it. */
export const isIngredient = ({ role }: ModelReference): boolean =>
  role === 'base' || role === 'adapter' || role === 'merge-input';
