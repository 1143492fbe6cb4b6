/** All checks of the database's source files. */
import type { Sources } from '../sources/load.ts';
import type { Problem } from '../sources/problems.ts';
import { checkShape } from './shape.ts';

export interface ValidationOptions {
  /** YYYY-MM-DD; dates after it are mistakes. */
  readonly today: string;
}

/** Every problem found, in the order of files. Checks of meaning run only where the shapes are right. */
export function validate(sources: Sources, _options: ValidationOptions): Problem[] {
  const shape = checkShape(sources);
  return shape;
}
