/** The extension in a browser: the server is a web worker. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, startExtension } from './extension.ts';

/** Of the web extension host; the types of this project are Node's. */
declare const Worker: new (
  url: string,
) => Extract<ConstructorParameters<typeof LanguageClient>[2], { postMessage: unknown }>;

export function activate(context: vscode.ExtensionContext): Api {
  const script = vscode.Uri.joinPath(context.extensionUri, 'server/dist/browser.js').toString(true);
  return startExtension(
    context,
    (options) => new LanguageClient('modelterms', 'ModelTerms', async () => new Worker(script), options),
  );
}
