/** What every feature gets: the connection, the client's abilities and the analyses. */
import type { Connection } from 'vscode-languageserver';
import type { WorkspaceFiles } from '../workspace/files.ts';
import type { Analyses, World } from './analyses.ts';
import type { Client } from './client.ts';
import type { ExceptionUse } from './exceptionUse.ts';

export interface Server {
  readonly connection: Connection;
  readonly client: Client;
  readonly world: World;
  readonly analyses: Analyses;
  readonly files: WorkspaceFiles;
  readonly exceptions: ExceptionUse;
}
