/** What the scorer knows of models: the real room where it is built, else a few names for references alone. */
import { compile } from '../../licenses-db/src/compile.ts';
import { openDatabase } from '../../licenses-db/src/index.ts';
import { loadSources } from '../../licenses-db/src/sources/load.ts';
import type { ResolvedModel } from '../../server/src/models/types.ts';
import type { Knowledge, ModelReference } from '../../server/src/references/types.ts';
import { fakeKnowledge } from './knowledge.ts';

export interface Models {
  readonly knowledge: Knowledge;
  /** The licence id a reference resolves to; absent where only names are known. */
  readonly license?: (reference: ModelReference) => string | undefined;
  /** For the heading of the report. */
  readonly source: string;
}

export async function loadModels(): Promise<Models> {
  const room = await import(/* @vite-ignore */ String('../../server/src/models/index.ts')).catch(() => undefined);
  if (!room) return { knowledge: fakeKnowledge, source: 'not measured (no models room)' };
  const database = openDatabase(compile(loadSources()));
  const resolve = room.createResolver(database);
  return {
    knowledge: room.createKnowledge(database),
    license: (reference) => (resolve(reference) as ResolvedModel).license?.id,
    source: `database of ${database.date}`,
  };
}
