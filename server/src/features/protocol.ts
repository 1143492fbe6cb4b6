/**
 * What this server and a client that knows it say to each other beyond the Language Server Protocol. Plain interfaces
 * and names, free of imports: the two sides bring different versions of the protocol library, so this is all they share.
 * Positions are zero-based, characters are UTF-16 code units, ends are exclusive.
 */

export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

/** `initializationOptions`. A client that sends none gets everything that plain LSP can carry. */
export interface InitializationOptions {
  /**
   * Address under which the rules' pages open, to which the rule's id is appended:
   * `vscode://modelterms.modelterms/rules/`. Without it a diagnostic links to the licence's own text.
   */
  readonly rulePages?: string;
  /** Commands the client handles; code actions that need one are offered only then. */
  readonly commands?: readonly string[];
  /** Messages in the user's language by the English message, as a VS Code l10n bundle holds them. */
  readonly translations?: Readonly<Record<string, string>>;
  /** The client answers `modelterms/readFile` and `modelterms/readFolder`: for folders the server has no file system for. */
  readonly files?: boolean;
}

/** What the server in a web worker says once it has its database, before the protocol begins. */
export const READY = 'modelterms/ready';

/** Section of the settings. */
export const SETTINGS_SECTION = 'modelterms';

/** Commands that code actions name and the client carries out. */
export const COMMANDS = {
  /** Arguments: `ShowAlternativesArguments`. */
  showAlternatives: 'modelterms.showAlternatives',
  /** Arguments: `AcceptArguments`. The client asks for the reason, then sends `modelterms/accept`. */
  accept: 'modelterms.accept',
  /** Arguments: `TellArguments`. The client puts one of the questions, then sends `modelterms/setFact`. */
  tell: 'modelterms.tell',
  /** No arguments. Offered by the server itself where the client does not claim it. */
  checkWorkspace: 'modelterms.checkWorkspace',
} as const;

export const METHODS = {
  /** Client → server: `DocumentPlace` → `AlternativesAnswer | null` (no reference there). */
  alternatives: 'modelterms/alternatives',
  /** Client → server: `DocumentPlace` → `CardAnswer | null` (no reference there). */
  card: 'modelterms/card',
  /** Client → server: `AcceptParams` → `PolicyAnswer`. The server edits the policy file by `workspace/applyEdit`. */
  accept: 'modelterms/accept',
  /** Client → server: `SetFactParams` → `PolicyAnswer`. As `modelterms/accept`. */
  setFact: 'modelterms/setFact',
  /** Client → server, no parameters: `FactQuestion[]`, those to begin a policy file with. */
  policyQuestions: 'modelterms/policyQuestions',
  /** Client → server: `CreatePolicyParams` → `PolicyAnswer`. A file that is there already is left alone. */
  createPolicy: 'modelterms/createPolicy',
  /**
   * Client → server: `ReplacementsParams` → `ReplacementsAnswer`; work-done progress, can be cancelled. Nothing is edited:
   * the client shows what it gets and applies what the user chooses.
   */
  replacements: 'modelterms/replacements',
  /**
   * Client → server: `CheckWorkspaceParams` → `CheckWorkspaceAnswer`; work-done progress, can be cancelled. Findings in
   * files that are not open arrive by `textDocument/publishDiagnostics` and stay until the file is opened or the next check.
   */
  checkWorkspace: 'modelterms/checkWorkspace',
  /** Server → client, a notification: `StatusParams`, after each analysis of an open document; for clients with `commands`. */
  status: 'modelterms/status',
  /** Server → client: `ReadFileParams` → `string | null` (no such file, or not inside the workspace). */
  readFile: 'modelterms/readFile',
  /** Server → client: `ReadFolderParams` → `FolderEntry[]`, links left out; none where there is no such folder. */
  readFolder: 'modelterms/readFolder',
} as const;

/** Notebooks whose cells are told of, and the languages of those cells. */
export const NOTEBOOKS = {
  type: 'jupyter-notebook',
  languages: ['python', 'markdown', 'shellscript', 'javascript', 'typescript'],
} as const;

export type PlainSeverity = 'error' | 'warning' | 'information' | 'hint';

/** A place in an open document. The reference whose range holds the position is meant, its end included. */
export interface DocumentPlace {
  readonly uri: string;
  readonly position: PlainPosition;
}

export interface AlternativesAnswer {
  readonly uri: string;
  /** Version of the document that `range` belongs to. */
  readonly version: number;
  /** What a choice replaces by its `replacement`, nothing more. */
  readonly range: PlainRange;
  /** The reference as written; hidden characters made visible. */
  readonly text: string;
  /** Best first; empty where nothing more open is known. */
  readonly alternatives: readonly PlainAlternative[];
}

/** All texts are plain, for people, in the user's language; `replacement` is what to write. */
export interface PlainAlternative {
  readonly replacement: string;
  readonly name: string;
  /** `open-source`, `open-weights` … */
  readonly openness: string;
  readonly opennessLabel: string;
  readonly license: string;
  readonly licenseName: string;
  /** Billions, total. */
  readonly parameters: number;
  /** Tokens. */
  readonly context?: number;
  readonly why: string;
  readonly losses: readonly string[];
}

export interface CardAnswer {
  readonly range: PlainRange;
  /** The reference as written; hidden characters made visible. */
  readonly text: string;
  /** Markdown without HTML and command links; everything from a document is escaped. */
  readonly markdown: string;
}

export interface ShowAlternativesArguments extends DocumentPlace {}

export interface AcceptArguments extends DocumentPlace {
  /** Canonical id of the model, as the policy file names it. */
  readonly model: string;
  /** The rules that speak now, worst first. */
  readonly rules: readonly string[];
}

export interface AcceptParams {
  readonly uri: string;
  readonly model: string;
  /** Left out: every rule. */
  readonly rules?: readonly string[];
  /** Not blank. */
  readonly reason: string;
  /** YYYY-MM-DD */
  readonly expires?: string;
  readonly approvedBy?: string;
}

/** The value of a fact, as the policy file states it. */
export type FactValue = boolean | number | readonly string[] | { readonly amount: number; readonly currency: string };

/** A question about the project; all texts are plain, for people, in the user's language. */
export interface FactQuestion {
  /** The fact's name in the policy file. */
  readonly fact: string;
  /** What the value is: a boolean, a number, an amount with its currency, a list of words. */
  readonly kind: 'yes-no' | 'count' | 'money' | 'list';
  /** "monthly users" */
  readonly label: string;
  /** "How many people use your products in a month?" */
  readonly question: string;
  /** What counts, and what hangs on it. */
  readonly help: string;
  /** An answer as somebody would type it: "120000", "2000000 EUR", "EU, US". */
  readonly example?: string;
  /** Words to choose from; without them any words are understood. */
  readonly options?: readonly FactOption[];
}

export interface FactOption {
  readonly value: string;
  readonly label: string;
  /** The licence at hand names it. */
  readonly named?: boolean;
}

export interface TellArguments {
  /** The document whose policy file is meant. */
  readonly uri: string;
  /** Not empty; the one that matters most first. */
  readonly questions: readonly FactQuestion[];
}

export interface SetFactParams {
  readonly uri: string;
  readonly fact: string;
  readonly value: FactValue;
}

export interface CreatePolicyParams {
  /** A workspace folder, or a folder inside one. */
  readonly folder: string;
  /** Facts by name; what is left out stands in the file as a comment. */
  readonly usage?: Readonly<Record<string, FactValue>>;
}

export interface PolicyAnswer {
  readonly applied: boolean;
  /** The policy file that was edited or made, or that is there already. */
  readonly policy?: string;
  /** Why not, for people. */
  readonly problem?: string;
}

export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
}

export interface CheckWorkspaceAnswer {
  readonly files: number;
  readonly skipped: number;
  readonly references: number;
  readonly findings: Readonly<Record<PlainSeverity, number>>;
  /** One line for people: "212 files checked, 9 references: 2 warnings, 3 notes". */
  readonly summary: string;
}

export interface ReplacementsParams {
  readonly workDoneToken?: string | number;
  /** An open document; left out: every file of the workspace. */
  readonly uri?: string;
}

export interface ReplacementsAnswer {
  readonly files: number;
  readonly references: number;
  /** In order of file and place, never overlapping. */
  readonly replacements: readonly PlainReplacement[];
}

/** All texts but `replacement` are plain, for people, in the user's language. */
export interface PlainReplacement {
  readonly uri: string;
  /** Of the open document; null where the file is not open. */
  readonly version: number | null;
  readonly range: PlainRange;
  /** What to write at `range`. */
  readonly replacement: string;
  /** "meta-llama/Llama-3.1-8B → allenai/Olmo-3-7B (Apache 2.0)"; the same for the same replacement in other places. */
  readonly label: string;
  /** Why, and what is given up. */
  readonly description: string;
}

export interface StatusParams {
  readonly uri: string;
  readonly references: number;
  /** Of the diagnostics shown; null where there are none. */
  readonly worst: PlainSeverity | null;
}

export interface ReadFileParams {
  readonly uri: string;
}

export interface ReadFolderParams {
  /** A workspace folder, or a folder inside one. */
  readonly uri: string;
}

export interface FolderEntry {
  readonly name: string;
  /** Of a file, in bytes; absent for a folder. */
  readonly size?: number;
}
