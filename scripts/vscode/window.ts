/** The editor's window in a headless browser, worked by keyboard as a user would. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { screenshots } from '../lib/project.ts';
import type { EditorServer } from './server.ts';

export const VIEWPORT = { width: 1280, height: 800 };
/** Milliseconds after which something that should show counts as missing. */
const PATIENCE = 60_000;
const ATTEMPTS = 6;

export interface Place {
  readonly file: string;
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, UTF-16. */
  readonly character: number;
}

export class EditorWindow {
  private constructor(readonly page: Page) {
    page.setDefaultTimeout(PATIENCE);
  }

  /** Opens `folder` with the cursor at a place of one of its files, and waits until that file shows. */
  static async open(browser: Browser, server: EditorServer, folder: string, at: Place): Promise<EditorWindow> {
    const context = await browser.newContext({
      viewport: VIEWPORT,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const window = new EditorWindow(await context.newPage());
    const place = `${server.uri(at.file)}:${at.line + 1}:${at.character + 1}`;
    await window.page.goto(
      server.page(folder, [
        ['openFile', place],
        ['gotoLineMode', 'true'],
        ['skipWelcome', 'true'],
      ]),
    );
    await window.page.locator('.monaco-editor .view-line').first().waitFor();
    return window;
  }

  /** The marks under text that has a finding, of any severity but hints. */
  get squiggles(): Locator {
    return this.page.locator('.monaco-editor :is(.squiggly-error, .squiggly-warning, .squiggly-info)');
  }

  /** What a finding of any severity leaves in the text; a hint has dots. */
  get marks(): Locator {
    return this.page.locator('.monaco-editor :is(.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint)');
  }

  /** The card at the cursor. `text`: something it must say. */
  async showHover(text: string | RegExp): Promise<Locator> {
    await this.press('Control+k', 'Control+i');
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: text }).first();
    await hover.waitFor();
    return hover;
  }

  /** The Problems view's rows. */
  async showProblems(): Promise<Locator> {
    await this.press('Control+Shift+m');
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /** The menu of quick fixes at the cursor. */
  async showFixes(): Promise<Locator> {
    const items = this.page.locator('.action-widget .monaco-list-row');
    // a save or a new finding closes the menu that has just opened
    for (let attempt = 1; ; attempt++) {
      await this.press('Control+.');
      try {
        await items.first().waitFor({ timeout: PATIENCE / ATTEMPTS });
        break;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
      }
    }
    return items;
  }

  /** Takes the entry of the quick-fix menu whose title begins so: with the arrow keys and Enter. */
  async chooseFix(title: string): Promise<void> {
    const items = await this.showFixes();
    const titles = await items.evaluateAll((rows) =>
      rows.filter((row) => row.classList.contains('action')).map((row) => row.textContent?.trim() ?? ''),
    );
    const at = titles.findIndex((each) => each.startsWith(title));
    if (at < 0) throw new Error(`no quick fix “${title}” among: ${titles.join(' | ')}`);
    for (let i = 0; i < at; i++) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  /** Runs a command from the palette. */
  async command(title: string): Promise<void> {
    await this.press('F1');
    const input = this.page.locator('.quick-input-widget input.input').first();
    await input.waitFor();
    await this.page.keyboard.type(title);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** The rows of the list that is open for a choice. */
  get choices(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
  }

  /** Waits for a question of the extension's, then presses keys; what is no key is typed. */
  async answer(title: string, ...keys: string[]): Promise<void> {
    await this.page.locator('.quick-input-title', { hasText: title }).waitFor();
    for (const key of keys) {
      if (/^[A-Z][A-Za-z]+$/.test(key)) await this.page.keyboard.press(key);
      else await this.page.keyboard.type(key);
    }
  }

  /** The rows of a refactoring that is shown before it is applied. */
  get refactoring(): Locator {
    return this.page.locator('.bulk-edit-panel .monaco-list-row');
  }

  /** Takes the tick from the first file of the refactoring. */
  async leaveOutFirst(): Promise<void> {
    await this.press('Home', 'Space');
    await this.refactoring.first().locator('[aria-checked=false]').waitFor();
  }

  button(name: string): Locator {
    return this.page.locator('.monaco-button', { hasText: name }).first();
  }

  /** A text in the page that shows: a Markdown preview. */
  pageText(text: string): Locator {
    return this.page.frameLocator('iframe.webview').frameLocator('#active-frame').getByText(text).first();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The line of the open file that holds this text. Spaces show as no-break spaces. */
  line(text: string): Locator {
    return this.page.locator('.monaco-editor .view-line', { hasText: text });
  }

  /** Keeps a picture under the artifacts; returns its file. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(screenshots, { recursive: true });
    const file = path.join(screenshots, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }
}
