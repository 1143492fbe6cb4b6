/** What a project says in the files where notices stand: asked by rules that look for exact words. */
import type { WorkspaceFacts } from '../terms/types.ts';
import { foldersUp } from './files.ts';

/** Names of files where a project gives credit, in each folder from a document's own up to the project's. */
export const NOTICE_FILES = ['NOTICE', 'README', 'LICENSE', 'THIRD-PARTY-NOTICES', 'THIRD_PARTY_NOTICES'].flatMap(
  (name) => [name, `${name}.md`, `${name}.txt`],
);

/** Whether a change of this file may change what a project's notices say. */
export const isNoticeFile = (location: string): boolean =>
  NOTICE_FILES.includes(location.slice(location.lastIndexOf('/') + 1));

/** Lines break elsewhere where people copy a notice. */
export const normal = (text: string) => text.replace(/\s+/g, ' ');

/** For hosts whose files are read asynchronously: everything is read before anybody asks. */
export class ProjectWords {
  private readonly texts = new Map<string, Promise<string>>();

  /** `read`: text of a file by its location, undefined where there is none. */
  constructor(private readonly read: (location: string) => Promise<string | undefined>) {}

  /** The facts for a file under `top`; nothing is known of files that lie elsewhere. */
  async around(file: string, top: string | undefined): Promise<WorkspaceFacts> {
    if (top === undefined) return { holdsWords: () => undefined };
    const texts = await Promise.all(foldersUp(file, top).map((folder) => this.textOf(folder)));
    return { holdsWords: (words) => texts.some((text) => text.includes(normal(words))) };
  }

  forget(): void {
    this.texts.clear();
  }

  private textOf(folder: string): Promise<string> {
    let text = this.texts.get(folder);
    if (!text) {
      text = Promise.all(NOTICE_FILES.map((name) => this.read(`${folder}/${name}`))).then(joined);
      this.texts.set(folder, text);
    }
    return text;
  }
}

/** For hosts that can read at once: nothing is read before somebody asks, which is seldom. */
export class ProjectWordsOnDemand {
  private readonly texts = new Map<string, string>();

  constructor(private readonly read: (location: string) => string | undefined) {}

  around(file: string, top: string): WorkspaceFacts {
    return {
      holdsWords: (words) => foldersUp(file, top).some((folder) => this.textOf(folder).includes(normal(words))),
    };
  }

  private textOf(folder: string): string {
    let text = this.texts.get(folder);
    if (text === undefined) {
      text = joined(NOTICE_FILES.map((name) => this.read(`${folder}/${name}`)));
      this.texts.set(folder, text);
    }
    return text;
  }
}

const joined = (texts: readonly (string | undefined)[]): string =>
  normal(texts.filter((text) => text !== undefined).join('\n'));
