/** The extension in a browser: the server is a web worker. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { READY } from '../../server/src/features/protocol.ts';
import { type Api, startExtension } from './extension.ts';

/** Of the web extension host; the types of this project are Node's. */
interface Port {
  onmessage: (event: { readonly data: unknown }) => void;
  onerror: (event: { readonly message: string }) => void;
  postMessage(message: unknown): void;
}
declare const Worker: new (url: string) => Port;

export function activate(context: vscode.ExtensionContext): Api {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'server/dist');
  return startExtension(
    context,
    (options) => new LanguageClient('modelterms', 'ModelTerms', () => startWorker(dist), options),
  );
}

/** A worker that has its database and listens. */
async function startWorker(dist: vscode.Uri): Promise<Port> {
  const database = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, 'database.db.gz'));
  const worker = new Worker(vscode.Uri.joinPath(dist, 'browser.js').toString(true));
  await new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data === READY) resolve();
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(database);
  });
  return worker;
}
