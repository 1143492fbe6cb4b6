/** A headless Chromium from the editor's own packages, driven by playwright. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { hostFolder } from '../lib/project.ts';

/** The program's path. It unpacks itself beside its package, once, and keeps out of the system's temporary folder. */
async function executable(): Promise<string> {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const unpacked = path.join(hostFolder, 'node_modules/.chromium');
  mkdirSync(unpacked, { recursive: true });
  const outer = process.env.TMPDIR;
  process.env.TMPDIR = unpacked;
  try {
    const from = createRequire(path.join(hostFolder, 'package.json'));
    const module = await import(pathToFileURL(from.resolve('@sparticuz/chromium')).href);
    return await (module.default.default ?? module.default).executablePath();
  } finally {
    if (outer === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outer;
  }
}

/** Ends with `close()`, at the latest with this process. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await executable(),
    headless: true,
    args: ['--headless=shell', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    // this process handles its signals itself; the browser ends with it in any case
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
