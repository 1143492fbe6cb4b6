/** A VS Code server on loopback, with a user folder of its own that goes when it stops. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { endWithUs, temporaryFolder } from '../lib/cleanup.ts';
import { artifacts } from '../lib/project.ts';
import { must } from '../lib/run.ts';
import { node, serverMain } from './prepare.ts';

/** A quiet editor: no welcome, no tips, no look-ups, nothing that covers what is shown. */
export const QUIET_SETTINGS: Record<string, unknown> = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.enableExperiments': false,
  'window.commandCenter': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};

export interface EditorServer {
  readonly url: string;
  /** The address of a file or folder of this machine in the editor. */
  uri(file: string): string;
  /** The page that shows a folder or a `.code-workspace` file. `payload`: further start options of the workbench. */
  page(target: string, payload?: readonly (readonly [string, string])[]): string;
  stop(): void;
}

export interface ServerOptions {
  /** Extensions to install first. */
  readonly extensions?: readonly string[];
  readonly settings?: Record<string, unknown>;
  /** Ask before a folder is trusted, as a desktop does; off: everything is trusted. */
  readonly trust?: boolean;
  /** Lets a page drive tests in the extension host. */
  readonly testDriver?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** Name of the log under the artifacts folder. */
  readonly log: string;
}

/** Starts the server and waits until it listens. Throws, naming the log, where it does not. */
export async function startServer(options: ServerOptions): Promise<EditorServer> {
  const data = temporaryFolder('vscode');
  const settings = JSON.stringify({ ...QUIET_SETTINGS, ...options.settings });
  for (const scope of ['User', 'Machine']) {
    mkdirSync(path.join(data.path, 'data', scope), { recursive: true });
    writeFileSync(path.join(data.path, 'data', scope, 'settings.json'), settings);
  }
  const folders = ['--server-data-dir', data.path, '--extensions-dir', path.join(data.path, 'extensions')];
  const accept = '--accept-server-license-terms';
  for (const extension of options.extensions ?? []) {
    await must(node, [serverMain, ...folders, accept, '--install-extension', extension]);
  }

  const child = spawn(
    node,
    [
      serverMain,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--telemetry-level', 'off'],
      ...(options.trust ? [] : ['--disable-workspace-trust']),
      ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
      accept,
      ...folders,
    ],
    // a group of its own, so that its extension hosts end with it
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, TMPDIR: data.path, ...options.env } },
  );
  const end = endWithUs(child, true);
  mkdirSync(artifacts, { recursive: true });
  const logFile = path.join(artifacts, `${options.log}.log`);
  const log = createWriteStream(logFile);
  child.stdout.pipe(log);
  child.stderr.pipe(log);

  const port = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const listening = /^Extension host agent listening on (\d+)/.exec(line);
      if (listening?.[1]) resolve(listening[1]);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the VS Code server ended with ${code}; see ${logFile}`)));
  });

  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    uri: (file) => `vscode-remote://127.0.0.1:${port}${encodeURI(file)}`,
    page: (target, payload = []) => {
      const kind = target.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const query = new URLSearchParams({ [kind]: target });
      if (payload.length) query.set('payload', JSON.stringify(payload));
      return `${url}/?${query}`;
    },
    stop: () => {
      end();
      data.remove();
    },
  };
}
