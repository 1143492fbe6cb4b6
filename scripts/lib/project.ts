/** Where things are in this repository. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
/** What runs leave behind; ignored by git. */
export const artifacts = path.join(root, '.artifacts');
export const screenshots = path.join(artifacts, 'screenshots');
/** The folder that the editor and the browser for tests and `npm start` are installed into, on demand. */
export const hostFolder = path.join(root, 'test/e2e/host');

export const manifest: { name: string; publisher: string; version: string } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
export const vsixFile = path.join(root, `${manifest.name}-${manifest.version}.vsix`);
