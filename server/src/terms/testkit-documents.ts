/** What tests over documents are made of: the real database and a text whose references are found and assessed. */
import type { License } from '@modelterms/licenses-db';
import { compile } from '../../../licenses-db/src/compile.ts';
import { openDatabase } from '../../../licenses-db/src/lookup.ts';
import { loadSources } from '../../../licenses-db/src/sources/load.ts';
import type { ResolvedModel } from '../models/types.ts';
import { findReferences } from '../references/index.ts';
import type { Knowledge, SourceDocument } from '../references/types.ts';
import { assess } from './index.ts';
import { model, TODAY } from './testkit.ts';
import { type Assessment, EMPTY_POLICY, type Policy, type ResolvedReference } from './types.ts';

let opened: ReturnType<typeof openDatabase> | undefined;
/** The database as its sources stand. */
export const database = () => (opened ??= openDatabase(JSON.parse(JSON.stringify(compile(loadSources())))));

/** A licence of the database. */
export function real(id: string): License {
  const license = database().license(id);
  if (!license) throw new Error(`no licence ${id} in the database`);
  return license;
}

const KNOWLEDGE: Knowledge = {
  isKnownModel: () => false,
  isKnownPublisher: () => false,
  isOllamaModel: () => false,
  api: () => undefined,
  namesFamily: () => false,
};

export interface DocumentOptions {
  readonly path?: string;
  readonly policy?: Partial<Policy>;
  readonly today?: string;
  /** All the project's notices; left out: nobody looked. */
  readonly notices?: string;
}

/** Assesses every reference of a document. `models`: what each id resolves to; ids not in it are unknown. */
export function assessText(
  text: string,
  models: Readonly<Record<string, ResolvedModel>>,
  { path = 'config.yaml', policy, today = TODAY, notices }: DocumentOptions = {},
): readonly (ResolvedReference & { readonly assessment: Assessment })[] {
  const document: SourceDocument = { path, text };
  const knowledge: Knowledge = {
    ...KNOWLEDGE,
    isKnownModel: (id) => id in models,
    isOllamaModel: (name) => Object.keys(models).some((id) => id.split(':')[0] === name),
  };
  const { references: found } = findReferences(document, knowledge, { includeCommented: false });
  const references = found.map((reference) => ({
    reference,
    model: { ...(models[reference.id] ?? model([])), id: reference.id, kind: reference.kind },
  }));
  const context = {
    policy: { ...EMPTY_POLICY, ...policy },
    today,
    workspace: { holdsWords: (words: string) => notices?.includes(words) },
    document,
    references,
    licenseNamed: (name: string) => database().licenseNamed(name),
  };
  return references.map((subject) => ({ ...subject, assessment: assess(subject, context) }));
}

/** `id rule severity` of every finding of the named rules, for tables. */
export function told(
  assessed: ReturnType<typeof assessText>,
  ...rules: readonly string[]
): readonly { readonly id: string; readonly rule: string; readonly severity: string; readonly message: string }[] {
  return assessed.flatMap(({ reference, assessment }) =>
    assessment.findings
      .filter(({ rule }) => rules.includes(rule))
      .map(({ rule, severity, message }) => ({ id: reference.id, rule, severity, message })),
  );
}
