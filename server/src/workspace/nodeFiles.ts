/** The workspace's files from the file system. Node only. */
import { existsSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { discover } from './discovery.ts';
import type { FoundUri, SkippedUri, WorkspaceFiles } from './files.ts';
import { SIZE_LIMIT } from './limits.ts';

const pathOf = (uri: string): string | undefined => {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
};

/** `folders`: URIs of the workspace's folders at this moment. Links that lead out of them are not followed. */
export function nodeFiles(folders: () => readonly string[]): WorkspaceFiles {
  const isInside = async (file: string): Promise<boolean> => {
    const real = await realpath(file);
    for (const folder of folders()) {
      const root = pathOf(folder);
      if (root === undefined) continue;
      const relative = path.relative(await realpath(root), real);
      if (relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)) {
        return true;
      }
    }
    return false;
  };
  return {
    async read(uri) {
      const file = pathOf(uri);
      if (file === undefined) return undefined;
      try {
        const { size } = await stat(file);
        if (size > SIZE_LIMIT || !(await isInside(file))) return undefined;
        return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
      } catch {
        return undefined;
      }
    },
    *find(folder): Generator<FoundUri | SkippedUri> {
      const root = pathOf(folder);
      // a folder of the workspace may have gone, or not have come yet
      if (root === undefined || !folders().includes(folder) || !existsSync(root)) return;
      for (const entry of discover(root)) {
        const uri = pathToFileURL(entry.path).toString();
        yield 'skipped' in entry ? { uri, skipped: entry.skipped } : { uri };
      }
    },
  };
}
