/** Puts the compiled database beside a Node bundle, packed to a third of its size, to be read when the bundle starts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
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
import { brotliDecompressSync } from 'node:zlib';
import name from ${JSON.stringify(`${PACKED}:${file}`)};
const packed = readFileSync(path.join(__dirname, name));
export default brotliDecompressSync(packed, { chunkSize: ${readFileSync(file).length + 1} }).latin1Slice();`,
      loader: 'js',
    }));
    build.onResolve({ filter: new RegExp(`^${PACKED}:`) }, ({ path: name }) => ({
      path: `${name.slice(PACKED.length + 1)}.br`,
      namespace: PACKED,
    }));
    build.onLoad({ filter: /.*/, namespace: PACKED }, ({ path: name }) => {
      const file = path.format({ ...path.parse(name), base: path.basename(name, '.br') });
      const text = readFileSync(file);
      return { contents: brotliCompressSync(text, optionsFor(text)), loader: 'file', watchFiles: [file] };
    });
  },
};

const optionsFor = (text: Buffer) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
});
