/** What the tests of reports share: the published schemas that reports are held against, and things to report on. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { root } from '../kit.ts';

/** A published schema. What it uses of draft 4 means the same in draft 7, but for its own name, which it does not need. */
function schema(file: string): object {
  const { id: _, $schema, ...rest } = JSON.parse(readFileSync(path.join(root, 'node_modules', file), 'utf8'));
  return $schema?.includes('draft-04') ? rest : { $schema, ...rest };
}

/** Checks against a published schema; formats that it names and ajv does not know are not checked. */
function validator(main: string, ...others: string[]): (document: unknown) => unknown[] {
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false, unicodeRegExp: false });
  addFormats(ajv);
  for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true);
  // the one schema refers to the others by their file names
  for (const file of others) ajv.addSchema(schema(file), `http://cyclonedx.org/schema/${path.basename(file)}`);
  const validate = ajv.compile(schema(main));
  return (document) => {
    validate(document);
    return validate.errors ?? [];
  };
}

export const sarifErrors = validator('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const CYCLONEDX = '@cyclonedx/cyclonedx-library/res/schema';
export const cyclonedxErrors = validator(
  `${CYCLONEDX}/bom-1.6.SNAPSHOT.schema.json`,
  `${CYCLONEDX}/spdx.SNAPSHOT.schema.json`,
  `${CYCLONEDX}/jsf-0.82.SNAPSHOT.schema.json`,
);

export const MODEL = 'model: Qwen/Qwen2.5-3B-Instruct\n';
export const EXAMPLES = path.join(root, 'examples');
