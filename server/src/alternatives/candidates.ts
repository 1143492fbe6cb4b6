/** The database's alternatives with what the models room says of them: licence and openness are never taken on trust. */
import type { Alternative, Database, License } from '@modelterms/licenses-db';
import type { ResolvedModel, ResolveModel } from '../models/types.ts';

export interface Candidate {
  readonly alternative: Alternative;
  readonly model: ResolvedModel & { readonly license: License };
}

const OPEN_ENOUGH: ReadonlySet<string> = new Set(['open-source', 'open-weights']);

/** Those that are open indeed; an entry whose model turns out to be restricted, disputed or unknown is passed over. */
export function candidatesOf(database: Database, resolve: ResolveModel): readonly Candidate[] {
  return database.alternatives().flatMap((alternative) => {
    const model = resolve({ kind: 'huggingface', id: alternative.id });
    const { license } = model;
    const isOpen = license !== null && OPEN_ENOUGH.has(model.openness) && !model.disagreement;
    return isOpen ? [{ alternative, model: { ...model, license } }] : [];
  });
}
