/** Run by the extension host: all `*.test.js` beside this file, with a line of figures at the end for whoever started it. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** Ends the whole run where an event that a test waits for never comes. */
const TIMEOUT = 60_000;
/** What `runs.ts` looks for. */
const FIGURES = 'extension-host figures ';

export function run(): Promise<void> {
  const only = process.env.MODELTERMS_E2E_FILES?.split(',');
  const mocha = new Mocha({ ui: 'tdd', timeout: TIMEOUT, color: false, reporter: 'spec' });
  for (const name of readdirSync(__dirname).sort()) {
    const suite = /^(.*)\.test\.js$/.exec(name)?.[1];
    if (suite && (!only || only.includes(suite))) mocha.addFile(path.join(__dirname, name));
  }
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const { passes, pending } = runner.stats ?? { passes: 0, pending: 0 };
      console.log(FIGURES + JSON.stringify({ passed: passes, failed, skipped: pending }));
      if (failed > 0 || passes === 0) reject(new Error(`${failed} failed, ${passes} passed`));
      else resolve();
    });
  });
}
