/**
 * Keeps out of a Node program's way what it does not need at start: each group of modules becomes a file of its own, loaded by the
 * first call into it. A server that starts on a YAML file then never compiles the readers of other languages, nor its quick fixes.
 * The sources know nothing of this; they import as ever.
 *
 * What a program shares with its groups esbuild splits off, so that a module exists once, with whatever it remembers. It splits ES
 * modules only, and those cannot be loaded in the midst of a call: they are made CommonJS afterwards.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { noteSources } from './thirdParty.ts';

/** Names of files to what they hold. */
export type Groups = Readonly<Record<string, readonly string[]>>;

export interface OnDemand {
  /** The folder of our own sources. */
  readonly sources: string;
  /** Where the program is written to. */
  readonly outdir: string;
  /** What `makePackages` made. */
  readonly packages: ReadonlyMap<string, Entry>;
  /**
   * Our own modules, as paths in the folder of the sources. They may export functions, classes and objects, and nothing that imports
   * them may read one before the program has started. Their files begin with the program's name.
   */
  readonly modules: Groups;
}

/** What a stand-in must know of the module it stands for. */
export interface Entry {
  readonly group: string;
  /** The group's script, as seen from the program. */
  readonly script: string;
  /** Its place in the group. */
  readonly at: number;
  readonly names: readonly string[];
}

const PACKAGES = 'parsers';
const NAME = 'on-demand';
const STAND_IN = `${NAME}-stand-in`;

/** For a build of one entry point. */
export function onDemand(settings: OnDemand): esbuild.Plugin {
  const { modules, packages, sources } = settings;
  return {
    name: NAME,
    setup(plugin) {
      const options = plugin.initialOptions;
      const { absWorkingDir, loader } = options;
      const [program = ''] = Object.keys(options.entryPoints as Record<string, string>);
      const groups = Object.keys(modules).map((group) => [`${program}.${group}`, `${NAME}:${group}`]);
      options.entryPoints = { ...(options.entryPoints as Record<string, string>), ...Object.fromEntries(groups) };
      const sourcemap = options.sourcemap ? 'inline' : false;
      Object.assign(options, { format: 'esm', splitting: true, chunkNames: `${program}.[hash]`, sourcemap });

      let entries = new Map<string, Entry>();
      plugin.onStart(async () => {
        entries = new Map([...packages, ...(await exportsOfModules(settings, { absWorkingDir, loader }, program))]);
      });
      plugin.onResolve({ filter: new RegExp(`^${NAME}:`) }, ({ path: name }) => ({
        path: name.slice(NAME.length + 1),
        namespace: NAME,
      }));
      plugin.onLoad({ filter: /.*/, namespace: NAME }, ({ path: group }) => ({
        contents: reExports((modules[group] ?? []).map((file) => path.join(sources, file))),
        resolveDir: sources,
      }));
      plugin.onResolve({ filter: /^(?:[@a-z]|\.\.?\/)/ }, ({ importer, path: name, resolveDir }) => {
        if (!importer.startsWith(sources + path.sep)) return undefined;
        const full = name.startsWith('.') ? path.join(resolveDir, name) : name;
        const entry = entries.get(full);
        const isTogether = entry?.group === entries.get(importer)?.group;
        return entry && !isTogether ? { path: full, namespace: STAND_IN } : undefined;
      });
      plugin.onLoad({ filter: /.*/, namespace: STAND_IN }, ({ path: name }) => ({
        contents: standIn(entries.get(name) as Entry),
        resolveDir: sources,
      }));
      plugin.onResolve(
        { filter: new RegExp(`^\\./(?:${PACKAGES}/|${program}\\.)`), namespace: STAND_IN },
        (script) => ({
          path: script.path,
          external: true,
        }),
      );
      plugin.onEnd(async (built) => {
        built.outputFiles = await Promise.all((built.outputFiles ?? []).map((file) => asScript(file, options)));
      });
    },
  };
}

/** An ES module that was built, as CommonJS. */
async function asScript(
  file: esbuild.OutputFile,
  { minify, sourcemap, target }: esbuild.BuildOptions,
): Promise<esbuild.OutputFile> {
  if (!file.path.endsWith('.js')) return file;
  const { code } = await esbuild.transform(file.text, { format: 'cjs', minify, platform: 'node', sourcemap, target });
  return { ...file, text: code, contents: new TextEncoder().encode(code) };
}

/**
 * Writes the files of packages, which all programs share, and tells what each package exports. Those that share most of their code
 * stay together; their files lie in `parsers`.
 */
export async function makePackages(
  groups: Groups,
  { outdir, sources }: Pick<OnDemand, 'outdir' | 'sources'>,
  options: esbuild.BuildOptions,
): Promise<Map<string, Entry>> {
  mkdirSync(path.join(outdir, PACKAGES), { recursive: true });
  const entries = new Map<string, Entry>();
  for (const [group, names] of Object.entries(groups)) {
    const script = `./${PACKAGES}/${group}.js`;
    const outfile = path.join(outdir, script);
    noteSources(
      await esbuild.build({ ...options, stdin: { contents: reExports(names), resolveDir: sources }, outfile }),
    );
    const loaded = createRequire(import.meta.url)(outfile) as Record<string, object>;
    for (const [at, name] of names.entries())
      entries.set(name, { group, script, at, names: Object.keys(loaded[slot(at)] ?? {}) });
  }
  return entries;
}

async function exportsOfModules({ modules, sources }: OnDemand, options: esbuild.BuildOptions, program: string) {
  const files = Object.values(modules)
    .flat()
    .map((file) => path.join(sources, file));
  const { metafile } = await esbuild.build({
    ...options,
    ...{
      entryPoints: files,
      outdir: sources,
      bundle: true,
      format: 'esm',
      metafile: true,
      packages: 'external',
      splitting: true,
      write: false,
    },
  });
  const namesOf = new Map(
    Object.values(metafile?.outputs ?? {}).map(({ entryPoint = '', exports }) => [
      path.resolve(options.absWorkingDir ?? '', entryPoint),
      exports,
    ]),
  );
  return Object.entries(modules).flatMap(([group, names]) =>
    names.map((name, at): [string, Entry] => {
      const file = path.join(sources, name);
      return [file, { group, script: `./${program}.${group}.js`, at, names: namesOf.get(file) ?? [] }];
    }),
  );
}

const slot = (at: number) => `part${at}`;

const reExports = (names: readonly string[]): string =>
  names.map((name, at) => `export * as ${slot(at)} from ${JSON.stringify(name)};`).join('\n');

/** A module that looks like the one it stands for and loads that when something in it is called, constructed or read. */
const standIn = ({ at, names, script }: Entry): string => `
const load = () => require(${JSON.stringify(script)}).${slot(at)};
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
  .filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default')
  .map((name) => `export const ${name} = /* @__PURE__ */ lazy(${JSON.stringify(name)});`)
  .join('\n')}
export default /* @__PURE__ */ lazy('default');
`;
