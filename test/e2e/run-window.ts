/** `npm run test:window`: only the window test; the package must have been made. */
import { prepareHost } from '../../scripts/vscode/prepare.ts';
import { runWindow } from './window.ts';

await prepareHost();
const { failed, passed } = await runWindow();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
