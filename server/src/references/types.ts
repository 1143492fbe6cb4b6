/** The contract of this room: text in, model references out. Pure. */

/** Half-open interval of UTF-16 offsets into the document's text. */
export interface Span {
  start: number;
  end: number;
}

/** The syntaxes there is a reader for; `formatOf` picks one from language id and file name. */
export type Format =
  | 'yaml'
  | 'json'
  | 'toml'
  | 'dotenv'
  | 'properties'
  | 'dockerfile'
  | 'modelfile'
  | 'markdown'
  | 'shell'
  | 'makefile'
  | 'hcl'
  | 'python'
  | 'javascript'
  | 'notebook'
  | 'html'
  | 'powershell'
  | 'batch'
  | 'source'
  | 'text';

/** A document as every room sees it. */
export interface SourceDocument {
  /** Path relative to its workspace folder, `/` as separator; the bare name for files outside any. */
  readonly path: string;
  /** The editor's language id, where there is an editor. */
  readonly languageId?: string;
  readonly text: string;
}

/** One string value in a document with its place and surroundings. What a format yields and a recogniser judges. */
export interface Slot {
  /** The decoded value (escapes resolved). */
  readonly value: string;
  /** The value's characters in the text, quotes excluded. */
  readonly span: Span;
  /**
   * Where decoding changed lengths: offset in the text of each character of `value`, plus one past the end.
   * Absent where value character i stands at `span.start + i`.
   */
  readonly offsets?: readonly number[];
  readonly context: SlotContext;
}

export interface SlotContext {
  readonly format: Format;
  /** Keys from the document's root to the value; sequence items as numbers. `['services', 'llm', 'command', 0]` */
  readonly path: readonly (string | number)[];
  /**
   * The scalar entries beside the value, by key, for `provider: ollama` next to `model:`. Lists and mappings beside it
   * are there with an empty string.
   */
  siblings(): ReadonlyMap<string, string>;
  /** The scalar entries beside each ancestor, nearest first. */
  ancestors(): Iterable<ReadonlyMap<string, string>>;
  /** The option this is the value of, dashes kept: `--model`. */
  readonly flag?: string;
  /** The command line this is a word of: program and subcommands, `['ollama', 'pull']`. */
  readonly command?: readonly string[];
  /** The call this is an argument of, and which: `from_pretrained`, position 0 or name. */
  readonly call?: { readonly callee: string; readonly argument: number | string };
  /** The variable or field this is assigned to, in code. */
  readonly variable?: string;
  /** The slot is a key itself, not a value; the path ends with it. */
  readonly isKey?: boolean;
  /** The strings of the list this is an item of, `''` for what is no string; for flags split from their values. */
  readonly list?: readonly string[];
  /** The slot stands in a comment (commented-out configuration). */
  readonly commented?: boolean;
}

/** A comment of the document, for suppressions. */
export interface Comment {
  readonly span: Span;
  /** Without its marker. */
  readonly text: string;
}

export interface ParsedDocument {
  readonly format: Format;
  readonly slots: Iterable<Slot>;
  readonly comments: readonly Comment[];
  /** Said to the user where reading stopped early: over a size or depth limit. */
  readonly notice?: string;
}

/** A file in `formats/`: one syntax, text → slots. Never throws; a broken document yields what can be read. */
export interface FormatReader {
  readonly format: Format;
  /** `knowledge`: where it is given, parts of a long document that can hold no reference and change none may be passed over. */
  read(document: SourceDocument, knowledge?: Knowledge): ParsedDocument;
}

export type ReferenceKind = 'huggingface' | 'ollama' | 'hosted' | 'api' | 'file';
export type Role = 'model' | 'base' | 'adapter' | 'merge-input' | 'draft' | 'embedding' | 'reranker' | 'tokenizer';

export interface ModelReference {
  /** The bare reference: no quotes, key, flag, scheme or provider prefix; an Ollama `:tag` is part of it. */
  readonly span: Span;
  /** The text at `span`. */
  readonly text: string;
  readonly kind: ReferenceKind;
  /** Canonical: `ORG/NAME` for Hugging Face; `name:tag` or `ns/name:tag` for Ollama (as written; no tag stays none). */
  readonly id: string;
  readonly role: Role;
  /** Branch, tag or commit beside or behind the id. */
  readonly revision?: string;
  /** A file inside the repository, or a quantisation tag of `hf.co/…:Q4_K_M`. */
  readonly file?: string;
  /** Whose name it is, for `hosted` and `api`; the runtime's for others where known: bedrock, groq, ollama. */
  readonly provider?: string;
  readonly commented?: boolean;
  /** The evidence that made this a reference, strongest first, for `--explain`. English, not shown in the editor. */
  readonly why: readonly string[];
  /** The slot it came from, for rules that look at its neighbours. */
  readonly slot: Slot;
}

/** What recognisers may ask of the database. Implemented by the models room. */
export interface Knowledge {
  /** Whether this Hugging Face id is known exactly or fits a known family. Case-insensitive. */
  isKnownModel(id: string): boolean;
  /** Whether the database, or the project itself, has this very id. Case-insensitive. */
  isListedModel(id: string): boolean;
  /** Whether this Hugging Face organisation publishes or repacks models we know. Case-insensitive. */
  isKnownPublisher(org: string): boolean;
  /** Whether Ollama's library has this name (without tag). */
  isOllamaModel(name: string): boolean;
  /** The hosted or closed model this provider name stands for, if any. */
  api(name: string): { readonly kind: 'hosted' | 'api'; readonly provider: string } | undefined;
  /** Whether a bare name holds a family name of a known publisher: `Meta-Llama-3-8B.Q4_K_M`. */
  namesFamily(name: string): boolean;
}

export interface ReferenceOptions {
  /** Report references in comments too. */
  readonly includeCommented: boolean;
}

export interface FoundReferences {
  readonly format: Format;
  /** In order of place, never overlapping. */
  readonly references: readonly ModelReference[];
  readonly comments: readonly Comment[];
  readonly notice?: string;
}

/**
 * The room's one function, in `index.ts`. `mayHoldReferences(document)` beside it is the cheap pre-filter: false means no
 * parser need run.
 */
export type FindReferences = (
  document: SourceDocument,
  knowledge: Knowledge,
  options: ReferenceOptions,
) => FoundReferences;
