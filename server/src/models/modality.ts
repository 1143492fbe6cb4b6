/** What a model takes and gives, and the clauses that hang on it. */
import type { License, Task } from '@modelterms/licenses-db';
import type { AppliedLicense } from './types.ts';

export interface Modality {
  readonly multimodal?: boolean;
  readonly task?: Task;
}

/** Tasks that take and give text alone. */
const OF_TEXT: ReadonlySet<Task> = new Set(['text-generation', 'code', 'embedding', 'reranker', 'translation']);
const OF_MORE: ReadonlySet<Task> = new Set(['vision-language', 'ocr', 'image-text', 'multimodal']);

/** As the database states it, else as the task tells; undefined where neither does. */
export function isMultimodal({ multimodal, task }: Modality): boolean | undefined {
  if (multimodal !== undefined || task === undefined) return multimodal;
  if (OF_TEXT.has(task)) return false;
  return OF_MORE.has(task) ? true : undefined;
}

/**
 * A licence as it reaches one model: without the clauses that its text puts on other kinds of model. Where it is not known of
 * which kind the model is, they stay; they say themselves whom they reach.
 */
export function reaching(applied: AppliedLicense, model: Modality): AppliedLicense {
  const { license } = applied;
  if (isMultimodal(model) !== false || license.clauses.every(({ models }) => models === undefined)) return applied;
  const reached: License = { ...license, clauses: license.clauses.filter(({ models }) => models !== 'multimodal') };
  return { ...applied, license: reached };
}
