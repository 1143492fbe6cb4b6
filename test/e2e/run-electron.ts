/** `npm run test:electron`: the same suites on the desktop build of VS Code, which @vscode/test-electron downloads. */

import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { temporaryFolder } from '../../scripts/lib/cleanup.ts';
import { root } from '../../scripts/lib/project.ts';
import { must, step } from '../../scripts/lib/run.ts';
import { downloadDesktop } from '../../scripts/vscode/desktop.ts';
import { bundleSuites } from './bundle.ts';
import { RUNS } from './runs.ts';

try {
  const vscodeExecutablePath = await downloadDesktop();
  await step('Building', () => must(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root }));
  const extensionTestsPath = await bundleSuites();
  for (const { suites, title, trusted, workspace } of RUNS) {
    console.log(`\ndesktop: ${title}`);
    const { target, remove } = workspace();
    const { path: data, remove: removeData } = temporaryFolder('desktop');
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath,
      extensionTestsEnv: { MODELTERMS_E2E_FILES: suites.join(',') },
      launchArgs: [
        target,
        '--disable-extensions',
        ...['--user-data-dir', path.join(data, 'user')],
        ...(trusted ? ['--disable-workspace-trust'] : []),
      ],
    });
    remove();
    removeData();
  }
} catch (error) {
  console.error(`test:electron: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
