/** The language server on Node, over stdio or a client's IPC. */

import { openDatabase } from '@modelterms/licenses-db';
import compiled from '@modelterms/licenses-db/database';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../package.json';
import { startServer } from './connection.ts';
import { createEngine } from './engine.ts';
import { nodeFiles } from './workspace/nodeFiles.ts';
import { today } from './workspace/today.ts';

// over stdio unless a client says otherwise: a person who starts it by hand gets no riddle
const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some((argument) => transports.some((name) => argument.startsWith(name)))) {
  process.argv.push('--stdio');
}

startServer(createConnection(ProposedFeatures.all), {
  openEngine: () => createEngine(openDatabase(compiled)),
  files: nodeFiles,
  today,
  version,
});
