/** The language server in a web worker. */

import { openDatabase } from '@modelterms/licenses-db';
import compiled from '@modelterms/licenses-db/database';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../package.json';
import { startServer } from './connection.ts';
import { createEngine } from './engine.ts';
import { clientFiles } from './features/clientFiles.ts';
import { today } from './workspace/today.ts';

// the types of this project are Node's; in a worker, `self` is the port to the client
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(port),
  new BrowserMessageWriter(port),
);

startServer(connection, {
  openEngine: () => createEngine(openDatabase(compiled)),
  files: (_, client) => clientFiles(connection, client),
  today,
  version,
});
