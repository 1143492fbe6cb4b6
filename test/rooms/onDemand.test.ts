/** What programs load on demand has a stand-in until then, and a stand-in can only be that of a function or an object. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { COMMAND_MODULES, SERVER_MODULES } from '../../scripts/lib/groups.ts';

const sources = fileURLToPath(new URL('../../server/src/', import.meta.url));
const files = new Set([SERVER_MODULES, COMMAND_MODULES].flatMap((groups) => Object.values(groups).flat()));

it.each([...files])('%s exports functions and objects', async (file) => {
  const module: object = await import(pathToFileURL(path.join(sources, file)).href);
  const kinds = Object.entries(module).map(([name, value]) => [name, value === null ? 'null' : typeof value]);
  expect(kinds).not.toHaveLength(0);
  expect(kinds.filter(([, kind]) => kind !== 'function' && kind !== 'object')).toEqual([]);
});
