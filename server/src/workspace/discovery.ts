/**
 * Finds the files of a folder that are worth reading, one at a time, so that memory does not grow with the folder. Node
 * only. What is left out without a word: version control's own folders and whatever `.gitignore` names.
 */
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { t } from '../l10n.ts';
import { hasBinaryEnding } from './binaries.ts';
import { IGNORE_FILE } from './files.ts';
import { folderKind, isIgnored, type Rules, rulesOf } from './ignoreRules.ts';
import { SIZE_LIMIT } from './limits.ts';

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** A file or folder left out, and why, for people. */
export interface SkippedPath {
  readonly path: string;
  readonly skipped: string;
}

/**
 * All files under `root`, or `root` itself if it is a file: a file asked for by name is read even where it is ignored.
 * Folders come in the order of their names, so that two runs report alike. Links are not followed.
 * Throws where `root` does not exist.
 */
export function* discover(root: string): Generator<FoundFile | SkippedPath> {
  const stats = statSync(root);
  if (stats.isFile()) yield judge(root, path.basename(root), stats.size);
  else yield* walk(root, rulesAbove(root));
}

function* walk(folder: string, outer: Rules | undefined): Generator<FoundFile | SkippedPath> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    yield { path: folder, skipped: t('cannot be read') };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const rules = entries.some((entry) => entry.name === IGNORE_FILE) ? withRulesOf(folder, outer) : outer;
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      const kind = folderKind(entry.name);
      if (kind === 'hidden' || isIgnored(slashed(full), true, rules)) continue;
      if (kind === 'installed') yield { path: full, skipped: t('installed packages') };
      else yield* walk(full, rules);
    } else if (entry.isFile() && !isIgnored(slashed(full), false, rules)) {
      try {
        yield judge(full, entry.name, statSync(full).size);
      } catch {
        yield { path: full, skipped: t('cannot be read') };
      }
    }
  }
}

function judge(full: string, name: string, size: number): FoundFile | SkippedPath {
  if (hasBinaryEnding(name)) return { path: full, skipped: t('not a text') };
  if (size > SIZE_LIMIT) return { path: full, skipped: t('over the size limit ({0} MiB)', SIZE_LIMIT / 1024 / 1024) };
  return { path: full, size };
}

/** The repository a folder belongs to, if any. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

function rulesAbove(folder: string): Rules | undefined {
  const top = repositoryOf(folder);
  if (top === undefined) return undefined;
  let rules = withRules(top, path.join(top, '.git', 'info', 'exclude'), undefined);
  const between = path.relative(top, folder).split(path.sep).filter(Boolean);
  for (let at = top, i = 0; i < between.length; i++) {
    rules = withRulesOf(at, rules);
    at = path.join(at, between[i] ?? '');
  }
  return rules;
}

const withRulesOf = (folder: string, outer: Rules | undefined) =>
  withRules(folder, path.join(folder, IGNORE_FILE), outer);

function withRules(folder: string, file: string, outer: Rules | undefined): Rules | undefined {
  try {
    return rulesOf(slashed(folder), readFileSync(file, 'utf8'), outer);
  } catch {
    return outer;
  }
}

const slashed = (location: string): string => (path.sep === '/' ? location : location.replaceAll(path.sep, '/'));
