/**
 * Keeps parsers out of a Node bundle's way until a file needs them: each group of packages becomes a file of its own
 * beside the bundle, loaded by the first call into it. A server that starts on a YAML file then never compiles the
 * grammars of a dozen other languages. The sources know nothing of this; they import the packages as ever.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { noteSources } from './thirdParty.ts';

/** By name of the file; packages that share most of their code stay together. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  shell: ['unbash'],
  toml: ['toml-eslint-parser'],
  dockerfile: ['dockerfile-ast'],
  markdown: ['mdast-util-from-markdown', 'mdast-util-frontmatter', 'micromark-extension-frontmatter'],
  code: ['@lezer/python', '@lezer/javascript'],
  spdx: ['spdx-satisfies', 'spdx-expression-parse'],
  globs: ['ignore', 'picomatch'],
};
const FOLDER = 'parsers';
const NAMESPACE = 'lazy';

const groupOf = new Map(
  Object.entries(GROUPS).flatMap(([group, names]) => names.map((name) => [name, group] as const)),
);

/** `build`: the options of the bundle; `sources`: the folder whose packages are meant. */
export function lazyParsers(build: esbuild.BuildOptions, sources: string, outdir: string): esbuild.Plugin {
  return {
    name: 'lazy-parsers',
    setup(plugin) {
      const made = makeGroups(build, sources, path.join(outdir, FOLDER));
      plugin.onResolve({ filter: /^[@a-z]/ }, ({ importer, path: name }) =>
        groupOf.has(name) && importer.startsWith(sources) ? { path: name, namespace: NAMESPACE } : undefined,
      );
      plugin.onLoad({ filter: /.*/, namespace: NAMESPACE }, async ({ path: name }) => {
        const names = (await made).get(name) ?? [];
        return { contents: standIn(name, names), resolveDir: sources };
      });
      plugin.onResolve({ filter: new RegExp(`^\\./${FOLDER}/`) }, ({ path: file }) => ({ path: file, external: true }));
    },
  };
}

/** Writes the groups' files and tells what each package exports. */
async function makeGroups(
  build: esbuild.BuildOptions,
  sources: string,
  outdir: string,
): Promise<Map<string, readonly string[]>> {
  mkdirSync(outdir, { recursive: true });
  const exported = new Map<string, readonly string[]>();
  for (const [group, names] of Object.entries(GROUPS)) {
    const outfile = path.join(outdir, `${group}.js`);
    const contents = names.map((name, i) => `export * as ${slot(i)} from ${JSON.stringify(name)};`).join('\n');
    noteSources(await esbuild.build({ ...build, stdin: { contents, resolveDir: sources }, outfile }));
    const loaded = createRequire(import.meta.url)(outfile) as Record<string, object>;
    for (const [i, name] of names.entries()) exported.set(name, Object.keys(loaded[slot(i)] ?? {}));
  }
  return exported;
}

const slot = (i: number) => `package${i}`;

/** A module that looks like the package and loads it when something in it is called, constructed or read. */
function standIn(name: string, names: readonly string[]): string {
  const group = groupOf.get(name) ?? '';
  const at = slot(GROUPS[group]?.indexOf(name) ?? 0);
  const part = (one: string) => `/* @__PURE__ */ lazy(${JSON.stringify(one)})`;
  return `
const load = () => require('./${FOLDER}/${group}.js').${at};
const lazy = (name) => new Proxy(function () {}, {
  apply: (_, self, args) => load()[name](...args),
  construct: (_, args) => new (load()[name])(...args),
  get: (_, key) => {
    const owner = load()[name];
    const value = owner[key];
    return typeof value === 'function' && key !== 'prototype' ? value.bind(owner) : value;
  },
});
${names
  .filter((one) => /^[A-Za-z_$][\w$]*$/.test(one) && one !== 'default')
  .map((one) => `export const ${one} = ${part(one)};`)
  .join('\n')}
export default ${part('default')};
`;
}
