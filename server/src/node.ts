/** The language server on Node, over stdio or a client's IPC. */

import { openDatabase } from '@modelterms/licenses-db';
import { readDatabase } from '@modelterms/licenses-db/database';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../package.json';
import { startServer } from './connection.ts';
import { createEngine } from './engine.ts';
import { clientFiles } from './features/clientFiles.ts';
import { byScheme } from './workspace/files.ts';
import { nodeFiles } from './workspace/nodeFiles.ts';
import { today } from './workspace/today.ts';

// over stdio unless a client says otherwise: a person who starts it by hand gets no riddle
const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some((argument) => transports.some((name) => argument.startsWith(name)))) {
  process.argv.push('--stdio');
}

startServer(createConnection(ProposedFeatures.all), {
  openEngine: () => createEngine(openDatabase(readDatabase())),
  // a folder may lie where only the client can read
  files: (folders, client, connection) => byScheme('file:', nodeFiles(folders), clientFiles(connection, client)),
  today,
  version,
});
