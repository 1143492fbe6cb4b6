/**
 * The language server in a web worker. The first message to it is the packed database, as it lies beside the bundle: a worker cannot
 * tell where that is. It answers `ready`, and from then on speaks the protocol.
 */

import { openDatabase } from '@modelterms/licenses-db';
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
import { READY } from './features/protocol.ts';
import { today } from './workspace/today.ts';

// the types of this project are Node's; in a worker, `self` is the port to the client
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const worker = globalThis as unknown as {
  onmessage: (event: { readonly data: Uint8Array<ArrayBuffer> }) => void;
  postMessage: (message: string) => void;
};

worker.onmessage = async ({ data }) => {
  const compiled = await unpacked(data);
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
  worker.postMessage(READY);
};

const unpacked = (packed: Uint8Array<ArrayBuffer>): Promise<string> =>
  new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
