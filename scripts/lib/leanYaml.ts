/**
 * The `yaml` package as it is made for browsers: its build for Node cannot be shaken and runs in sixty pieces at start. That none of
 * its modules does anything but define is said here, since it does not say so itself; what is not used is left out then.
 */
import path from 'node:path';
import type * as esbuild from 'esbuild';
import { root } from './project.ts';

const folder = path.join(root, 'node_modules/yaml/browser');
/** Takes the parser and nothing that makes documents of what it tells. esbuild splits by files: it has to be told of the one. */
const reader = path.join(root, 'server/src/references/formats/yaml.ts');

export const leanYaml: esbuild.Plugin = {
  name: 'lean-yaml',
  setup(build) {
    const pure = (file: string) => ({ path: file, sideEffects: false });
    build.onResolve({ filter: /^yaml$/ }, ({ importer }) =>
      pure(path.join(folder, importer === reader ? 'dist/parse/parser.js' : 'index.js')),
    );
    build.onResolve({ filter: /^\./ }, ({ importer, path: name, resolveDir }) =>
      importer.startsWith(folder + path.sep) ? pure(path.join(resolveDir, name)) : undefined,
    );
  },
};
