/** Versions as they stand in model names, read for semver. */
import Range from 'semver/classes/range.js';
import type SemVer from 'semver/classes/semver.js';
import coerce from 'semver/functions/coerce.js';

/** "3_1", "3-1", "3p1" and "31" are ways in which names write 3.1. */
export function spellVersion(captured: string): string {
  return captured.replace(/(\d)[-_p](?=\d)/gi, '$1.').replace(/^(\d)(\d)$/, '$1.$2');
}

const ranges = new Map<string, Range>();
/** Reading a version costs more than all else in a look-up, and names repeat few. */
const versions = new Map<string, SemVer | null>();
const MAX_REMEMBERED = 500;

function readVersion(version: string): SemVer | null {
  let read = versions.get(version);
  if (read === undefined) {
    read = coerce(spellVersion(version));
    if (versions.size >= MAX_REMEMBERED) versions.clear();
    versions.set(version, read);
  }
  return read;
}

/** Whether a version as captured from a name lies in a semver range; 2.5 is read as 2.5.0. No range holds every version. */
export function inRange(version: string, range: string | undefined): boolean {
  if (range === undefined || range === '*') return true;
  const read = readVersion(version);
  if (!read) return false;
  let parsed = ranges.get(range);
  if (!parsed) {
    parsed = new Range(range);
    ranges.set(range, parsed);
  }
  return parsed.test(read);
}
