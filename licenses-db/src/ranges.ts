/** Ranges of versions as sources write them, in semver's words. Not needed to read the compiled database. */
import Range from 'semver/classes/range.js';

/**
 * The same range in comparators with three numbers each, ` || ` between alternatives; undefined for one that holds every version.
 * Names tell no prereleases, so that 2.0.0-0, where semver begins what comes after 1.x, is 2.0.0. Throws where it is no range.
 */
export function plainRange(range: string): string | undefined {
  const alternatives = new Range(range).set.map((all) => all.map(({ value }) => value.replace(/-0$/, '')).join(' '));
  return alternatives.includes('') ? undefined : alternatives.join(' || ');
}

/** An entry with its range so written. */
export function withPlainRange<T extends { readonly range?: string }>(entry: T): T {
  return entry.range === undefined ? entry : { ...entry, range: plainRange(entry.range) };
}
