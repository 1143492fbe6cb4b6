/** The policy file's `ignore:` globs, relative to the folder it lies in. */
import picomatch from 'picomatch';

/** Globs become regular expressions, and many stars in a row of characters make those slow: more than this is no glob. */
const STARS_PER_SEGMENT = 2;
const FOLDER_STARS = 3;

/** Whether a glob is simple enough to be matched in time that nobody notices, whatever the path. */
export function isTame(glob: string): boolean {
  const segments = glob.split('/');
  const stars = (segment: string) => segment.split(/\*+/).length - 1;
  return (
    !/[()]/.test(glob) &&
    segments.filter((segment) => segment.includes('**')).length <= FOLDER_STARS &&
    segments.every((segment) => stars(segment) <= STARS_PER_SEGMENT)
  );
}

/**
 * Whether a path (relative, `/` as separator) is ignored. A glob that names a folder covers what is in it; one that is not
 * tame covers nothing.
 */
export function ignoredBy(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.filter(isTame).flatMap((glob) => {
    const plain = glob.replace(/^\.?\//, '').replace(/\/$/, '');
    return [plain, `${plain}/**`];
  });
  return patterns.length === 0 ? () => false : picomatch(patterns, { dot: true, noextglob: true });
}
