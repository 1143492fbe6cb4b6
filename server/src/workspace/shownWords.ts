/** Which of the words that licences want shown stand in what a project shows its users: pages, templates, texts, documentation. */
import type { Database } from '@modelterms/licenses-db';
import type { UsageProfile, WorkspaceFacts } from '../terms/types.ts';
import { isInstalled } from './files.ts';
import { Looks } from './looks.ts';
import { normal } from './projectWords.ts';

/** Files of a user interface, by ending. */
const ENDINGS = (
  'html htm jsx tsx vue svelte astro hbs ejs erb jinja j2 njk cshtml php ' + 'strings arb po ftl resx xlf qml xaml'
).split(' ');
const SHOWN = new RegExp(
  `\\.(?:${ENDINGS.join('|')})$|/strings\\.xml$|/(?:locales?|i18n|lang|translations?|messages)/(?:[^/]+/)*[^/]+\\.(?:json|ya?ml|properties)$|/(?:docs?|documentation)/(?:[^/]+/)*[^/]+\\.mdx?$`,
);
/** More files than this are not looked into. */
const FILES_LIMIT = 3000;

/** The same by ending as a glob, for whoever watches files. */
export const SHOWN_FILES = `**/*.{${ENDINGS.join(',')}}`;

export const mayShow = (location: string): boolean => SHOWN.test(location);

/** Words that are looked for: all that licences of the database want shown to the public. */
export function wordsToShow(database: Database): readonly string[] {
  const words = database.licenses().flatMap(({ clauses }) =>
    clauses.flatMap((clause) => {
      if (clause.type === 'attribution-display') return [clause.words, ...(clause.orWords ?? [])];
      return clause.type === 'threshold-attribution' ? [clause.words] : [];
    }),
  );
  return [...new Set(words)];
}

/** Whether a project has said anything by which such words are owed. */
const owesWords = ({ commercial, distributes, hosts }: UsageProfile): boolean =>
  commercial === true || distributes === true || hosts === true;

/** What a look through a project has brought. */
interface Looked {
  /** Each file that was looked into, and which of the words it shows. */
  readonly shown: Map<string, ReadonlySet<string>>;
  /** Files told of since that are none of the project's: ignored, too large, too many. */
  readonly leftOut: Set<string>;
}

export class ShownWords {
  private readonly looks = new Looks((top, isWanted) => this.look(top, isWanted));
  /** What is looked for, and how it reads on one line; known once asked for. */
  private wanted: ReadonlyMap<string, string> | undefined;

  /** `find`: locations of the files below a folder; `read`: text of a file; `words`: what is looked for. */
  constructor(
    private readonly find: (top: string) => AsyncIterable<string> | Iterable<string>,
    private readonly read: (location: string) => Promise<string | undefined>,
    private readonly words: () => readonly string[],
  ) {}

  /** What to know under `top`; the project is looked through once, and only if it has declared what such words hang on. */
  async around(top: string | undefined, usage: UsageProfile): Promise<Pick<WorkspaceFacts, 'showsWords'>> {
    if (top === undefined || !owesWords(usage)) return {};
    const { shown } = await this.looks.of(top);
    const found = new Set([...shown.values()].flatMap((words) => [...words]));
    return { showsWords: (words) => found.has(words) };
  }

  /**
   * Reads files again that an editor tells of; whether that changes what is shown. A page that was not there when the project
   * was looked through counts only if a look would come by it: what is left out of the project is not read, and not asked for again
   * until it is gone.
   */
  async refresh(locations: readonly string[], isGone: (location: string) => boolean = () => false): Promise<boolean> {
    const pages = locations.filter(mayShow);
    let isChanged = false;
    for (const top of this.looks.tops()) {
      const below = pages.filter((page) => page.startsWith(`${top}/`) && !isInstalled(page.slice(top.length)));
      if (below.length === 0) continue;
      const looked = await this.looks.of(top);
      for (const page of await this.worthReading(top, below, looked, isGone)) {
        const before = looked.shown.get(page);
        const after = await this.wordsIn(page);
        looked.shown.set(page, after);
        if ((before?.size ?? 0) !== after.size || [...after].some((word) => !before?.has(word))) isChanged = true;
      }
    }
    return isChanged;
  }

  forget(): void {
    this.looks.forget();
  }

  private async look(top: string, isWanted: () => boolean): Promise<Looked> {
    const shown = new Map<string, ReadonlySet<string>>();
    for await (const page of this.pagesOf(top, isWanted)) shown.set(page, await this.wordsIn(page));
    return { shown, leftOut: new Set() };
  }

  private async *pagesOf(top: string, isWanted: () => boolean = () => true): AsyncGenerator<string> {
    let looked = 0;
    for await (const location of this.find(top)) {
      if (!isWanted()) return;
      if (!mayShow(location) || isInstalled(location.slice(top.length))) continue;
      if (++looked > FILES_LIMIT) return;
      yield location;
    }
  }

  /** Those that are known already, and of the others those that the project holds; one look settles all of them. */
  private async worthReading(
    top: string,
    pages: readonly string[],
    { leftOut, shown }: Looked,
    isGone: (location: string) => boolean,
  ): Promise<readonly string[]> {
    const unknown = new Set<string>();
    for (const page of pages) {
      if (shown.has(page)) continue;
      if (isGone(page)) leftOut.delete(page);
      else if (!leftOut.has(page)) unknown.add(page);
    }
    const known = pages.filter((page) => shown.has(page));
    if (unknown.size === 0) return known;
    const found: string[] = [];
    for await (const page of this.pagesOf(top)) if (unknown.delete(page)) found.push(page);
    for (const page of unknown) leftOut.add(page);
    return [...known, ...found];
  }

  private async wordsIn(location: string): Promise<ReadonlySet<string>> {
    const text = await this.read(location);
    if (text === undefined) return new Set();
    this.wanted ??= new Map(this.words().map((words) => [words, normal(words)]));
    const written = normal(text);
    return new Set([...this.wanted].filter(([, words]) => written.includes(words)).map(([words]) => words));
  }
}
