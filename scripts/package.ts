/** Makes the extension's package, modelterms-<version>.vsix, and prints what it weighs. `npm run package` */
import { statSync } from 'node:fs';
import path from 'node:path';
import { root, vsixFile } from './lib/project.ts';
import { must, step } from './lib/run.ts';

/** MB; the package must stay below. */
const LIMIT = 1.5;

/** Builds and packages; returns the file. Throws where it is over the limit. */
export async function packageExtension(): Promise<string> {
  await step('Building', () =>
    must(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--production'], { cwd: root }),
  );
  await step('Packaging', () =>
    must(
      process.execPath,
      [
        path.join(root, 'node_modules/@vscode/vsce/vsce'),
        ...['package', '--no-dependencies', '--allow-missing-repository'],
        // the README's pictures stay in the repository
        ...['--no-rewrite-relative-links', '--out', vsixFile],
      ],
      { cwd: root },
    ),
  );
  const megabytes = statSync(vsixFile).size / 1e6;
  console.log(`  ${path.basename(vsixFile)}: ${megabytes.toFixed(2)} MB (limit ${LIMIT} MB)`);
  if (megabytes > LIMIT) throw new Error(`the package is over its limit of ${LIMIT} MB`);
  return vsixFile;
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'scripts/package.ts'))
  await packageExtension();
