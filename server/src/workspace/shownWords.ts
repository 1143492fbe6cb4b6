/** Which of the words that licences want shown stand in what a project shows its users: pages, templates, texts, documentation. */
import type { Database } from '@modelterms/licenses-db';
import type { UsageProfile, WorkspaceFacts } from '../terms/types.ts';
import { isInstalled } from './files.ts';
import { normal } from './projectWords.ts';

/** Files of a user interface, by ending. */
const ENDINGS = [
  ...[
    'html',
    'htm',
    'jsx',
    'tsx',
    'vue',
    'svelte',
    'astro',
    'hbs',
    'ejs',
    'erb',
    'jinja',
    'j2',
    'njk',
    'cshtml',
    'php',
  ],
  ...['strings', 'arb', 'po', 'ftl', 'resx', 'xlf', 'qml', 'xaml'],
];
const SHOWN = new RegExp(
  `\\.(?:${ENDINGS.join('|')})$|/strings\\.xml$|/(?:locales?|i18n|lang|translations?|messages)/(?:[^/]+/)*[^/]+\\.(?:json|ya?ml|properties)$|/(?:docs?|documentation)/(?:[^/]+/)*[^/]+\\.mdx?$`,
);
/** More files than this are not looked into. */
const FILES_LIMIT = 3000;

/** The same by ending as a glob, for whoever watches files. */
export const SHOWN_FILES = `**/*.{${ENDINGS.join(',')}}`;

export const mayShow = (location: string): boolean => SHOWN.test(location) && !isInstalled(location);

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

/** Each file that was looked into, and which of the words it shows. */
type Shown = Map<string, ReadonlySet<string>>;

export class ShownWords {
  private readonly tops = new Map<string, Promise<Shown>>();
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
    let shown = this.tops.get(top);
    if (!shown) this.tops.set(top, (shown = this.look(top)));
    const found = new Set([...(await shown).values()].flatMap((words) => [...words]));
    return { showsWords: (words) => found.has(words) };
  }

  /**
   * Reads one file again; whether that changes what is shown. One that was not looked into may be left out of the project, so that
   * the project is looked through anew if it shows any of the words.
   */
  async refresh(location: string): Promise<boolean> {
    if (!mayShow(location)) return false;
    let isChanged = false;
    for (const [top, known] of this.tops) {
      if (!location.startsWith(`${top}/`)) continue;
      const shown = await known;
      const before = shown.get(location);
      const after = await this.wordsIn(location);
      if ((before?.size ?? 0) === after.size && [...after].every((word) => before?.has(word))) continue;
      if (before) shown.set(location, after);
      else this.tops.delete(top);
      isChanged = true;
    }
    return isChanged;
  }

  forget(): void {
    this.tops.clear();
  }

  private async look(top: string): Promise<Shown> {
    const shown: Shown = new Map();
    let looked = 0;
    for await (const location of this.find(top)) {
      if (!mayShow(location)) continue;
      if (++looked > FILES_LIMIT) break;
      shown.set(location, await this.wordsIn(location));
    }
    return shown;
  }

  private async wordsIn(location: string): Promise<ReadonlySet<string>> {
    const text = await this.read(location);
    if (text === undefined) return new Set();
    this.wanted ??= new Map(this.words().map((words) => [words, normal(words)]));
    const written = normal(text);
    return new Set([...this.wanted].filter(([, words]) => written.includes(words)).map(([words]) => words));
  }
}
