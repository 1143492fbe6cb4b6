/** Names that commands of a project give to what its Modelfiles make, found in the files where such commands stand. */
import { creationsIn } from '../terms/creations.ts';
import type { NameElsewhere, WorkspaceFacts } from '../terms/types.ts';
import { foldersUp, isInstalled } from './files.ts';

/** Files in which commands stand: task runners, workflows, instructions, by name; and scripts, by ending. */
const NAMES = [
  ...['Makefile', 'makefile', 'GNUmakefile', 'justfile', 'Justfile', 'Taskfile.yml', 'Taskfile.yaml'],
  ...['Dockerfile', 'Containerfile', 'package.json', 'README.md', '.gitlab-ci.yml'],
];
const ENDINGS = ['sh', 'bash', 'zsh', 'fish', 'ps1', 'mk'];
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
  readonly modelfiles: ReadonlySet<string>;
}

function makingsOf(location: string, top: string, text: string): readonly Making[] {
  const file = location.slice(top.length + 1);
  // a command may run in the file's own folder or in any above it
  const folders = foldersUp(location, top);
  return creationsIn({ path: file, text }).map(({ name, modelfile, pushed }) => ({
    name,
    file,
    pushed,
    modelfiles: new Set(folders.map((folder) => joined(folder, modelfile))),
  }));
}

/** `folder` and a path relative to it, `.` and `..` resolved; absolute paths stay as they are. */
function joined(folder: string, written: string): string {
  if (written.startsWith('/')) return written;
  const parts = folder.split('/');
  for (const part of written.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

export class CreatedNames {
  private readonly makings = new Map<string, Promise<readonly Making[]>>();

  /** `find`: locations of the files below a folder; `read`: text of a file, undefined where there is none. */
  constructor(
    private readonly find: (top: string) => AsyncIterable<string> | Iterable<string>,
    private readonly read: (location: string) => Promise<string | undefined>,
  ) {}

  /** What to know of a file under `top`; the project is looked through for Modelfiles alone, and once. */
  async around(file: string, top: string | undefined): Promise<Pick<WorkspaceFacts, 'namesGiven'>> {
    if (top === undefined || !isModelfile(file)) return {};
    let makings = this.makings.get(top);
    if (!makings) this.makings.set(top, (makings = this.look(top)));
    const names = (await makings)
      .filter(({ modelfiles }) => modelfiles.has(file))
      .map(({ name, file: from, pushed }) => ({ name, file: from, pushed }));
    return { namesGiven: () => names };
  }

  forget(): void {
    this.makings.clear();
  }

  private async look(top: string): Promise<readonly Making[]> {
    const found: Making[] = [];
    let looked = 0;
    for await (const location of this.find(top)) {
      if (!mayCreate(location)) continue;
      if (++looked > FILES_LIMIT) break;
      const text = await this.read(location);
      if (text !== undefined) found.push(...makingsOf(location, top, text));
    }
    return found;
  }
}
