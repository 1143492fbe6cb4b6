/** The languages that fenced code is marked with, and what reads them. */
import type { Format } from '../types.ts';
import { byExtension, byLanguage, kinds } from './fileKinds.ts';

/** What neither editors nor files are called. */
const byFence = kinds({
  dockerfile: 'docker',
  shell: 'shell console shell-session shellsession terminal command commandline',
  powershell: 'pwsh',
  batch: 'batch',
  hcl: 'tf',
  python: 'python3 pycon ipython',
  source: 'golang rustlang c# c++ clojure objectivec',
  text: 'text plaintext plain output log http diff example',
});

/** The syntax that fenced code of this language has; undefined where it is not marked or not known. */
export function formatOfFence(language: string): Format | undefined {
  for (const table of [byFence, byLanguage, byExtension]) if (Object.hasOwn(table, language)) return table[language];
  return undefined;
}
