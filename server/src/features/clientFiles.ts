/** The workspace's files by asking the client for them: for a server that runs where there is no file system. */
import type { Connection } from 'vscode-languageserver';
import { t } from '../l10n.ts';
import { hasBinaryEnding } from '../workspace/binaries.ts';
import { type FoundUri, IGNORE_FILE, NO_FILES, type SkippedUri, type WorkspaceFiles } from '../workspace/files.ts';
import { folderKind, isIgnored, type Rules, rulesOf } from '../workspace/ignoreRules.ts';
import { SIZE_LIMIT } from '../workspace/limits.ts';
import type { Client } from './client.ts';
import { decoded } from './folders.ts';
import { type FolderEntry, METHODS, type ReadFileParams, type ReadFolderParams } from './protocol.ts';

/** No files at all where the client does not answer. */
export function clientFiles(connection: Connection, { options }: Client): WorkspaceFiles {
  if (!options.files) return NO_FILES;

  async function read(uri: string): Promise<string | undefined> {
    const params: ReadFileParams = { uri };
    const text = await connection.sendRequest<string | null>(METHODS.readFile, params).catch(() => null);
    return text ?? undefined;
  }

  /** `folder`: a URI without a slash at its end. */
  async function* find(folder: string, outer?: Rules): AsyncGenerator<FoundUri | SkippedUri> {
    const params: ReadFolderParams = { uri: folder };
    const listed = await connection.sendRequest<readonly FolderEntry[]>(METHODS.readFolder, params).catch(() => []);
    const entries = [...listed].sort((a, b) => (a.name < b.name ? -1 : 1));
    const text = entries.some(({ name }) => name === IGNORE_FILE) ? await read(`${folder}/${IGNORE_FILE}`) : undefined;
    const rules = text === undefined ? outer : rulesOf(folder, text, outer);
    for (const { name, size } of entries) {
      const uri = `${folder}/${encodeURIComponent(name)}`;
      const isFolder = size === undefined;
      if (isIgnored(uri, isFolder, rules, decoded)) continue;
      const kind = isFolder ? folderKind(name) : 'own';
      if (kind === 'installed') yield { uri, skipped: t('installed packages') };
      else if (kind === 'hidden') continue;
      else if (isFolder) yield* find(uri, rules);
      else yield judged(uri, name, size);
    }
  }

  return { read, find: (folder) => find(folder) };
}

function judged(uri: string, name: string, size: number): FoundUri | SkippedUri {
  if (hasBinaryEnding(name)) return { uri, skipped: t('not a text') };
  if (size > SIZE_LIMIT) return { uri, skipped: t('over the size limit ({0} MiB)', SIZE_LIMIT / 1024 / 1024) };
  return { uri };
}
