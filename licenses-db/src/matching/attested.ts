/**
 * A publisher's next version, size or dated checkpoint may come under another licence than all before it. So a family speaks
 * only for numbers that some id spelled out in the database has: an unseen one is nobody's guess.
 */
import type { Family, Release } from '../schema.ts';
import { inRange, spellVersion } from './versions.ts';

/** What the ids spelled out in the database have of one release. */
export interface Attested {
  /** As captured, in `plainVersion`. */
  readonly versions: readonly string[];
  /** Every number of the ids, versions and sizes among them, as `numbersIn` tells them; absent where any will do. */
  readonly numbers?: readonly string[];
}

/** Numbers that tell packing: fp8, int4, w4a16, Q4_K_M, 4bit, 3.5bpw, 128g. The model is the same. */
const PACKING =
  /(?<![a-z0-9])(?:(?:u?int|fp|bf|f|nf|mxfp|nvfp|e\dm|gptq|awq|hqq|exl)\d+|w\d+a\d+(?:g\d+)?|a?w\d+|i?q\d(?:_[0-9klmsx]{1,3})*|\d+(?:\.\d+)?[-_]?(?:bits?|bpw)|\d+g|gs\d+)(?![a-z0-9])/gi;

/** The numbers that stand in a NAME, but for those that tell how it is packed. `3.0` is not 3: it is no size. `3_3` is 3.3. */
export function numbersIn(name: string): string[] {
  const plain = name.replace(PACKING, '').replace(/(?<!\d)(\d)_(?=\d(?!\d))/g, '$1.');
  return plain.match(/\d+(?:\.\d+)*/g) ?? [];
}

/** One spelling of a captured version: `3_1` is 3.1, and `3.0` is 3. */
export function plainVersion(captured: string): string {
  return spellVersion(captured).replace(/(?:\.0)+$/, '');
}

/** Whether a release's ids have the version that a name captured; none captured is as good as any. */
export function hasVersion({ versions }: Attested, captured: string | undefined): boolean {
  return !captured || versions.includes(plainVersion(captured));
}

/** Whether they have every number of a name. */
export function hasNumbers({ numbers }: Attested, name: string): boolean {
  return !numbers || numbersIn(name).every((number) => numbers.includes(number));
}

/** Of each release of a family, what those of `ids` (ORG/NAME, of the family's organisations) have that fall under it. */
export function attestedBy(family: Family, ids: readonly string[]): Attested[] {
  const patterns = family.patterns.map((pattern) => new RegExp(`^(?:${pattern})$`, 'i'));
  const read = ids.flatMap((id) => {
    const name = id.slice(id.indexOf('/') + 1);
    const found = patterns.map((pattern) => pattern.exec(name)).find((match) => match !== null);
    if (!found) return [];
    const { version } = found.groups ?? {};
    return [{ name, captured: version, version: version ? spellVersion(version) : (family.version ?? '') }];
  });
  return family.releases.map((release) => {
    const own = read.filter(({ version }) => inRange(version, release.range));
    const versions = sorted(own.flatMap(({ captured }) => (captured ? [plainVersion(captured)] : [])));
    if (family.anyNumber !== undefined) return { versions };
    const told = [...own.map(({ name }) => name), ...toldByExceptions(release)];
    return { versions, numbers: sorted(told.flatMap(numbersIn)) };
  });
}

/** Sizes and variants that have terms of their own are as good as spelled out. */
function toldByExceptions({ exceptions = [] }: Release): string[] {
  return exceptions.flatMap(({ sizes = [], variants = [] }) => [...sizes, ...variants]);
}

const sorted = (values: readonly string[]) => [...new Set(values)].sort();
