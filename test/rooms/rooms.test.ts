/** The rooms and the one way through them: no import runs against the flow, and the pure rooms reach for nothing outside. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What each room may import of the others. Shared leaves (texts, escaping, figures) are open to all. */
const ROOMS: Readonly<
  Record<string, { readonly files: RegExp; readonly from: readonly string[]; readonly pure?: true }>
> = {
  database: {
    files: /^licenses-db\/src\/(?:index|lookup|compiled|text|types|vocabulary|matching\/)/,
    from: [],
    pure: true,
  },
  leaves: { files: /^server\/src\/(?:l10n|escape|figures|factTexts)\.ts$/, from: [], pure: true },
  references: { files: /^server\/src\/references\//, from: [], pure: true },
  models: { files: /^server\/src\/models\//, from: ['database', 'references'], pure: true },
  terms: { files: /^server\/src\/terms\//, from: ['database', 'references', 'models'], pure: true },
  alternatives: {
    files: /^server\/src\/alternatives\//,
    from: ['database', 'references', 'models', 'terms'],
    pure: true,
  },
  engine: {
    files: /^server\/src\/engine\.ts$/,
    from: ['database', 'references', 'models', 'terms', 'alternatives', 'workspace'],
    pure: true,
  },
  workspace: { files: /^server\/src\/workspace\//, from: ['database', 'references', 'models', 'terms'] },
  render: { files: /^server\/src\/render\//, from: ['models', 'terms'], pure: true },
  protocol: { files: /^server\/src\/features\/protocol\.ts$/, from: [], pure: true },
  features: {
    files: /^server\/src\/features\//,
    from: ['database', 'references', 'models', 'terms', 'alternatives', 'engine', 'workspace', 'render', 'protocol'],
  },
  reports: {
    files: /^server\/src\/reports\//,
    from: ['database', 'references', 'models', 'terms', 'alternatives', 'engine', 'workspace'],
  },
  commands: {
    files: /^server\/src\/commands\//,
    from: ['database', 'references', 'models', 'terms', 'alternatives', 'engine', 'workspace', 'render', 'reports'],
  },
  client: { files: /^client\/src\//, from: ['protocol'] },
  glue: {
    files: /^server\/src\/(?:connection|node|browser|cli)\.ts$/,
    from: ['database', 'models', 'engine', 'workspace', 'features', 'protocol', 'reports', 'commands'],
  },
};
const OPEN_TO_ALL = ['leaves'];

/** What a pure room must not reach for: the file system, the network, the editor, the protocol. */
const OUTSIDE = new RegExp(
  `^(?:node:.*|(?:${builtinModules.join('|').replaceAll('/', '\\/')})|vscode|vscode-(?:languageserver|languageclient|jsonrpc|uri)(?!-textdocument).*)$`,
);
/** Files of a room that are not part of what ships. */
const ASIDE = /\.test\.ts$|\.d\.ts$/;

const roomOf = (file: string): string | undefined =>
  Object.entries(ROOMS).find(([, { files }]) => files.test(file))?.[0];

const files = ['server/src', 'client/src', 'licenses-db/src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => name.endsWith('.ts') && !ASIDE.test(name)),
);

/** Everything a file imports, types included; local ones as paths from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...found].map(([, static_ = '', dynamic = static_]) => {
    const name = dynamic || static_;
    if (name.startsWith('.')) return path.posix.join(path.posix.dirname(file), name);
    return name.startsWith('@modelterms/licenses-db') ? 'licenses-db/src/index.ts' : name;
  });
}

describe('rooms', () => {
  it.each(files.filter((file) => roomOf(file) !== undefined))('%s imports only from earlier rooms', (file) => {
    const room = roomOf(file) as string;
    const allowed = [room, ...OPEN_TO_ALL, ...(ROOMS[room]?.from ?? [])];
    const wrong = importsOf(file).filter((name) => {
      const other = roomOf(name);
      return other === undefined ? /^(?:server|client)\//.test(name) && name.endsWith('.ts') : !allowed.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  it.each(files.filter((file) => ROOMS[roomOf(file) ?? '']?.pure))('%s is pure', (file) => {
    expect(importsOf(file).filter((name) => OUTSIDE.test(name))).toEqual([]);
  });

  it('hold every file of the server and the client', () => {
    expect(files.filter((file) => !file.startsWith('licenses-db') && roomOf(file) === undefined)).toEqual([]);
  });

  it('see what they are there to see', () => {
    expect(['node:fs', 'fs', 'vscode', 'vscode-languageserver/node'].every((name) => OUTSIDE.test(name))).toBe(true);
    expect(['yaml', 'semver', './fs.ts', 'vscode-languageserver-textdocument'].some((name) => OUTSIDE.test(name))).toBe(
      false,
    );
    expect(importsOf('server/src/features/hover.ts')).toContain('server/src/features/analyses.ts');
  });
});
