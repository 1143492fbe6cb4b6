/** From a reference's kind and id to the model and its terms: the steps of evidence in their order. */
import type { Database } from '@modelterms/licenses-db';
import { type Context, type Found, type Step, toResolved } from './found.ts';
import { fromCatalogue } from './steps/catalogue.ts';
import { fromFamily } from './steps/family.ts';
import { fromFormerName } from './steps/former.ts';
import { fromName } from './steps/name.ts';
import { fromOllama } from './steps/ollama.ts';
import { fromProvider } from './steps/provider.ts';
import { fromRepublisher } from './steps/republisher.ts';
import { fromSources } from './steps/sources.ts';
import { NOTHING } from './steps/unknown.ts';
import { fromUser } from './steps/user.ts';
import type { ModelQuery, ResolveModel, ResolveOptions } from './types.ts';

/** Strongest evidence first; the first that answers wins. Before all of them stands the user's own word. */
const STEPS: readonly Step[] = [
  fromCatalogue,
  fromFormerName,
  fromOllama,
  fromRepublisher,
  fromFamily,
  fromProvider,
  fromSources,
  fromName,
];

/** Bases of bases: longer chains do not occur, but entries could form a ring. */
const MAX_DEPTH = 6;
/** Hugging Face and Ollama allow far less; whatever is longer, or holds what no id may hold, names no model. */
const MAX_ID_LENGTH = 300;
const NOT_IN_IDS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** @returns a function that never throws, and says `unknown` where nothing is known */
export function createResolver(database: Database): ResolveModel {
  return (query, options = {}) => {
    const found = isPlausible(query.id) ? find(database, query, options, 0) : undefined;
    return toResolved(query, found ?? NOTHING(query.id, database.date));
  };
}

function find(database: Database, query: ModelQuery, options: ResolveOptions, depth: number): Found | undefined {
  const context: Context = {
    database,
    options,
    resolve: (other) => (depth < MAX_DEPTH ? find(database, other, options, depth + 1) : undefined),
  };
  const known = () => {
    for (const step of STEPS) {
      const found = step(query, context);
      if (found) return found;
    }
    return undefined;
  };
  return fromUser(query, context, known) ?? known();
}

function isPlausible(id: string): boolean {
  // nearly every id is ASCII, and Unicode's tables take a while to set up
  const isPlain = /^[ -~]*$/.test(id);
  return id.length > 0 && id.length <= MAX_ID_LENGTH && (isPlain || !NOT_IN_IDS.test(id));
}
