/** Which suites run in which workspace, on whatever build of VS Code. */
import { singleFolder, twoFolders, type Workspace } from './workspaces.ts';

export interface Run {
  readonly title: string;
  readonly workspace: () => Workspace;
  readonly suites: readonly string[];
  /** Whether the workspace is trusted. */
  readonly trusted: boolean;
}

export const RUNS: readonly Run[] = [
  {
    title: 'one folder',
    workspace: singleFolder,
    suites: ['editor', 'hostile', 'commands', 'terms', 'replacing', 'notebook', 'session'],
    trusted: true,
  },
  { title: 'two folders, not trusted', workspace: twoFolders, suites: ['multiRoot', 'virtual'], trusted: false },
];

export interface Figures {
  readonly passed: number;
  readonly failed: number;
}

export const NOTHING: Figures = { passed: 0, failed: 0 };
export const sum = (all: readonly Figures[]): Figures => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
});

/** The figures in a line that `suite/index.ts` prints. */
export function figuresIn(line: string): Figures | undefined {
  const found = /^extension-host figures (\{.*\})$/.exec(line.trim())?.[1];
  return found === undefined ? undefined : JSON.parse(found);
}
