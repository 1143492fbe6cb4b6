/** Open stand-ins for a model, like for like, best first. Pure; every name comes from the database. */
import type { Database } from '@modelterms/licenses-db';
import type { ResolvedModel, ResolveModel } from '../models/types.ts';
import type { ModelReference } from '../references/types.ts';
import { EMPTY_POLICY, type Policy } from '../terms/types.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { isKept } from './kept.ts';
import { leftoversOf } from './leftovers.ts';
import { suggestionOf } from './losses.ts';
import { placeOf, replacementIn, type Wanted, wantedFor } from './place.ts';
import { ranked } from './ranking.ts';
import type { Suggestion } from './types.ts';

export type { Suggestion } from './types.ts';

export interface SuggestOptions {
  /** Nothing is suggested that breaks it. */
  readonly policy?: Policy;
  /** How many at most; all where left out. */
  readonly limit?: number;
  /**
   * Somebody asked for stand-ins: models that are open-weights already then get open-source ones, and models of unknown
   * licence get any. Unasked, only models whose licence is known to restrict get some.
   */
  readonly asked?: boolean;
}

/** What of a reference matters: the form in which it names its model. */
export type ReferenceForm = Pick<ModelReference, 'kind' | 'id'> &
  Partial<Pick<ModelReference, 'role' | 'file' | 'provider' | 'revision' | 'slot' | 'span'>>;

export type Suggest = (
  model: ResolvedModel,
  reference: ReferenceForm,
  options?: SuggestOptions,
) => readonly Suggestion[];

/** `resolve`: the models room's, over the same database. */
export function createSuggester(database: Database, resolve: ResolveModel): Suggest {
  let candidates: readonly Candidate[] | undefined;
  return (model, reference, { policy = EMPTY_POLICY, limit, asked = false } = {}) => {
    const wanted = wantedFor(model, reference, asked);
    if (!wanted) return [];
    candidates ??= candidatesOf(database, resolve);
    const place = placeOf(reference, model);
    const fitting = candidates.flatMap((candidate) => {
      const replacement = isEligible(candidate, model, wanted) ? replacementIn(place, candidate, database) : undefined;
      const isNew = replacement !== undefined && replacement.toLowerCase() !== reference.id.toLowerCase();
      return isNew && isKept(candidate, replacement, policy) ? [{ candidate, replacement }] : [];
    });
    const leftovers = leftoversOf(reference);
    return ranked(fitting, wanted, limit).map(({ candidate, replacement }) =>
      suggestionOf(candidate, replacement, place, model, wanted, leftovers),
    );
  };
}

/** More open than what is there, for a task that serves, and another model. */
function isEligible({ alternative, model }: Candidate, current: ResolvedModel, { tasks, openness }: Wanted): boolean {
  if (!tasks.includes(alternative.task) || !openness.has(model.openness)) return false;
  const same = [current.id, current.page].some((id) => id?.toLowerCase() === alternative.id.toLowerCase());
  return !same && !current.lineage.some(({ id }) => id?.toLowerCase() === alternative.id.toLowerCase());
}
