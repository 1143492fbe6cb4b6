/** Versions as they stand in model names, and the ranges they lie in. */

/** "3_1", "3-1", "3p1" and "31" are ways in which names write 3.1. */
export function spellVersion(captured: string): string {
  return captured.replace(/(\d)[-_p](?=\d)/gi, '$1.').replace(/^(\d)(\d)$/, '$1.$2');
}

type Version = readonly [major: number, minor: number, patch: number];

interface Bound {
  readonly sign: string;
  readonly version: Version;
}

const ranges = new Map<string, readonly (readonly Bound[])[]>();
/** Reading a version costs more than all else in a look-up, and names repeat few. */
const versions = new Map<string, Version | null>();
const MAX_REMEMBERED = 500;

/** The first version in a text; 2.5 is read as 2.5.0. More digits than a version has are none. */
const VERSION = /(?:^|\D)(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?(?:$|\D)/;
const BOUND = /^([<>]=?)?(\d{1,15})\.(\d{1,15})\.(\d{1,15})$/;

const versionOf = ([major, minor = '0', patch = '0']: readonly (string | undefined)[]): Version => [
  Number(major),
  Number(minor),
  Number(patch),
];

function readVersion(captured: string): Version | null {
  let read = versions.get(captured);
  if (read === undefined) {
    const found = VERSION.exec(spellVersion(captured));
    read = found && versionOf(found.slice(1));
    if (versions.size >= MAX_REMEMBERED) versions.clear();
    versions.set(captured, read);
  }
  return read;
}

function readRange(range: string): readonly (readonly Bound[])[] {
  return range.split(' || ').map((all) =>
    all.split(' ').map((text) => {
      const found = BOUND.exec(text);
      if (!found) throw new Error(`"${range}" is no range of versions as the compiled database writes them`);
      return { sign: found[1] ?? '', version: versionOf(found.slice(2)) };
    }),
  );
}

function holds({ sign, version }: Bound, other: Version): boolean {
  const differs = version.findIndex((part, i) => part !== other[i]);
  if (differs < 0) return sign === '' || sign.endsWith('=');
  const isAbove = (other[differs] as number) > (version[differs] as number);
  return isAbove ? sign.startsWith('>') : sign.startsWith('<');
}

/**
 * Whether a version as captured from a name lies in a range, which is written as `plainRange` of `ranges.ts` does. No range holds
 * every version.
 */
export function inRange(version: string, range: string | undefined): boolean {
  if (range === undefined) return true;
  const own = readVersion(version);
  if (!own) return false;
  let read = ranges.get(range);
  if (!read) {
    read = readRange(range);
    ranges.set(range, read);
  }
  return read.some((all) => all.every((bound) => holds(bound, own)));
}
