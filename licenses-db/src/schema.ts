/**
 * The one description of the database's source files. TypeScript types are inferred from it in schema/, and the
 * JSON Schemas in `../schema/` (completion and validation for whoever edits the YAML) are generated from it
 * by `npm run db schema`.
 *
 * Rules for every entry: a fact names its source and the date it was checked; what could not be verified is
 * left out (unknown is an honest answer) or carries `verification: unverified` with a note that says why.
 */

export { Clause, type ClauseOf } from './schema/clauses.ts';
export { License } from './schema/license.ts';
export {
  type ApiName,
  Components,
  type Family,
  type Model,
  type OllamaModel,
  PublisherFile,
  type Release,
} from './schema/models.ts';
export {
  type Alternative,
  AlternativesFile,
  OpennessFile,
  type Republisher,
  RepublisherFile,
} from './schema/others.ts';
export { Source } from './schema/pieces.ts';
