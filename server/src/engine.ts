/**
 * The rooms in a row: text → references → models → terms, with what comments silence taken out at the end. One engine serves
 * the language server and the command line; it holds the database and no state of any document.
 */
import type { Database } from '@modelterms/licenses-db';
import {
  createSuggester,
  type ReferenceForm,
  type Suggest,
  type Suggestion,
  type SuggestOptions,
} from './alternatives/index.ts';
import { t } from './l10n.ts';
import { createKnowledge, createResolver } from './models/index.ts';
import type { ModelQuery, ResolvedModel, ResolveModel, UserModel } from './models/types.ts';
import { findReferences, mayHoldReferences } from './references/index.ts';
import type { FindReferences, Format, Knowledge, ModelReference, SourceDocument, Span } from './references/types.ts';
import { assess, assessModel } from './terms/index.ts';
import type { Assess, Assessment, Finding, Policy, ResolvedReference, WorkspaceFacts } from './terms/types.ts';
import { isOwnReport } from './workspace/ownReports.ts';
import {
  LineIndex,
  readSuppressions,
  SUPPRESSION_WORD,
  type Suppression,
  Suppressions,
} from './workspace/suppressions.ts';

export interface CheckOptions {
  readonly policy: Policy;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly workspace: WorkspaceFacts;
  /** Report references in comments too. */
  readonly includeCommented: boolean;
}

/** A finding that is not said, and why. */
export interface Silenced {
  readonly finding: Finding;
  readonly by: 'comment' | 'policy';
  readonly reason: string;
}

export interface CheckedReference extends ResolvedReference {
  readonly assessment: Assessment;
  /** What is left to say, worst first. */
  readonly findings: readonly Finding[];
  readonly silenced: readonly Silenced[];
}

/** A finding about the document itself, not about a reference. */
export interface Remark {
  readonly span: Span;
  readonly finding: Finding;
}

export interface CheckedDocument {
  /** Absent where no parser had to run. */
  readonly format?: Format;
  readonly references: readonly CheckedReference[];
  readonly remarks: readonly Remark[];
  /** Said to the user where reading stopped early. */
  readonly notice?: string;
}

/** What the engine is put together from; the rooms' own functions. */
export interface Rooms {
  readonly knowledge: Knowledge;
  readonly findReferences: FindReferences;
  readonly mayHoldReferences: (document: SourceDocument, knowledge: Knowledge) => boolean;
  readonly resolve: ResolveModel;
  readonly assess: Assess;
  readonly suggest: Suggest;
}

/** What stand-ins are looked for: a checked reference fits. */
export interface Suggestible {
  readonly reference: ReferenceForm;
  readonly model: ResolvedModel;
}

export interface Engine {
  readonly database: Database;
  /** Everything there is to say of a document. Never throws. */
  check(document: SourceDocument, options: CheckOptions): CheckedDocument;
  /** A model by name, outside any document, weighed against the policy. */
  assess(query: ModelQuery, policy: Policy, today: string): { model: ResolvedModel; assessment: Assessment };
  /** More open models that can stand in for this one, best first. */
  suggest(subject: Suggestible, options: SuggestOptions): readonly Suggestion[];
}

export function createEngine(database: Database): Engine {
  const resolve = createResolver(database);
  const knowledge = createKnowledge(database);
  let suggest: Suggest | undefined;
  return assembleEngine(database, {
    knowledge,
    findReferences,
    mayHoldReferences,
    resolve,
    assess,
    // most documents are never asked for a stand-in
    suggest: (...subject) => (suggest ??= createSuggester(database, resolve))(...subject),
  });
}

const NOTHING: CheckedDocument = { references: [], remarks: [] };

export function assembleEngine(database: Database, rooms: Rooms): Engine {
  const resolve = remembering(rooms.resolve);
  const knowledgeWith = withOwnModels(rooms.knowledge);
  return {
    database,
    suggest: ({ model, reference }, options) => rooms.suggest(model, reference, options),
    assess(query, policy, today) {
      const model = resolve(query, policy);
      return { model, assessment: assessModel(model, policy, today) };
    },
    check(document, options) {
      if (isOwnReport(document.text)) return NOTHING;
      const hasSuppressions = document.text.includes(SUPPRESSION_WORD);
      const { includeCommented, policy, today, workspace } = options;
      const knowledge = knowledgeWith(policy);
      if (!hasSuppressions && !rooms.mayHoldReferences(document, knowledge)) return NOTHING;
      const found = rooms.findReferences(document, knowledge, { includeCommented });
      const resolved = found.references.map((reference) => ({ reference, model: resolve(reference, policy) }));
      const context = { policy, today, workspace, document, references: resolved, licenseNamed: database.licenseNamed };
      const assessed = resolved.map((subject) => ({ ...subject, assessment: rooms.assess(subject, context) }));
      const suppressions = hasSuppressions ? suppressionsOf(document, found) : undefined;
      const references = assessed.map((subject) => silence(subject, suppressions));
      return {
        format: found.format,
        references,
        remarks: (suppressions?.unused() ?? []).flatMap((suppression) => remark(suppression, policy)),
        ...(found.notice === undefined ? {} : { notice: found.notice }),
      };
    },
  };
}

/** More names than a workspace has. */
const REMEMBERED = 5000;

/** A name means the same wherever it stands, as long as the user's own models stay the same. */
function remembering(resolve: ResolveModel): (query: ModelQuery, policy: Policy) => ResolvedModel {
  const byModels = new WeakMap<readonly UserModel[], Map<string, ResolvedModel>>();
  return ({ id, kind, provider }, { models }) => {
    let known = byModels.get(models);
    if (!known || known.size > REMEMBERED) byModels.set(models, (known = new Map()));
    const key = `${kind}\n${provider ?? ''}\n${id}`;
    let model = known.get(key);
    if (!model) known.set(key, (model = resolve({ id, kind, provider }, { userModels: models })));
    return model;
  };
}

/** A model that the policy file names is as well known as one of the database. */
function withOwnModels(knowledge: Knowledge): (policy: Policy) => Knowledge {
  const byModels = new WeakMap<readonly UserModel[], Knowledge>();
  return ({ models }) => {
    if (models.length === 0) return knowledge;
    let known = byModels.get(models);
    if (!known) {
      const ids = new Set(models.map(({ id }) => id.toLowerCase()));
      const names = new Set([...ids].filter((id) => !id.includes('/')).map((id) => id.replace(/:.*/, '')));
      known = {
        ...knowledge,
        isKnownModel: (id) => ids.has(id.toLowerCase()) || knowledge.isKnownModel(id),
        isListedModel: (id) => ids.has(id.toLowerCase()) || knowledge.isListedModel(id),
        isOllamaModel: (name) => names.has(name.toLowerCase()) || knowledge.isOllamaModel(name),
      };
      byModels.set(models, known);
    }
    return known;
  };
}

function suppressionsOf(document: SourceDocument, found: ReturnType<FindReferences>): Suppressions {
  const lines = new LineIndex(document.text);
  const first = found.references[0]?.span.start ?? document.text.length;
  return new Suppressions(readSuppressions(found.comments, lines), lines, first);
}

function silence(
  subject: { reference: ModelReference; model: ResolvedModel; assessment: Assessment },
  suppressions: Suppressions | undefined,
): CheckedReference {
  const findings: Finding[] = [];
  const silenced: Silenced[] = subject.assessment.suppressed.map(({ finding, by }) => ({
    finding,
    by: 'policy',
    reason: by.reason,
  }));
  for (const finding of subject.assessment.findings) {
    const by: Suppression | undefined = suppressions?.silence(finding, subject.reference.span.start);
    if (by?.reason === undefined) findings.push(finding);
    else silenced.push({ finding, by: 'comment', reason: by.reason });
  }
  return { ...subject, findings, silenced };
}

/** Says of a suppression that it has no effect, at the level the policy gives that. */
function remark({ span, reason }: Suppression, policy: Policy): Remark[] {
  const rule = 'unused-suppression';
  const severity = policy.severity[rule] ?? 'hint';
  if (severity === 'off') return [];
  const message =
    reason === undefined
      ? t('This suppression has no effect: it gives no reason. Write “{0} -- why”.', SUPPRESSION_WORD)
      : t('This suppression has no effect: nothing on its line needs it.');
  return [{ span, finding: { rule, severity, message, brief: message } }];
}
