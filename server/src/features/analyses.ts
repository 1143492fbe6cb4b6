/**
 * The analysis of each open document, made once per state of document, settings and policy, and shared by every feature.
 */
import type { Position, Range, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedDocument, CheckedReference, CheckOptions, Engine } from '../engine.ts';
import type { SourceDocument, Span } from '../references/types.ts';
import type { CreatedNames } from '../workspace/createdNames.ts';
import { isPolicyFile, type Policies, type PolicyInForce } from '../workspace/policies.ts';
import type { ProjectWords } from '../workspace/projectWords.ts';
import type { Settings } from '../workspace/settings.ts';
import type { ShownWords } from '../workspace/shownWords.ts';
import { decoded, type Folders } from './folders.ts';
import type { SettingsCache } from './settingsCache.ts';

/** What a document's analysis hangs on besides its text. */
export interface Situation {
  readonly settings: Settings;
  readonly policy: PolicyInForce;
  readonly options: CheckOptions;
  /** Relative to the document's workspace folder. */
  readonly path: string;
  /** Nothing is looked for: switched off, ignored by the policy, or the policy file itself. */
  readonly silent: boolean;
}

export interface AnalysedReference extends CheckedReference {
  readonly range: Range;
}

/** A document as it was at one version; ranges and text belong together whatever happens to the document afterwards. */
export interface Analysis {
  readonly uri: string;
  readonly version: number;
  readonly source: SourceDocument;
  readonly situation: Situation;
  readonly checked: CheckedDocument;
  readonly references: readonly AnalysedReference[];
  rangeOf(span: Span): Range;
}

export interface World {
  readonly engine: () => Engine;
  readonly documents: TextDocuments<TextDocument>;
  /** Files that are gone from the disk, by their place, while their documents may linger in an editor for a while. */
  readonly gone: Set<string>;
  readonly folders: Folders;
  readonly settings: SettingsCache;
  readonly policies: Policies;
  readonly words: ProjectWords;
  readonly created: CreatedNames;
  readonly shown: ShownWords;
  /** YYYY-MM-DD */
  readonly today: () => string;
  readonly report: (problem: string) => void;
}

const NOTHING: CheckedDocument = { references: [], remarks: [] };

export class Analyses {
  private readonly situations = new Map<string, Promise<Situation>>();
  private readonly latest = new Map<string, Analysis>();

  constructor(private readonly world: World) {}

  /** The analysis of an open document as it is now; undefined where it is not open (any more). */
  async of(uri: string): Promise<Analysis | undefined> {
    const situation = await this.situationOf(uri);
    const document = this.world.documents.get(uri);
    if (!document) return undefined;
    const known = this.latest.get(uri);
    if (known?.version === document.version && known.situation === situation) return known;
    const analysis = this.analyse(document, situation);
    this.latest.set(uri, analysis);
    return analysis;
  }

  /** Something besides the text has changed: settings, a policy, a notice, the folders. */
  forgetSituations(): void {
    this.situations.clear();
  }

  close(uri: string): void {
    this.latest.delete(uri);
    this.situations.delete(uri);
    this.world.settings.forget(uri);
  }

  private situationOf(uri: string): Promise<Situation> {
    let situation = this.situations.get(uri);
    if (!situation) {
      situation = this.lookAround(uri, uri);
      this.situations.set(uri, situation);
    }
    return situation;
  }

  /** What the engine says of a text; a failure is reported and leaves nothing to say. */
  check(source: SourceDocument, situation: Situation): CheckedDocument {
    if (situation.silent) return NOTHING;
    try {
      return this.world.engine().check(source, situation.options);
    } catch (error) {
      this.world.report(`${source.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return NOTHING;
    }
  }

  /**
   * What the analysis of a file hangs on, open or not; not kept. `scope`: the resource whose settings count, for many files
   * better their folder than each of them.
   */
  async lookAround(uri: string, scope: string): Promise<Situation> {
    const { created, folders, policies, settings: allSettings, shown, today, words } = this.world;
    const location = folders.place(uri);
    const top = folders.of(uri);
    const [settings, policy, said, made] = await Promise.all([
      allSettings.of(scope),
      policies.nearest(location, top),
      words.around(location, top),
      created.around(location, top),
    ]);
    const shows = await shown.around(top, policy.policy.usage);
    const severity = { ...settings.severity, ...policy.policy.severity };
    const silent =
      !settings.enable || isPolicyFile(location) || policy.ignores(decoded(location.slice(policy.folder.length + 1)));
    return {
      settings,
      policy,
      options: {
        policy: { ...policy.policy, severity },
        today: today(),
        workspace: { ...said, ...made, ...shows },
        includeCommented: settings.includeCommented,
      },
      path: folders.pathOf(uri),
      silent,
    };
  }

  /** `document` is read now and not held on to. */
  analyse(document: TextDocument, situation: Situation): Analysis {
    const { languageId, uri, version } = document;
    const source: SourceDocument = {
      path: situation.path,
      ...(languageId === '' ? {} : { languageId }),
      text: document.getText(),
    };
    const checked = this.check(source, situation);
    // the open document goes on changing; what is asked for later has to be about this text
    let snapshot: TextDocument | undefined;
    const rangeOf = (span: Span): Range => {
      snapshot ??= TextDocument.create(uri, languageId, version, source.text);
      return rangeIn(snapshot, span);
    };
    return {
      uri,
      version,
      source,
      situation,
      checked,
      references: checked.references.map((reference) => ({
        ...reference,
        range: rangeIn(document, reference.reference.span),
      })),
      rangeOf,
    };
  }
}

const rangeIn = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

const isBefore = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character < b.character);

/** The reference at a position; one that begins there goes before one that ends there. */
export function referenceAt(analysis: Analysis, position: Position): AnalysedReference | undefined {
  const touching = analysis.references.filter(
    ({ range }) => !isBefore(position, range.start) && !isBefore(range.end, position),
  );
  return touching.at(-1);
}

/** References that share at least a point with a range. */
export function referencesIn(analysis: Analysis, range: Range): readonly AnalysedReference[] {
  return analysis.references.filter(
    (reference) => !isBefore(range.end, reference.range.start) && !isBefore(reference.range.end, range.start),
  );
}
