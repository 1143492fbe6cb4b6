/** Names that commands of a project give to what its Modelfiles make, found in the files where such commands stand. */
import { creationsIn } from '../terms/creations.ts';
import type { NameElsewhere, WorkspaceFacts } from '../terms/types.ts';
import { foldersUp, isInstalled } from './files.ts';
import { Looks } from './looks.ts';

/** Files in which commands stand: task runners, workflows, instructions, by name; and scripts, by ending. */
const NAMES = [
  ...['Makefile', 'makefile', 'GNUmakefile', 'justfile', 'Justfile', 'Taskfile.yml', 'Taskfile.yaml'],
  ...['Dockerfile', 'Containerfile', 'package.json', 'README.md', '.gitlab-ci.yml'],
];
const ENDINGS = ['sh', 'bash', 'zsh', 'fish', 'ps1', 'bat', 'cmd', 'mk'];
const WORKFLOW = /\/\.github\/workflows\/[^/]+\.ya?ml$/;
/** The same as globs, for whoever watches files. */
export const COMMAND_FILES: readonly string[] = [
  `**/{${NAMES.join(',')}}`,
  `**/*.{${ENDINGS.join(',')}}`,
  '**/.github/workflows/*.{yml,yaml}',
];
/** More files than this are not looked into. */
const FILES_LIMIT = 500;

/** Whether commands that make a model of a Modelfile may stand in a file, by its location. */
export function mayCreate(location: string): boolean {
  if (isInstalled(location)) return false;
  const name = location.slice(location.lastIndexOf('/') + 1);
  return NAMES.includes(name) || ENDINGS.includes(name.slice(name.lastIndexOf('.') + 1)) || WORKFLOW.test(location);
}

const isModelfile = (location: string): boolean =>
  /(?:^|[/.])modelfile(?:\.[\w-]+)?$/i.test(location.slice(location.lastIndexOf('/')));

/** What one file's commands make, with the places where the Modelfile they mean may lie. */
interface Making extends NameElsewhere {
  /** Paths, in the spelling of `spelled`. */
  readonly modelfiles: ReadonlySet<string>;
}

/** `path`, `top`: of the file and of its project, as paths. */
function makingsOf(path: string, top: string, text: string): readonly Making[] {
  const file = path.slice(top.length + 1);
  // a command may run in the file's own folder or in any above it
  const folders = foldersUp(path, top);
  return creationsIn({ path: file, text }).map(({ name, modelfile, pushed }) => ({
    name,
    file,
    pushed,
    modelfiles: new Set(folders.map((folder) => spelled(joined(folder, modelfile)))),
  }));
}

const DRIVE = /^\/?([a-z]):\//i;

/** `folder` and a path relative to it, `.` and `..` resolved; absolute paths stay as they are. */
function joined(folder: string, written: string): string {
  const path = written.replaceAll('\\', '/');
  if (path.startsWith('/') || DRIVE.test(path)) return path;
  const parts = folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** A drive's letter in one way: `/C:/a`, as URIs have it, and `c:/a`. */
const spelled = (path: string): string => path.replace(DRIVE, (_, letter: string) => `${letter.toLowerCase()}:/`);

export class CreatedNames {
  private readonly looks = new Looks((top, isWanted) => this.look(top, isWanted));

  /**
   * `find`: locations of the files below a folder; `read`: text of a file, undefined where there is none; `pathOf`: the path that a
   * location stands for, as commands write it.
   */
  constructor(
    private readonly find: (top: string) => AsyncIterable<string> | Iterable<string>,
    private readonly read: (location: string) => Promise<string | undefined>,
    private readonly pathOf: (location: string) => string = (location) => location,
  ) {}

  /** What to know of a file under `top`; the project is looked through for Modelfiles alone, and once. */
  async around(file: string, top: string | undefined): Promise<Pick<WorkspaceFacts, 'namesGiven'>> {
    if (top === undefined || !isModelfile(file)) return {};
    const path = spelled(this.pathOf(file));
    const names = (await this.looks.of(top))
      .filter(({ modelfiles }) => modelfiles.has(path))
      .map(({ name, file: from, pushed }) => ({ name, file: from, pushed }));
    return { namesGiven: () => names };
  }

  forget(): void {
    this.looks.forget();
  }

  private async look(top: string, isWanted: () => boolean): Promise<readonly Making[]> {
    const found: Making[] = [];
    let looked = 0;
    for await (const location of this.find(top)) {
      if (!isWanted()) break;
      if (!mayCreate(location)) continue;
      if (++looked > FILES_LIMIT) break;
      const text = await this.read(location);
      if (text !== undefined) found.push(...makingsOf(this.pathOf(location), this.pathOf(top), text));
    }
    return found;
  }
}
