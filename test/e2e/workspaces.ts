/** The folders that the editor opens in tests: fresh copies, since tests write into them. */
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/lib/cleanup.ts';

export interface Workspace {
  /** The folder, or the `.code-workspace` file. */
  readonly target: string;
  remove(): void;
}

const originals = path.join(import.meta.dirname, 'workspace');

/** One folder named `first`. */
export function singleFolder(): Workspace {
  const { path: folder, remove } = temporaryFolder('workspace');
  cpSync(path.join(originals, 'first'), path.join(folder, 'first'), { recursive: true });
  return { target: path.join(folder, 'first'), remove };
}

/** Two folders, `first` and `second`. */
export function twoFolders(): Workspace {
  const { path: folder, remove } = temporaryFolder('workspace');
  cpSync(originals, folder, { recursive: true });
  const target = path.join(folder, 'both.code-workspace');
  writeFileSync(target, JSON.stringify({ folders: [{ path: 'first' }, { path: 'second' }] }));
  return { target, remove };
}
