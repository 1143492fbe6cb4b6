/**
 * Builds everything into dist/ folders: the database, the server (Node and browser, and its two bins), the client.
 * `npm run build` once; `--watch` keeps at it; `--production` minifies.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { compileDatabase } from '../licenses-db/src/build.ts';
import { asciiOutput } from './lib/asciiOutput.ts';
import { COMMAND_MODULES, PACKAGES, SERVER_MODULES } from './lib/groups.ts';
import { leanYaml } from './lib/leanYaml.ts';
import { type Groups, makePackages, onDemand } from './lib/onDemand.ts';
import { packedDatabase } from './lib/packedDatabase.ts';
import { plainRequires } from './lib/plainRequires.ts';
import { noteSources, writeNotices } from './lib/thirdParty.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

const common: esbuild.BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  logLevel: 'warning',
  metafile: true,
  write: false,
  plugins: [asciiOutput],
  // compiled data: text, parsed by JSON.parse, which is faster than a module of literals
  loader: { '.json': 'json', '.db': 'text' },
};
const node: esbuild.BuildOptions = { ...common, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
const browser: esbuild.BuildOptions = {
  ...common,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  // a worker has no document: what is made for pages must not get in
  conditions: ['worker', 'browser'],
};

for (const room of ['server', 'client']) {
  const dist = path.join(root, room, 'dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  // the sources around it are ES modules, the bundles are not
  writeFileSync(path.join(dist, 'package.json'), '{ "type": "commonjs" }\n');
}
const places = { sources: path.join(root, 'server/src'), outdir: path.join(root, 'server/dist') };
const packages = await makePackages(PACKAGES, places, node);

/** For the server's own processes, which have files beside them. */
const lean = (modules: Groups): esbuild.BuildOptions => ({
  ...node,
  plugins: [
    onDemand({ ...places, packages, modules }),
    leanYaml,
    plainRequires(['vscode-languageserver', 'vscode-languageserver/node'], places.sources),
    packedDatabase,
    asciiOutput,
  ],
  banner: { js: '#!/usr/bin/env node' },
  outdir: 'server/dist',
});

const targets: Record<string, esbuild.BuildOptions> = {
  server: { ...lean(SERVER_MODULES), entryPoints: { 'language-server': 'server/src/node.ts' } },
  cli: {
    ...lean(COMMAND_MODULES),
    alias: {
      // its build for Node looks for XML libraries that a JSON report has no use for
      '@cyclonedx/cyclonedx-library': path.join(root, 'node_modules/@cyclonedx/cyclonedx-library/dist.web/lib.js'),
    },
    define: { self: 'globalThis' },
    entryPoints: { cli: 'server/src/cli.ts' },
  },
  'server-browser': {
    ...browser,
    format: 'iife',
    inject: [path.join(root, 'scripts/lib/workerBuffer.ts')],
    entryPoints: { browser: 'server/src/browser.ts' },
    outdir: 'server/dist',
  },
  client: { ...node, entryPoints: { node: 'client/src/node.ts' }, outdir: 'client/dist', external: ['vscode'] },
  'client-browser': {
    ...browser,
    format: 'cjs',
    entryPoints: { browser: 'client/src/browser.ts' },
    outdir: 'client/dist',
    external: ['vscode'],
  },
};

const begun = Date.now();
const say = (what: string) => console.log(`${what} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
// the command line's reports carry the pages of the rules they name
cpSync(path.join(root, 'docs/rules'), path.join(root, 'server/dist/rules'), { recursive: true });
compileDatabase();
say('database');
for (const [name, options] of Object.entries(targets)) {
  if (watch) await (await esbuild.context(options)).watch();
  else noteSources(await esbuild.build(options));
  say(name);
}
if (!watch) writeNotices(path.join(root, 'server/dist/THIRD-PARTY-NOTICES.txt'));
