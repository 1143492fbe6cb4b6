/** The built command line as a process. `MODELTERMS_CLI` names another build to try. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const bundle = process.env.MODELTERMS_CLI ?? path.join(root, 'server/dist/cli.js');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export function modelterms(cwd: string, ...args: string[]): Outcome {
  return modeltermsWith({}, cwd, ...args);
}

export function modeltermsWith(env: NodeJS.ProcessEnv, cwd: string, ...args: string[]): Outcome {
  if (!existsSync(bundle)) throw new Error(`no command line at ${bundle}: npm run build`);
  const { status, stderr, stdout } = spawnSync(process.execPath, [bundle, ...args], {
    cwd,
    encoding: 'utf8',
    // whoever runs the tests may have asked for colours
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...env },
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, error: stderr };
}
