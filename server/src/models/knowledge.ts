/** What recognisers may ask of the database. */
import type { Database } from '@modelterms/licenses-db';
import type { Knowledge } from '../references/types.ts';

export function createKnowledge(database: Database): Knowledge {
  return {
    isKnownModel: (id) => database.model(id) !== undefined || database.family(id) !== undefined,
    isListedModel: (id) => database.model(id) !== undefined,
    isKnownPublisher: (org) => database.publisherOf(org) !== undefined || database.republisher(org) !== undefined,
    isOllamaModel: (name) => database.isOllamaModel(name),
    api: (name) => {
      const match = database.api(name);
      return match && { kind: match.kind, provider: match.provider };
    },
    namesFamily: (name) => database.familyInName(name) !== undefined,
  };
}
