/** The manifest says what the code does: languages, rules, settings, commands and texts stand in both, and must agree. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../client/src/languages.ts';
import { COMMANDS } from '../../server/src/features/protocol.ts';
import { editorLanguages } from '../../server/src/references/tables/fileKinds.ts';
import { RULE_IDS } from '../../server/src/terms/policy/index.ts';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/settings.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const text = read('package.json');
const manifest = JSON.parse(text);
const { configuration, commands, grammars, languages, yamlValidation } = manifest.contributes;

describe('the manifest', () => {
  it('activates on the languages that the server is told of, and on plain text for files without a language', () => {
    const activating = manifest.activationEvents
      .filter((event: string) => event.startsWith('onLanguage:'))
      .map((event: string) => event.slice('onLanguage:'.length));
    // a language that the extension brings itself activates it by itself
    const own = languages.map(({ id }: { id: string }) => id);
    expect(new Set([...activating, ...own])).toEqual(new Set([...LANGUAGES, 'plaintext']));
  });

  it('tells the server of the languages it reads', () => {
    expect([...LANGUAGES]).toEqual(Object.keys(editorLanguages));
  });

  it('offers a severity for every rule', () => {
    const { propertyNames } = configuration.properties['modelterms.severity'];
    expect(new Set(propertyNames.enum)).toEqual(new Set<string>(RULE_IDS));
  });

  it.each(Object.entries(DEFAULT_SETTINGS))('states the default of %s', (name, value) => {
    const property = configuration.properties[`modelterms.${name}`];
    expect(property.default).toEqual(value);
    expect(property.scope).toBe('resource');
  });

  it('contributes the commands that need no argument', () => {
    const ids = commands.map(({ command }: { command: string }) => command);
    expect(ids).toContain(COMMANDS.showAlternatives);
    expect(ids).toContain(COMMANDS.checkWorkspace);
  });

  it('has every text in package.nls.json, and none besides', () => {
    const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    expect(new Set(used)).toEqual(new Set(Object.keys(JSON.parse(read('package.nls.json')))));
  });

  it('names files that exist', () => {
    const named = [
      manifest.icon,
      ...grammars.map((grammar: { path: string }) => grammar.path),
      ...languages.flatMap((language: { configuration: string; icon: object }) => [
        language.configuration,
        ...Object.values(language.icon),
      ]),
      ...yamlValidation.map(({ url }: { url: string }) => url),
    ];
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('works untrusted and without a file system', () => {
    expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });
});
