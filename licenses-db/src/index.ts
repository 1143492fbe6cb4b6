/** Reading the compiled database. Building it is `compile.ts`. Free of Node, so that it runs in a browser. */
export { openDatabase } from './lookup.ts';
export type {
  Alternative,
  Clause,
  ClauseOf,
  Components,
  Family,
  License,
  Model,
  OllamaModel,
  Release,
  Republisher,
  Source,
} from './schema.ts';
export type { ApiMatch, Database, FamilyMatch, OllamaMatch, Publisher } from './types.ts';
export * from './vocabulary.ts';
