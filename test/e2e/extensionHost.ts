/** The suites in the real extension host of a VS Code server, whose page a headless browser opens. */
import path from 'node:path';
import { root, screenshots } from '../../scripts/lib/project.ts';
import { launchBrowser } from '../../scripts/vscode/chromium.ts';
import { startServer } from '../../scripts/vscode/server.ts';
import { bundleSuites } from './bundle.ts';
import { type Figures, figuresIn, RUNS, type Run, sum } from './runs.ts';

/** Ends a run whose extension host never reports. */
const LIMIT = 240_000;
/** What the workbench itself says of services that are not there. */
const NOISE =
  /^\[(?:AgentHost|ChatModel|AccountPolicy|reconnection|Service Worker)|^(?:Resolv|Creating a socket|Updating additional|Timed out waiting for auth)|ENOTFOUND|^ENOENT.*agent|^Unable to resolve resource vscode-bulkeditpreview|^No search provider/;

export async function runExtensionHost(): Promise<Figures> {
  const suites = await bundleSuites();
  const all: Figures[] = [];
  for (const run of RUNS) all.push(await runIn(run, suites));
  return sum(all);
}

async function runIn(run: Run, suites: string): Promise<Figures> {
  console.log(`\nextension host: ${run.title}`);
  const workspace = run.workspace();
  const server = await startServer({
    log: `extension-host-${run.suites[0]}`,
    testDriver: true,
    trust: !run.trusted,
    settings: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' },
    env: { MODELTERMS_E2E_FILES: run.suites.join(',') },
  });
  const browser = await launchBrowser();
  let figures: Figures | undefined;
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    const code = await new Promise<number>((resolve, reject) => {
      const limit = setTimeout(() => {
        console.error(`no result after ${LIMIT / 1000} s`);
        const shot = path.join(screenshots, 'extension-host-timeout.png');
        page.screenshot({ path: shot }).then(
          () => resolve(124),
          () => resolve(124),
        );
      }, LIMIT);
      const end = (outcome: number) => {
        clearTimeout(limit);
        resolve(outcome);
      };
      page.on('crash', () => reject(new Error('the page crashed')));
      const start = async () => {
        // the console of the extension host arrives here, mocha's report with it
        await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
          const text = String(args[0]);
          const found = figuresIn(text);
          if (found) figures = found;
          else if (!NOISE.test(text)) console.log(...args);
        });
        await page.exposeFunction('codeAutomationExit', end);
        await page.goto(
          server.page(workspace.target, [
            ['extensionDevelopmentPath', server.uri(root)],
            ['extensionTestsPath', server.uri(suites)],
            ['skipWelcome', 'true'],
          ]),
        );
      };
      start().catch(reject);
    });
    if (!figures) return { passed: 0, failed: 1 };
    return code === 0 || figures.failed > 0 ? figures : { ...figures, failed: 1 };
  } finally {
    await browser.close().catch(() => {});
    server.stop();
    workspace.remove();
  }
}
