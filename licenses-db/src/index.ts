/** Reading the compiled database. Building it is `build.ts`. Free of Node, so that it runs in a browser. */
export { openDatabase } from './lookup.ts';
export { soleSizeIn } from './matching/family-index.ts';
export { findOriginal, type Original } from './matching/originals.ts';
export { opennessOf, strictness, worstOpenness } from './openness.ts';
export { recogniseLicense } from './recognise.ts';
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
export type {
  ApiMatch,
  Database,
  FamilyMatch,
  KnownFamily,
  KnownRepublisher,
  OllamaMatch,
  Publisher,
} from './types.ts';
export * from './vocabulary.ts';
