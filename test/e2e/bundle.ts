/** Makes of the suites what an extension host can load. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { artifacts } from '../../scripts/lib/project.ts';

const suites = path.join(import.meta.dirname, 'suite');

/** Returns the file whose `run()` runs them all. */
export async function bundleSuites(): Promise<string> {
  const outdir = path.join(artifacts, 'suite');
  rmSync(outdir, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: readdirSync(suites).map((name) => path.join(suites, name)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    // of the repository's own packages; `vscode` is the host's
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.js');
}
