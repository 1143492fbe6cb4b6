/** Versions as they stand in model names, read for semver. */
import Range from 'semver/classes/range.js';
import type SemVer from 'semver/classes/semver.js';
import coerce from 'semver/functions/coerce.js';

/** "3_1", "3-1" and "3p1" are ways in which names write 3.1. */
export function spellVersion(captured: string): string {
  return captured.replace(/(\d)[-_p](?=\d)/gi, '$1.');
}

const ranges = new Map<string, Range>();

/** Whether a version as captured from a name lies in a semver range; 2.5 is read as 2.5.0. No range holds every version. */
export function inRange(version: string, range: string | undefined): boolean {
  if (range === undefined || range === '*') return true;
  const read: SemVer | null = coerce(spellVersion(version));
  if (!read) return false;
  let parsed = ranges.get(range);
  if (!parsed) {
    parsed = new Range(range);
    ranges.set(range, parsed);
  }
  return parsed.test(read);
}
