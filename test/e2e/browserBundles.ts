/** Proves that the bundles for the browser reach for nothing of Node: no import of it, and no `require` besides the editor's API. */
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { root } from '../../scripts/lib/project.ts';

/** What each bundle may ask its host for. */
const BUNDLES: Readonly<Record<string, readonly string[]>> = {
  'client/dist/browser.js': ['vscode'],
  'server/dist/browser.js': [],
};
const REQUIRE = /\brequire\((["'])([^"']+)\1\)|\bimport\((["'])([^"']+)\3\)|\bfrom\s*(["'])([^"']+)\5/g;
const GLOBALS = /\b(?:__dirname|__filename|process\.binding)\b/g;

/** What is wrong, one line each; empty where all is well. */
export function checkBrowserBundles(): string[] {
  return Object.entries(BUNDLES).flatMap(([file, allowed]) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const wanted = [...text.matchAll(REQUIRE)].map((match) => match[2] ?? match[4] ?? match[6] ?? '');
    const foreign = wanted.filter(
      (name) => !allowed.includes(name) && (name.startsWith('node:') || builtinModules.includes(name)),
    );
    const globals = [...text.matchAll(GLOBALS)].map(([name]) => name);
    return [...new Set([...foreign, ...globals])].map((name) => `${file} reaches for ${name}`);
  });
}
