/**
 * Keeps out of a Node program's way what it does not need at start: each group of modules becomes a file of its own, loaded by the
 * first call into it. A server that starts on a YAML file then never compiles the readers of other languages, nor its quick fixes.
 * The sources know nothing of this; they import as ever.
 *
 * A group of packages is one file for all programs. A group of our own modules is made for one program, because it takes from the
 * program whatever that has loaded anyway: a module exists once, with whatever it remembers.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { asciiOutput } from './asciiOutput.ts';
import { noteSources } from './thirdParty.ts';

/** Names of files to what they hold. */
export type Groups = Readonly<Record<string, readonly string[]>>;

export interface OnDemand {
  /** The folder of our own sources. */
  readonly sources: string;
  /** Where the program is written to. */
  readonly outdir: string;
  /** Packages; those that share most of their code stay together. Their files lie in `parsers`. */
  readonly packages: Groups;
  /**
   * Our own modules, as paths in the folder of the sources. They may export functions, classes and objects, and nothing that imports
   * them may read one before the program has started. Their files begin with the program's name.
   */
  readonly modules: Groups;
}

const PACKAGES = 'parsers';
const NAME = 'on-demand';
const STAND_IN = `${NAME}-stand-in`;
const SHARED = `${NAME}-shared`;
/** The module in a program that loads groups and knows what they share with it. */
const LOADER = `${NAME}:loader`;
/** The module in a program that tells the loader of it. */
const TELLER = `${NAME}:teller`;
const ENTRY = `${NAME}:entry`;

interface Entry {
  readonly group: string;
  /** Its place in the group. */
  readonly at: number;
  readonly names: readonly string[];
}

/** For a build of one entry point. */
export function onDemand(settings: OnDemand): esbuild.Plugin {
  return {
    name: NAME,
    setup(plugin) {
      const { initialOptions } = plugin;
      const [[program, entryPoint] = ['', '']] = Object.entries(initialOptions.entryPoints as Record<string, string>);
      const entry = path.resolve(initialOptions.absWorkingDir ?? '', entryPoint);
      initialOptions.entryPoints = { [program]: ENTRY };
      const options = { ...initialOptions, plugins: initialOptions.plugins?.filter(({ name }) => name !== NAME) ?? [] };
      let made: Made = { entries: new Map(), shared: { files: new Set(), names: new Map() } };
      plugin.onStart(async () => {
        made = await makeGroups(settings, options, program, entry);
      });
      standIns(plugin, settings, () => made.entries);
      plugin.onResolve({ filter: new RegExp(`^${NAME}:`) }, ({ path: name }) => ({ path: name, namespace: NAME }));
      const resolveDir = settings.sources;
      plugin.onLoad({ filter: /.*/, namespace: NAME }, ({ path: name }) => {
        if (name === LOADER) return { contents: loader(settings, program), resolveDir };
        if (name === TELLER) return { contents: teller(made.shared), resolveDir };
        return { contents: `import ${JSON.stringify(TELLER)};\nimport ${JSON.stringify(entry)};`, resolveDir };
      });
      plugin.onResolve({ filter: new RegExp(`^\\./(?:${PACKAGES}/|${program}\\.)`) }, ({ path: file }) => ({
        path: file,
        external: true,
      }));
    },
  };
}

interface Made {
  /** What is loaded on demand, by name of the package or absolute path. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly shared: Shared;
}

/** The program's modules that groups take from it. */
interface Shared {
  /** Absolute paths; a group knows them by their place. */
  readonly files: Set<string>;
  /** By place, what is taken; everything where that cannot be told. */
  readonly names: Map<number, Set<string>>;
}

async function makeGroups(
  settings: OnDemand,
  options: esbuild.BuildOptions,
  program: string,
  entry: string,
): Promise<Made> {
  const { modules, outdir, sources } = settings;
  const entries = new Map([...(await makePackages(settings, options)), ...(await makeEntries(settings, options))]);
  const others = options.plugins ?? [];
  const held = await heldBy(entry, options, [standInsFor(settings, entries), handedOver, ...others]);
  for (;;) {
    const exported = await exportsOf([...held], options);
    const shared: Shared = { files: new Set(), names: new Map() };
    const seen = new Set<string>();
    const several = new Set<string>();
    for (const [group, files] of Object.entries(modules)) {
      const built = await esbuild.build({
        ...options,
        entryPoints: undefined,
        stdin: { contents: reExports(files.map((file) => path.join(sources, file))), resolveDir: sources },
        outfile: path.join(outdir, `${program}.${group}.js`),
        outdir: undefined,
        // as a function of what the program shares with it
        banner: { js: 'module.exports=(shared,load)=>{"use strict";const module={exports:{}};' },
        footer: { js: 'return module.exports};' },
        plugins: [takenFrom(exported, shared), standInsFor(settings, entries, group), handedOver, ...others],
      });
      noteSources(built);
      noteNames(built, shared);
      for (const file of contentsOf(built, options)) if (seen.size === seen.add(file).size) several.add(file);
    }
    if (several.size === 0) return { entries, shared };
    // what several groups need and the program does not, the program holds for them
    for (const file of several) held.add(file);
  }
}

/** The files that something of is in what was built, as absolute paths; a plugin's begin with a name and a colon. */
const contentsOf = ({ metafile }: esbuild.BuildResult, { absWorkingDir = '' }: esbuild.BuildOptions): string[] =>
  Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([name, { bytesInOutput }]) =>
      bytesInOutput === 0 || name.includes(':') || name === '<stdin>' ? [] : [path.resolve(absWorkingDir, name)],
    ),
  );

/** What a program is made of when nothing of the groups is in it. */
async function heldBy(entry: string, options: esbuild.BuildOptions, plugins: esbuild.Plugin[]): Promise<Set<string>> {
  const built = await esbuild.build({
    ...options,
    entryPoints: [entry],
    plugins: plugins.filter(({ name }) => name !== asciiOutput.name),
  });
  return new Set(contentsOf(built, options));
}

/** The names that each of some files exports; `default` for what is no ES module. */
async function exportsOf(
  files: readonly string[],
  { absWorkingDir = '', loader }: esbuild.BuildOptions,
): Promise<Map<string, readonly string[]>> {
  const { metafile } = await esbuild.build({
    absWorkingDir,
    loader,
    entryPoints: [...files],
    bundle: true,
    format: 'esm',
    outdir: absWorkingDir,
    write: false,
    metafile: true,
    logLevel: 'silent',
    packages: 'external',
    splitting: true,
  });
  return new Map(
    Object.values(metafile.outputs).map(({ entryPoint = '', exports }) => [
      path.resolve(absWorkingDir, entryPoint),
      exports,
    ]),
  );
}

/** Writes the packages' files and tells what each package exports. */
async function makePackages(
  { outdir, packages, sources }: OnDemand,
  options: esbuild.BuildOptions,
): Promise<Map<string, Entry>> {
  mkdirSync(path.join(outdir, PACKAGES), { recursive: true });
  const entries = new Map<string, Entry>();
  for (const [group, names] of Object.entries(packages)) {
    const outfile = path.join(outdir, PACKAGES, `${group}.js`);
    const stdin = { contents: reExports(names), resolveDir: sources };
    noteSources(
      await esbuild.build({ ...options, entryPoints: undefined, outdir: undefined, banner: undefined, stdin, outfile }),
    );
    const loaded = createRequire(import.meta.url)(outfile) as Record<string, object>;
    for (const [at, name] of names.entries()) {
      const exported = Object.keys(loaded[slot(at)] ?? {});
      entries.set(name, { group, at, names: exported });
    }
  }
  return entries;
}

async function makeEntries({ modules, sources }: OnDemand, options: esbuild.BuildOptions): Promise<Map<string, Entry>> {
  const placed = Object.entries(modules).flatMap(([group, names]) =>
    names.map((name, at) => ({ file: path.join(sources, name), group, at })),
  );
  const files = placed.map(({ file }) => file);
  const exported = await exportsOf(files, options);
  return new Map(placed.map(({ file, group, at }) => [file, { group, at, names: exported.get(file) ?? [] }]));
}

const slot = (at: number) => `part${at}`;

const reExports = (names: readonly string[]): string =>
  names.map((name, at) => `export * as ${slot(at)} from ${JSON.stringify(name)};`).join('\n');

/** Puts stand-ins where our sources import what is loaded on demand. `own`: the group that is being made, if one is. */
function standIns(
  plugin: esbuild.PluginBuild,
  { sources }: OnDemand,
  entries: () => ReadonlyMap<string, Entry>,
  own?: string,
): void {
  plugin.onResolve({ filter: /^(?:[@a-z]|\.\.?\/)/ }, ({ importer, path: name, resolveDir }) => {
    if (!importer.startsWith(sources + path.sep)) return undefined;
    const full = name.startsWith('.') ? path.join(resolveDir, name) : name;
    const entry = entries().get(full);
    const isOwn = entry?.group === own && path.isAbsolute(full);
    return entry && !isOwn ? { path: full, namespace: STAND_IN } : undefined;
  });
  plugin.onLoad({ filter: /.*/, namespace: STAND_IN }, ({ path: name }) => {
    const { at, group, names } = entries().get(name) as Entry;
    const loaded = `load(${JSON.stringify(`${folderOf(name)}/${group}`)}).${slot(at)}`;
    // a change in a file that is loaded on demand makes everything anew
    return { contents: standIn(loaded, names), resolveDir: sources, watchFiles: path.isAbsolute(name) ? [name] : [] };
  });
}

const standInsFor = (settings: OnDemand, entries: ReadonlyMap<string, Entry>, own?: string): esbuild.Plugin => ({
  name: STAND_IN,
  setup: (plugin) => standIns(plugin, settings, () => entries, own),
});

const folderOf = (name: string) => (path.isAbsolute(name) ? NAME : PACKAGES);

/** A module that looks like the one it stands for and loads that when something in it is called, constructed or read. */
const standIn = (loaded: string, names: readonly string[]): string => `
import { load } from ${JSON.stringify(LOADER)};
const lazy = (name) => new Proxy(function () {}, {
  apply: (_, self, args) => ${loaded}[name](...args),
  construct: (_, args) => new (${loaded}[name])(...args),
  get: (_, key) => {
    const owner = ${loaded}[name];
    const value = owner[key];
    return typeof value === 'function' && key !== 'prototype' ? value.bind(owner) : value;
  },
});
${[...new Set(['default', ...names])]
  .map((name) =>
    name === 'default'
      ? 'export default /* @__PURE__ */ lazy("default");'
      : /^[A-Za-z_$][\w$]*$/.test(name)
        ? `export const ${name} = /* @__PURE__ */ lazy(${JSON.stringify(name)});`
        : '',
  )
  .join('\n')}
`;

/** Loads each group once. */
function loader({ modules, packages }: OnDemand, program: string): string {
  const cases = [
    ...Object.keys(packages).map((group) => [`${PACKAGES}/${group}`, `require('./${PACKAGES}/${group}.js')`]),
    ...Object.keys(modules).map((group) => [`${NAME}/${group}`, `require('./${program}.${group}.js')(shared, load)`]),
  ].map(([name, loaded]) => `${JSON.stringify(name)}: () => ${loaded}`);
  return `
const groups = { ${cases.join(',\n')} };
const loaded = Object.create(null);
let modules = [];
const shared = (place, name) => name === undefined ? modules[place] : modules[place][name];
export const load = (name) => (loaded[name] ??= groups[name]());
export const share = (these) => { modules = these; };
`;
}

/** Runs before the program, which may call into a group at once. */
function teller({ files, names }: Shared): string {
  const modules = [...files].map((file, place) => {
    const from = JSON.stringify(file);
    const these = names.get(place);
    if (!these) return { line: '', value: `require(${from})` };
    const taken = [...these].map((name, i) => ({ name, as: `taken${place}_${i}` }));
    if (taken.length === 0) return { line: '', value: '{}' };
    return {
      line: `import { ${taken.map(({ name, as }) => `${name} as ${as}`).join(', ')} } from ${from};`,
      value: `{ ${taken.map(({ name, as }) => `${name}: ${as}`).join(', ')} }`,
    };
  });
  return `
import { share } from ${JSON.stringify(LOADER)};
${modules.map(({ line }) => line).join('\n')}
share([${modules.map(({ value }) => value).join(', ')}]);
`;
}

/** In a group's file, the loader is the program's, which is handed over. */
const handedOver: esbuild.Plugin = {
  name: LOADER,
  setup(plugin) {
    plugin.onResolve({ filter: new RegExp(`^${LOADER}$`) }, ({ path: name }) => ({ path: name, namespace: LOADER }));
    plugin.onLoad({ filter: /.*/, namespace: LOADER }, () => ({ contents: 'module.exports = { load };' }));
  },
};

/** Takes modules from the program that holds them, and notes which. `held`: what they export. */
function takenFrom(held: ReadonlyMap<string, readonly string[]>, { files, names: taken }: Shared): esbuild.Plugin {
  const asked = Symbol('asked');
  return {
    name: SHARED,
    setup(plugin) {
      plugin.onResolve({ filter: /.*/ }, async ({ importer, kind, namespace, path: name, pluginData, resolveDir }) => {
        if (pluginData === asked || importer === '') return undefined;
        const { path: file, sideEffects } = await plugin.resolve(name, {
          ...{ importer, kind, namespace, resolveDir },
          pluginData: asked,
        });
        return held.has(file) ? { path: file, namespace: SHARED, sideEffects } : undefined;
      });
      plugin.onLoad({ filter: /.*/, namespace: SHARED }, ({ path: file }) => {
        files.add(file);
        const place = [...files].indexOf(file);
        const names = held.get(file) ?? [];
        // of what is no ES module only that is known
        if (names.every((name) => name === 'default')) return { contents: `module.exports = shared(${place});` };
        if (!taken.has(place)) taken.set(place, new Set());
        const contents = names.map((name) =>
          name === 'default'
            ? `export default /* @__PURE__ */ shared(${place}, "default");`
            : `export const ${name} = /* @__PURE__ */ shared(${place}, "${name}");`,
        );
        return { contents: contents.join('\n') };
      });
    },
  };
}

/** What is left of all that could be taken. */
function noteNames({ outputFiles = [] }: esbuild.BuildResult, { names }: Shared): void {
  for (const { text } of outputFiles) {
    for (const [, place, name = ''] of text.matchAll(/\bshared\((\d+), ?"([\w$]+)"\)/g)) {
      names.get(Number(place))?.add(name);
    }
  }
}
