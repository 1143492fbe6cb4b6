/** From the name of a model to the facts of the family release it belongs to. */
import type { Release } from '../schema.ts';
import type { FamilyMatch, KnownFamily, Publisher } from '../types.ts';
import { inRange, spellVersion } from './versions.ts';

type Exception = NonNullable<Release['exceptions']>[number];

/** What a family's pattern captured of a name. */
export interface Captured {
  readonly version: string;
  readonly size?: string;
  readonly variant?: string;
}

/** Applies release and exceptions to what was captured; undefined where the family has no release of that version. */
export function matchFamily(
  publisher: Publisher,
  family: KnownFamily,
  groups: Record<string, string | undefined> = {},
): FamilyMatch | undefined {
  const captured: Captured = {
    version: groups.version ? spellVersion(groups.version) : (family.version ?? ''),
    size: groups.size?.toUpperCase(),
    variant: groups.variant,
  };
  const release = family.releases.find(({ range }) => inRange(captured.version, range));
  if (!release) return undefined;
  const exceptions = (release.exceptions ?? []).filter((exception) => applies(exception, captured)).sort(byPrecision);

  let { license, disputed = [], source, bases } = release;
  for (const exception of exceptions) {
    if (exception.license) {
      license = exception.license;
      disputed = [];
    }
    if (exception.license || exception.disputed) source = exception.source;
    if (exception.disputed) disputed = [...disputed, ...exception.disputed];
    if (exception.bases) bases = exception.bases;
  }
  const pick = <K extends keyof Facts>(key: K): Facts[K] => {
    for (let i = exceptions.length - 1; i >= 0; i--) {
      const value = (exceptions[i] as Facts)[key];
      if (value !== undefined) return value;
    }
    return (release as Facts)[key] ?? (family as Facts)[key];
  };
  return {
    publisher,
    family,
    release,
    ...captured,
    license,
    unsettled:
      captured.size === undefined && (release.exceptions ?? []).some(isOtherSize(license)) ? 'size' : undefined,
    disputed,
    bases: bases?.map(({ id, relation }) => ({ id: fillTemplate(id, captured), relation })),
    task: pick('task'),
    form: pick('form'),
    parameters: pick('parameters'),
    context: pick('context'),
    released: pick('released'),
    multimodal: pick('multimodal'),
    components: pick('components'),
    note: pick('note'),
    source,
  };
}

type Facts = Pick<
  Exception,
  'task' | 'form' | 'parameters' | 'context' | 'released' | 'multimodal' | 'components' | 'note'
>;

function applies(exception: Exception, { size, variant }: Captured): boolean {
  const { sizes, variants } = exception;
  if (sizes && !sizes.some((wanted) => wanted.toUpperCase() === size)) return false;
  return !variants || variants.some((glob) => globMatches(glob, variant ?? ''));
}

function isOtherSize(license: string): (exception: Exception) => boolean {
  return (exception) =>
    exception.sizes !== undefined && exception.license !== undefined && exception.license !== license;
}

/** An exception that names size and variant speaks more precisely than one that names either; it has the last word. */
export function precision(exception: Exception): number {
  return (exception.sizes ? 1 : 0) + (exception.variants ? 1 : 0);
}

function byPrecision(a: Exception, b: Exception): number {
  return precision(a) - precision(b);
}

/** Whole and case-insensitive; `*` stands for any characters. Linear in the text: each part is sought once, left to right. */
export function globMatches(glob: string, text: string): boolean {
  const [head = '', ...parts] = glob.toLowerCase().split('*');
  const lower = text.toLowerCase();
  if (parts.length === 0) return lower === head;
  if (!lower.startsWith(head)) return false;
  const tail = parts.pop() as string;
  let from = head.length;
  for (const part of parts) {
    const at = lower.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return lower.length - tail.length >= from && lower.endsWith(tail);
}

/** `$<size>`, `$<version>`, `$<variant>` in an id become what was captured; nothing where nothing was. */
export function fillTemplate(template: string, captured: object): string {
  return template.replace(/\$<(\w+)>/g, (_, name) => (captured as Record<string, string | undefined>)[name] ?? '');
}
