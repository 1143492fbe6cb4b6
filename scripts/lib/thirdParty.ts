/** The licences of what the bundles hold of others: their texts go with them, as they ask. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type * as esbuild from 'esbuild';
import { root } from './project.ts';

const packages = new Set<string>();

/** Takes down which packages a bundle was made of. */
export function noteSources({ metafile }: esbuild.BuildResult): void {
  for (const input of Object.keys(metafile?.inputs ?? {})) {
    // the innermost package, its scope included; a plugin's inputs and what is left out for browsers begin with a name and a colon
    const [, folder] = /^((?:[^:]*\/)?node_modules\/(?:@[^/:]+\/)?[^/:]+)\//.exec(input) ?? [];
    if (folder !== undefined) packages.add(folder);
  }
}

const TEXTS = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

function readmeOf(folder: string): string[] {
  const name = readdirSync(folder).find((one) => /^readme/i.test(one));
  const text = name === undefined ? '' : readFileSync(path.join(folder, name), 'utf8');
  const at = text.search(/^#+ *licen[cs]e|^licen[cs]e$/im);
  return at < 0 ? [] : [text.slice(at).trim()];
}

/** Writes all of them into one file; of a package that only names its licence, that. Throws where one does neither. */
export function writeNotices(file: string): void {
  const parts = [...packages].sort().map((folder) => {
    const full = path.resolve(root, folder);
    const { author, license, name, version } = JSON.parse(readFileSync(path.join(full, 'package.json'), 'utf8'));
    const texts = readdirSync(full)
      .filter((one) => TEXTS.test(one))
      .map((one) => readFileSync(path.join(full, one), 'utf8').trim());
    // some have it at the end of what they say of themselves
    if (texts.length === 0) texts.push(...readmeOf(full));
    if (texts.length === 0 && typeof license !== 'string') throw new Error(`no licence in ${folder}`);
    const by = texts.length > 0 ? undefined : (author?.name ?? author);
    return [[`${name} ${version}`, license, by].filter(Boolean).join(', '), ...texts].join('\n\n');
  });
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  writeFileSync(file, `${['ModelTerms contains the work of others, under these terms.', ...parts].join(rule)}\n`);
}
