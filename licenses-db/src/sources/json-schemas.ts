/** The JSON Schemas of the source files, as generated into `../../schema/` for editors. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TSchema } from 'typebox';
import { ReviewedFile } from '../audit/reviewed.ts';
import { AlternativesFile, License, OpennessFile, PublisherFile, RepublisherFile } from '../schema.ts';
import { DATABASE_FOLDER } from './load.ts';

const FILES: Record<string, { title: string; schema: TSchema }> = {
  'license.schema.json': { title: 'licenses/<id>.yaml: one licence', schema: License },
  'publisher.schema.json': { title: 'models/<publisher>.yaml: the models of one publisher', schema: PublisherFile },
  'republishers.schema.json': {
    title: "republishers.yaml: who repacks other people's models",
    schema: RepublisherFile,
  },
  'reviewed.schema.json': {
    title: 'reviewed-differences.yaml: where other lists differ and somebody has looked into it',
    schema: ReviewedFile,
  },
  'openness.schema.json': { title: 'openness/<source>.yaml: which parts of models are open', schema: OpennessFile },
  'alternatives.schema.json': { title: 'alternatives/<task>.yaml: models to recommend', schema: AlternativesFile },
};

/** File name → text of each generated schema. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(FILES).map(([name, { title, schema }]) => [
      name,
      `${JSON.stringify(
        {
          $schema: 'http://json-schema.org/draft-07/schema#',
          $comment: 'Generated from licenses-db/src/schema.ts by `npm run db schema`; do not edit.',
          title,
          ...schema,
        },
        null,
        1,
      )}\n`,
    ]),
  );
}

/** Writes the schemas into the database's schema/ folder; the names written. */
export function writeJsonSchemas(folder = path.join(DATABASE_FOLDER, 'schema')): string[] {
  mkdirSync(folder, { recursive: true });
  const schemas = jsonSchemas();
  for (const [name, text] of schemas) writeFileSync(path.join(folder, name), text);
  return [...schemas.keys()];
}

/** Names of schemas on disk that are not what the source says now. */
export function staleJsonSchemas(folder = path.join(DATABASE_FOLDER, 'schema')): string[] {
  return [...jsonSchemas()].filter(([name, text]) => read(path.join(folder, name)) !== text).map(([name]) => name);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
