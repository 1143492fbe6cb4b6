/** Whether each source file has the shape its schema asks for. */
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { TSchema } from 'typebox';
import { AlternativesFile, License, OpennessFile, PublisherFile, RepublisherFile } from '../schema.ts';
import type { SourceFile, Sources } from '../sources/load.ts';
import type { Path, Problem } from '../sources/problems.ts';

const SCHEMAS: Record<keyof Sources, TSchema> = {
  licenses: License,
  publishers: PublisherFile,
  openness: OpennessFile,
  alternatives: AlternativesFile,
  republishers: RepublisherFile,
};

const ajv = new Ajv({ allErrors: true, discriminator: true, strict: false, verbose: true });
const compiled = new Map<keyof Sources, ValidateFunction>();

function validatorOf(kind: keyof Sources): ValidateFunction {
  let validate = compiled.get(kind);
  if (!validate) {
    validate = ajv.compile(SCHEMAS[kind]);
    compiled.set(kind, validate);
  }
  return validate;
}

/** Mistakes of YAML syntax and of shape: unknown keys, missing keys, wrong types, words outside of a closed list. */
export function checkShape(sources: Sources): Problem[] {
  return (Object.keys(SCHEMAS) as (keyof Sources)[]).flatMap((kind) => {
    const validate = validatorOf(kind);
    return sources[kind].flatMap(({ file, data }: SourceFile<unknown>) => {
      if (file.syntax.length > 0) return [...file.syntax];
      if (validate(data)) return [];
      return (validate.errors ?? []).map(describe).map(({ path, message }) => file.problem(path, message));
    });
  });
}

function describe(error: ErrorObject): { path: Path; message: string } {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const at = path.length > 0 ? `${path.join('.')}: ` : '';
  const { params } = error;
  switch (error.keyword) {
    case 'additionalProperties':
      return { path: [...path, params.additionalProperty], message: `${at}unknown key "${params.additionalProperty}"` };
    case 'required':
      return { path, message: `${at}missing "${params.missingProperty}"` };
    case 'enum':
      return { path, message: `${at}"${error.data}" is not one of ${params.allowedValues.join(', ')}` };
    case 'discriminator':
      return { path: [...path, params.tag], message: `${at}unknown ${params.tag} "${params.tagValue}"` };
    case 'pattern':
      return {
        path,
        message: `${at}"${error.data}" does not look right: ${error.parentSchema?.description ?? params.pattern}`,
      };
    case 'type': {
      const quote = params.type === 'string' && typeof error.data !== 'object' ? ' (put it in quotes)' : '';
      return { path, message: `${at}must be ${params.type}, is ${JSON.stringify(error.data)?.slice(0, 60)}${quote}` };
    }
    default:
      return { path, message: `${at}${error.message}` };
  }
}
