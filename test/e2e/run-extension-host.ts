/** `npm run test:host`: only the suites in the extension host; the extension must have been built. */
import { prepareHost } from '../../scripts/vscode/prepare.ts';
import { runExtensionHost } from './extensionHost.ts';

await prepareHost();
const { failed, passed } = await runExtensionHost();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
