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
  /** The client answers `modelterms/readFile` and `modelterms/findFiles`: for servers without a file system. */
  readonly files?: boolean;
}

/** Section of the settings. */
export const SETTINGS_SECTION = 'modelterms';

/** Commands that code actions name and the client carries out. */
export const COMMANDS = {
  /** Arguments: `ShowAlternativesArguments`. */
  showAlternatives: 'modelterms.showAlternatives',
  /** Arguments: `AcceptArguments`. The client asks for the reason, then sends `modelterms/accept`. */
  accept: 'modelterms.accept',
  /** No arguments. Offered by the server itself where the client does not claim it. */
  checkWorkspace: 'modelterms.checkWorkspace',
} as const;

export const METHODS = {
  /** Client → server: `DocumentPlace` → `AlternativesAnswer | null` (no reference there). */
  alternatives: 'modelterms/alternatives',
  /** Client → server: `DocumentPlace` → `CardAnswer | null` (no reference there). */
  card: 'modelterms/card',
  /** Client → server: `AcceptParams` → `AcceptAnswer`. The server edits the policy file by `workspace/applyEdit`. */
  accept: 'modelterms/accept',
  /**
   * Client → server: `CheckWorkspaceParams` → `CheckWorkspaceAnswer`; work-done progress, can be cancelled. Findings in
   * files that are not open arrive by `textDocument/publishDiagnostics` and stay until the file is opened or the next check.
   */
  checkWorkspace: 'modelterms/checkWorkspace',
  /** Server → client, a notification: `StatusParams`, after each analysis of an open document; for clients with `commands`. */
  status: 'modelterms/status',
  /** Server → client: `ReadFileParams` → `string | null` (no such file, or not inside the workspace). */
  readFile: 'modelterms/readFile',
  /** Server → client: `FindFilesParams` → `FoundFile[]`, ignored files and folders left out. */
  findFiles: 'modelterms/findFiles',
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

export interface AcceptAnswer {
  readonly applied: boolean;
  /** The policy file that was edited or made. */
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

export interface StatusParams {
  readonly uri: string;
  readonly references: number;
  /** Of the diagnostics shown; null where there are none. */
  readonly worst: PlainSeverity | null;
}

export interface ReadFileParams {
  readonly uri: string;
}

export interface FindFilesParams {
  /** A workspace folder. */
  readonly folder: string;
}

export interface FoundFile {
  readonly uri: string;
  /** Bytes. */
  readonly size: number;
}
