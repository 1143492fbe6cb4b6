/** The workspace's files by asking the client for them: for a server that runs where there is no file system. */
import type { Connection } from 'vscode-languageserver';
import { t } from '../l10n.ts';
import { hasBinaryEnding } from '../workspace/binaries.ts';
import { NO_FILES, type WorkspaceFiles } from '../workspace/files.ts';
import { SIZE_LIMIT } from '../workspace/limits.ts';
import type { Client } from './client.ts';
import { type FindFilesParams, type FoundFile, METHODS, type ReadFileParams } from './protocol.ts';

/** No files at all where the client does not answer. */
export function clientFiles(connection: Connection, { options }: Client): WorkspaceFiles {
  if (!options.files) return NO_FILES;
  return {
    async read(uri) {
      const params: ReadFileParams = { uri };
      const text = await connection.sendRequest<string | null>(METHODS.readFile, params).catch(() => null);
      return text ?? undefined;
    },
    async *find(folder) {
      const params: FindFilesParams = { folder };
      const found = await connection.sendRequest<readonly FoundFile[]>(METHODS.findFiles, params).catch(() => []);
      for (const { size, uri } of found) {
        if (hasBinaryEnding(uri)) yield { uri, skipped: t('not a text') };
        else if (size > SIZE_LIMIT)
          yield { uri, skipped: t('over the size limit ({0} MiB)', SIZE_LIMIT / 1024 / 1024) };
        else yield { uri };
      }
    },
  };
}
