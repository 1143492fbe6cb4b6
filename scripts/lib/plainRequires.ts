/**
 * The protocol's library is no ES module: bundled as it is, each of our files that imports it makes itself a copy of its five hundred
 * names at start. Here all take them from one module that copies what is asked for.
 */
import { createRequire } from 'node:module';
import type * as esbuild from 'esbuild';

const NAME = 'plain-requires';
const require = createRequire(import.meta.url);

/** `packages`: names as they are imported; `sources`: the folder whose imports are meant. */
export const plainRequires = (packages: readonly string[], sources: string): esbuild.Plugin => ({
  name: NAME,
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ importer, kind, path: name }) =>
      kind === 'import-statement' && packages.includes(name) && importer.startsWith(sources)
        ? { path: name, namespace: NAME, sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: NAME }, ({ path: name }) => {
      const names = Object.keys(require(name)).filter((one) => one !== 'default');
      const lines = names.map((one) => `export const ${one} = /* @__PURE__ */ (() => all.${one})();`);
      return { contents: [`const all = require(${JSON.stringify(name)});`, ...lines].join('\n'), resolveDir: sources };
    });
  },
});
