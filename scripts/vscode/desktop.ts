/** The desktop build of VS Code: the user's own, or one that @vscode/test-electron downloads. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { temporaryFolder } from '../lib/cleanup.ts';
import { artifacts } from '../lib/project.ts';
import { must, step } from '../lib/run.ts';

export interface DesktopOptions {
  /** The `code` on the user's path, with a profile of its own; otherwise a downloaded build. */
  readonly installed: boolean;
  /** Until the window closes. */
  readonly wait: boolean;
}

/** Downloads the desktop build where it is not there yet. Throws in plain words where it cannot be had. */
export function downloadDesktop(): Promise<string> {
  return step('Fetching the desktop build of VS Code (once)', async () => {
    try {
      return await downloadAndUnzipVSCode({ cachePath: path.join(artifacts, 'vscode-desktop') });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`the desktop build of VS Code could not be downloaded (${why})`);
    }
  });
}

/** Opens a folder with the extension installed, in folders of its own, so that the user's settings stay as they are. */
export async function openDesktop(folder: string, vsix: string, { installed, wait }: DesktopOptions): Promise<void> {
  const [program = 'code', ...first] = installed
    ? ['code']
    : resolveCliArgsFromVSCodeExecutablePath(await downloadDesktop(), { reuseMachineInstall: true });
  const shell = process.platform === 'win32';
  const { path: data } = temporaryFolder('desktop');
  const args = [
    ...first,
    ...['--user-data-dir', path.join(data, 'user'), '--extensions-dir', path.join(data, 'extensions')],
  ];
  try {
    await must(program, [...args, '--install-extension', vsix], { shell });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error("there is no program `code`; in VS Code, run “Shell Command: Install 'code' command in PATH”");
  }
  const child = spawn(program, [...args, '--new-window', ...(wait ? ['--wait'] : []), folder], {
    stdio: 'inherit',
    shell,
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}
