/**
 * Puts the compiled database beside the Node bundles, packed to a third of its size, to be read when it is asked for. gzip is what
 * browsers unpack as well, so that one file serves the extension everywhere.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type * as esbuild from 'esbuild';

const PACKED = 'packed-database';

export const packedDatabase: esbuild.Plugin = {
  name: PACKED,
  setup(build) {
    build.initialOptions.assetNames = '[name]';
    build.onLoad({ filter: /\.db$/, namespace: 'file' }, ({ path: file }) => ({
      contents: `
import { readFileSync } from 'node:fs';
import path from 'node:path';
import name from ${JSON.stringify(`${PACKED}:${file}`)};
export const readDatabase = () => {
  const packed = readFileSync(path.join(__dirname, name));
  return require('node:zlib').gunzipSync(packed, { chunkSize: ${readFileSync(file).length + 1} }).latin1Slice();
};`,
      loader: 'js',
    }));
    build.onResolve({ filter: new RegExp(`^${PACKED}:`) }, ({ path: name }) => ({
      path: `${name.slice(PACKED.length + 1)}.gz`,
      namespace: PACKED,
    }));
    build.onLoad({ filter: /.*/, namespace: PACKED }, ({ path: name }) => {
      const file = path.format({ ...path.parse(name), base: path.basename(name, '.gz') });
      return { contents: gzipSync(readFileSync(file), { level: 9 }), loader: 'file', watchFiles: [file] };
    });
  },
};
