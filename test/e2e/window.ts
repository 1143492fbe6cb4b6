/**
 * The packaged extension in the real window of VS Code, through a headless browser, by keyboard: what a user sees and does
 * with one warning, from the squiggle to the fix on disk. Screenshots stay under the artifacts.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, rmSync, watch } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/lib/cleanup.ts';
import { root, vsixFile } from '../../scripts/lib/project.ts';
import { launchBrowser } from '../../scripts/vscode/chromium.ts';
import { startServer } from '../../scripts/vscode/server.ts';
import { EditorWindow } from '../../scripts/vscode/window.ts';
import type { Figures } from './runs.ts';

const FILE = 'config/gateway.yaml';
const MODEL = 'qwen2.5:3b';

/** Milliseconds after which a file that does not say what it should counts as never going to. */
const PATIENCE = 60_000;

/** Waits until a file says so. */
function fileSays(file: string, wanted: (text: string) => boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const read = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
    const end = () => {
      watching.close();
      clearTimeout(limit);
    };
    const look = () => {
      const text = read();
      if (!wanted(text)) return;
      end();
      resolve(text);
    };
    const watching = watch(path.dirname(file), look);
    const limit = setTimeout(() => {
      end();
      reject(new Error(`${path.basename(file)} says:\n${read()}`));
    }, PATIENCE);
    look();
  });
}

export async function runWindow(): Promise<Figures> {
  console.log('\nwindow: the examples, by keyboard');
  const { path: parent, remove } = temporaryFolder('window');
  const folder = path.join(parent, 'examples');
  cpSync(path.join(root, 'examples'), folder, { recursive: true });
  // the project has yet to tell of itself
  rmSync(path.join(folder, '.modelterms.yaml'));
  const file = path.join(folder, FILE);
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(MODEL));
  const character = (lines[line] ?? '').indexOf(MODEL);
  assert.ok(line >= 0, `${MODEL} stands in ${FILE}`);

  const server = await startServer({ extensions: [vsixFile], log: 'window' });
  const browser = await launchBrowser();
  let passed = 0;
  let open: EditorWindow | undefined;
  try {
    const window = await EditorWindow.open(browser, server, folder, { file, line, character });
    open = window;
    for (const [title, check] of checks(window, folder, file)) {
      await check();
      passed++;
      console.log(`    ✔ ${title}`);
    }
    return { passed, failed: 0 };
  } catch (error) {
    console.error(error);
    console.error(`    see ${await open?.screenshot('window-failed')}`);
    return { passed, failed: 1 };
  } finally {
    await browser.close().catch(() => {});
    server.stop();
    remove();
  }
}

type Check = readonly [title: string, run: () => Promise<void>];

/** In the order of what a user does; each starts where the one before it ends. */
function checks(window: EditorWindow, folder: string, file: string): Check[] {
  const { page } = window;
  const policy = path.join(folder, '.modelterms.yaml');
  const compose = path.join(folder, 'compose.yaml');
  const composed = readFileSync(compose, 'utf8');
  return [
    [
      'a squiggle stands under the model',
      async () => {
        await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
      },
    ],
    [
      'the Problems view tells it in one line',
      async () => {
        const rows = await window.showProblems();
        const row = rows.filter({ hasText: 'Qwen Research' }).first();
        await row.waitFor();
        assert.match(await row.innerText(), /modelterms/);
        await window.screenshot('squiggle-and-problems');
        // closes the panel, which leaves more of the window to the text
        await window.press('Control+j', 'Control+1');
      },
    ],
    [
      'the hover card tells the terms',
      async () => {
        const hover = await window.showHover('not open source');
        const text = await hover.innerText();
        assert.match(text, /Qwen Research/);
        await window.screenshot('hover-card');
        await window.press('Escape');
      },
    ],
    [
      'the link at a finding opens its page inside the window',
      async () => {
        await window.showHover('not open source');
        await page
          .locator('.monaco-hover a', { hasText: /^(?:research-only|non-commercial)$/ })
          .first()
          .click();
        await page.locator('.tab.active', { hasText: /research-only|non-commercial/ }).waitFor();
        await window.pageText('Default level').waitFor();
        await window.screenshot('rule-page');
        await window.press('Control+w');
        await window.line(MODEL).first().waitFor();
        await window.press('Control+1');
      },
    ],
    [
      'the licence card opens as a page from the palette',
      async () => {
        await window.command('ModelTerms: Show Licence Card');
        await page.locator('.tab.active', { hasText: MODEL }).waitFor();
        await window.pageText('Qwen Research').waitFor();
        await window.screenshot('licence-card');
        await window.press('Control+w');
        await window.line(MODEL).first().waitFor();
        await window.press('Control+1');
      },
    ],
    [
      'the list of open alternatives tells openness, licence and size, and Escape leaves the text alone',
      async () => {
        await window.command('ModelTerms: Suggest Open Alternatives');
        await page.locator('.quick-input-title', { hasText: `Open alternatives to ${MODEL}` }).waitFor();
        assert.match(await window.choices.first().innerText(), /open[\s\S]*\d(?:\.\d+)?[BM]/);
        await window.screenshot('alternatives');
        await window.press('Escape');
        await window.choices.first().waitFor({ state: 'hidden' });
        await window.line(MODEL).first().waitFor();
      },
    ],
    [
      'a quick fix is chosen with the arrow keys, the squiggle goes, and the file is saved',
      async () => {
        const last = window.squiggles.nth((await window.squiggles.count()) - 1);
        await window.showFixes();
        await window.screenshot('quick-fix-menu');
        await window.press('Escape');
        await window.chooseFix('Replace with');
        await window.line(MODEL).waitFor({ state: 'detached' });
        await last.waitFor({ state: 'detached' });
        await window.screenshot('fixed');
        await window.press('Control+s');
        const text = await fileSays(file, (now) => now !== '' && !now.includes(MODEL));
        assert.match(text, /^ {6}model: ollama\/[\w.-]+:[\w.-]+$/m);
      },
    ],
    [
      'undo brings the model and its squiggle back',
      async () => {
        const count = await window.squiggles.count();
        await window.press('Control+z');
        await window.line(MODEL).waitFor();
        await window.squiggles.nth(count).waitFor();
        await window.press('Control+s');
        await fileSays(file, (now) => now.includes(MODEL));
        await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
      },
    ],
    [
      'every restricted model of the workspace is replaced in one refactoring, which is shown beforehand',
      async () => {
        await window.command('ModelTerms: Suggest Open Alternatives in Workspace');
        await window.refactoring.first().waitFor();
        await window.screenshot('refactor-preview');
        // the first one stays as it is
        await window.leaveOutFirst();
        // the differences open with the first row, and what is applied before they show leaves their tab behind
        await page.locator('.multiDiffEntry .view-line').first().waitFor();
        await window.screenshot('refactor-preview-unticked');
        await window.button('Apply').click();
        await page.locator('.tab', { hasText: 'Refactor Preview' }).waitFor({ state: 'detached' });
        await window.line(MODEL).waitFor({ state: 'detached' });
        await fileSays(file, (now) => now !== '' && !now.includes(MODEL));
        await fileSays(compose, (now) => now !== '' && now !== composed);
        await window.screenshot('refactored');
      },
    ],
    [
      'undo takes all of it back',
      async () => {
        await window.press('Control+1', 'Control+z');
        await window.line(MODEL).waitFor();
        await window.command('File: Save All Files');
        await fileSays(file, (now) => now.includes(MODEL));
        await fileSays(compose, (now) => now === composed);
      },
    ],
    [
      'a policy file is made from a few questions, and opens',
      async () => {
        await window.command('ModelTerms: Create Policy File');
        await window.answer('commercial purpose', 'Enter');
        await window.answer('How many people', '120,000', 'Enter');
        await window.screenshot('policy-question');
        await window.answer('go to others', 'ArrowDown', 'Enter');
        await window.answer('Where are you based', 'Enter');
        const text = await fileSays(policy, (now) => now.includes('usage:'));
        assert.match(text, /^ {2}commercial: true /m);
        assert.match(text, /^ {2}monthlyActiveUsers: 120000 /m);
        assert.match(text, /^ {2}distributes: false /m);
        assert.match(text, /^ {2}# regions: /m);
        await window.line('monthlyActiveUsers').waitFor();
        await window.screenshot('policy-file');
        await window.press('Control+w');
        await window.line(MODEL).first().waitFor();
        await window.press('Control+1');
      },
    ],
    [
      'accepting with a reason writes the policy file, and the squiggle goes',
      async () => {
        const last = window.squiggles.nth((await window.squiggles.count()) - 1);
        await window.chooseFix('Accept');
        await page.locator('.quick-input-widget input.input').first().waitFor();
        await page.keyboard.type('evaluation only, never shipped');
        await window.press('Enter');
        const text = await fileSays(policy, (now) => now.includes('evaluation only, never shipped'));
        assert.match(text, /qwen2\.5:3b/);
        await last.waitFor({ state: 'detached' });
        await window.screenshot('accepted');
      },
    ],
  ];
}
