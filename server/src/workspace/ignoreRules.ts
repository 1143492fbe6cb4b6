/**
 * What of a folder is none of the project's: what `.gitignore` names, version control's own folders, installed packages. The same for
 * files on the disk and for those that only a client can read. Locations have `/` as separator, paths and URIs alike.
 */
import ignore, { type Ignore } from 'ignore';

const VERSION_CONTROL = new Set(['.git', '.hg', '.svn', '.jj']);
const INSTALLED = new Set(['node_modules', 'bower_components', '__pycache__', '.venv']);

/** The ignore files from the repository's root down to a folder; the deepest one that has an opinion wins. */
export interface Rules {
  readonly folder: string;
  readonly rules: Ignore;
  readonly outer: Rules | undefined;
}

/** `text`: of an ignore file that is about `folder`. */
export function rulesOf(folder: string, text: string, outer: Rules | undefined): Rules {
  return { folder, rules: ignore({ allowRelativePaths: true }).add(text), outer };
}

/** `spelled`: how people write the path of a location, where locations are written otherwise. */
export function isIgnored(
  location: string,
  isFolder: boolean,
  innermost: Rules | undefined,
  spelled: (path: string) => string = (path) => path,
): boolean {
  for (let at = innermost; at; at = at.outer) {
    const path = spelled(location.slice(at.folder.length + (at.folder.endsWith('/') ? 0 : 1)));
    const { ignored, unignored } = at.rules.test(isFolder ? `${path}/` : path);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** What to do with a folder of this name: go through it, tell that it is left out, or leave it out without a word. */
export function folderKind(name: string): 'own' | 'installed' | 'hidden' {
  if (VERSION_CONTROL.has(name)) return 'hidden';
  return INSTALLED.has(name) ? 'installed' : 'own';
}
