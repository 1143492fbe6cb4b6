import type { Database } from './types.ts';

/** Opens a compiled database. Throws where its schema's major version is not ours, saying both versions. */
export function openDatabase(_compiled: unknown): Database {
  throw new Error('not yet');
}
