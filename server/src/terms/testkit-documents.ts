/** What tests over documents are made of: the real database and a text whose references are found and assessed. */
import type { License } from '@modelterms/licenses-db';
import { compile } from '../../../licenses-db/src/compile.ts';
import { openDatabase } from '../../../licenses-db/src/lookup.ts';
import { loadSources } from '../../../licenses-db/src/sources/load.ts';
import { createKnowledge, createResolver } from '../models/index.ts';
import type { ResolvedModel } from '../models/types.ts';
import { findReferences } from '../references/index.ts';
import type { Knowledge, SourceDocument } from '../references/types.ts';
import { assess } from './index.ts';
import { TODAY } from './testkit.ts';
import { type Assessment, EMPTY_POLICY, type NameElsewhere, type Policy, type ResolvedReference } from './types.ts';

let opened: ReturnType<typeof openDatabase> | undefined;
/** The database as its sources stand. */
export const database = () => (opened ??= openDatabase(JSON.parse(JSON.stringify(compile(loadSources())))));

/** A licence of the database. */
export function real(id: string): License {
  const license = database().license(id);
  if (!license) throw new Error(`no licence ${id} in the database`);
  return license;
}

export interface DocumentOptions {
  readonly path?: string;
  readonly policy?: Partial<Policy>;
  readonly today?: string;
  /** All the project's notices; left out: nobody looked. */
  readonly notices?: string;
  /** What other files call what this Modelfile makes; left out: nobody looked. */
  readonly namesGiven?: readonly NameElsewhere[];
  /** What ids resolve to, in place of what the database says. */
  readonly models?: Readonly<Record<string, ResolvedModel>>;
}

/** Finds, resolves and assesses every reference of a document, as the engine does. */
export function assessText(
  text: string,
  { path = 'config.yaml', policy: parts, today = TODAY, notices, namesGiven, models = {} }: DocumentOptions = {},
): readonly (ResolvedReference & { readonly assessment: Assessment })[] {
  const db = database();
  const document: SourceDocument = { path, text };
  const known = createKnowledge(db);
  const knowledge: Knowledge = { ...known, isKnownModel: (id) => id in models || known.isKnownModel(id) };
  const policy = { ...EMPTY_POLICY, ...parts };
  const resolve = createResolver(db);
  const { references: found } = findReferences(document, knowledge, { includeCommented: false });
  const references = found.map((reference) => {
    const given = models[reference.id];
    const model = given
      ? { ...given, id: reference.id, kind: reference.kind }
      : resolve(reference, { userModels: policy.models });
    return { reference, model };
  });
  const context = {
    policy,
    today,
    workspace: {
      holdsWords: (words: string) => notices?.includes(words),
      ...(namesGiven ? { namesGiven: () => namesGiven } : {}),
    },
    document,
    references,
    licenseNamed: db.licenseNamed,
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
