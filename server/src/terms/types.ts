/** The contract of this room: resolved models, profile and policy in, findings out. Pure; today's date comes in. */
import type { Clause, ClauseType, License, OpennessClass } from '@modelterms/licenses-db';
import type { ResolvedModel, UserModel } from '../models/types.ts';
import type { ModelReference, SourceDocument, Span } from '../references/types.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type RuleLevel = Severity | 'off';

/** Rules that no single clause makes. */
export const CROSS_RULES = [
  'license-mismatch',
  'merge-conflict',
  'derivative-name',
  'notice-missing',
  'policy-denied',
  'expired-exception',
  'unused-exception',
  // a `modelterms-ignore` comment that silences nothing; made where comments are read, not in this room
  'unused-suppression',
  'unknown-license',
  'license-disagreement',
] as const;
export type RuleId = ClauseType | (typeof CROSS_RULES)[number];

/** What a project declares of itself. Everything optional: what is not said is not known. */
export interface UsageProfile {
  readonly commercial?: boolean;
  readonly monthlyActiveUsers?: number;
  readonly annualRevenue?: { readonly amount: number; readonly currency: string };
  /** ISO 3166-1 alpha-2, or EU. */
  readonly regions?: readonly string[];
  /** Ships weights or a product with the model. */
  readonly distributes?: boolean;
  readonly fineTunes?: boolean;
  readonly trainsOnOutputs?: boolean;
  /** Offers the model to others as a service. */
  readonly hosts?: boolean;
  readonly fields?: readonly string[];
}

/** A fact of the profile by its name in the policy file. */
export type ProfileFact = keyof UsageProfile;

export interface PolicyException {
  readonly model: string;
  readonly rules?: readonly RuleId[];
  readonly reason: string;
  readonly expires?: string;
  readonly approvedBy?: string;
  /** Where it stands in the policy file, for findings about the exception itself. */
  readonly span?: Span;
}

/** `.modelterms.yaml`, read. */
export interface Policy {
  readonly usage: UsageProfile;
  readonly minimumOpenness?: OpennessClass;
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  readonly severity: Readonly<Partial<Record<RuleId, RuleLevel>>>;
  readonly exceptions: readonly PolicyException[];
  readonly models: readonly UserModel[];
  readonly ignore: readonly string[];
}

export const EMPTY_POLICY: Policy = {
  usage: {},
  allow: [],
  deny: [],
  severity: {},
  exceptions: [],
  models: [],
  ignore: [],
};

/** applies: matters here; met: a duty already fulfilled; conditional: applies if something the profile does not say. */
export type Verdict = 'applies' | 'conditional' | 'does-not-apply' | 'met';

/** One clause weighed against the profile; the card shows all of them. */
export interface WeighedClause {
  readonly clause: Clause;
  readonly license: License;
  readonly verdict: Verdict;
  /** One line: what the clause asks, in the reader's language. */
  readonly text: string;
  /** The same to be read below the heading of its group, "You must not": "Use it for anything but research". */
  readonly line: string;
  /** Why the verdict: "you declared 120,000 monthly users". */
  readonly reason?: string;
  /** Where in the card: what one may, must, must not do, or what ends the grant. */
  readonly group: 'may' | 'must' | 'must-not' | 'limits';
  /** Title of the document and section, e.g. "Use Policy, 4". */
  readonly place: string;
  /** Set where this clause is a finding under the given level. */
  readonly severity?: Severity;
  /** What the profile would have to say for a plain answer; set where the verdict is `conditional`. */
  readonly asks?: readonly ProfileFact[];
}

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** One line a busy person understands; no Markdown. */
  readonly message: string;
  /** The message as a phrase without the licence's name, for a line that sums several findings up. */
  readonly brief: string;
  readonly license?: string;
  readonly section?: string;
  readonly document?: string;
  /** Other places that have part in it (merge inputs, the base a card names). */
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** Facts of the profile that would settle it, for a fix that writes them into the policy file. */
  readonly asks?: readonly ProfileFact[];
  /** Plain data that fixes need. */
  readonly fix?:
    | {
        readonly kind: 'set-license';
        /** The declared value, quotes excluded. */
        readonly span: Span;
        /** What belongs there: Hugging Face's id, or `other` where it has none. */
        readonly license: string;
        /** What then belongs into `license_name`, a key of its own beside it. */
        readonly name?: string;
        /** The value of `license_name`, where that key stands already. */
        readonly nameSpan?: Span;
      }
    | { readonly kind: 'add-notice'; readonly file: string; readonly words: string }
    | { readonly kind: 'rename'; readonly span: Span; readonly name: string };
}

/** One reference of a document, resolved. */
export interface ResolvedReference {
  readonly reference: ModelReference;
  readonly model: ResolvedModel;
}

/** What the project holds besides this document; asked, never read from disk here. */
export interface WorkspaceFacts {
  /** Whether these exact words stand in the project's NOTICE, README, LICENSE or interface texts; undefined: not looked. */
  holdsWords(words: string): boolean | undefined;
  /** Whether these exact words stand in what the project shows its users: its pages, texts, documentation. Left out: not looked. */
  showsWords?(words: string): boolean;
  /**
   * Names that commands in other files give to what this Modelfile makes (`ollama create NAME -f` it); asked for Modelfiles
   * alone. Left out: nobody can look.
   */
  namesGiven?(): readonly NameElsewhere[];
}

/** A name given in another file of the project. */
export interface NameElsewhere {
  readonly name: string;
  /** The other file, as people know it: relative to its workspace folder. */
  readonly file: string;
  /** That file also pushes it to a registry. */
  readonly pushed: boolean;
}

export interface AssessContext {
  readonly policy: Policy;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly workspace: WorkspaceFacts;
  readonly document: SourceDocument;
  /** All references of the document, for rules across references. */
  readonly references: readonly ResolvedReference[];
  /** A licence by id, SPDX id or alias, for licences that a document declares: the database's own look-up. */
  licenseNamed(name: string): License | undefined;
}

/** A finding that an exception of the policy took away, and which one. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: PolicyException;
}

export interface Assessment {
  /** Worst first. Empty: nothing to say. */
  readonly findings: readonly Finding[];
  /** Every clause of every governing licence, for the card. */
  readonly clauses: readonly WeighedClause[];
  /** The exception that silenced findings, if one did; the first of `suppressed`. */
  readonly accepted?: PolicyException;
  /** What exceptions took away, for reports and for finding the exceptions nobody needs any more. */
  readonly suppressed: readonly SuppressedFinding[];
}

/** The room's one function, in `index.ts`. */
export type Assess = (subject: ResolvedReference, context: AssessContext) => Assessment;
