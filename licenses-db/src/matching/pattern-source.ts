/** Reading and rewriting the source of a family's regular expression. */

interface Group {
  /** Of the opening bracket. */
  readonly start: number;
  /** Past the closing bracket. */
  end: number;
  readonly name?: string;
  /** Enclosing groups; 0 stands at the top. */
  readonly depth: number;
}

interface Atom {
  readonly start: number;
  readonly end: number;
  /** The character it stands for; absent for classes, escapes of classes, anchors, groups' brackets, `.` and `|`. */
  readonly literal?: string;
  readonly depth: number;
  readonly inClass: boolean;
}

interface Scan {
  readonly groups: readonly Group[];
  readonly atoms: readonly Atom[];
  readonly alternativesAtTop: boolean;
}

const META = new Set(['.', '|', '^', '$', '*', '+', '?', '{', '}']);

function scan(source: string): Scan {
  const groups: Group[] = [];
  const open: Group[] = [];
  const atoms: Atom[] = [];
  let alternativesAtTop = false;
  let inClass = false;
  let i = 0;
  const add = (length: number, literal?: string) => {
    atoms.push({ start: i, end: i + length, literal, depth: open.length, inClass });
    i += length;
  };
  while (i < source.length) {
    const char = source[i] as string;
    if (char === '\\') {
      const next = source[i + 1] ?? '';
      add(2, /[a-zA-Z0-9]/.test(next) ? undefined : next);
    } else if (inClass) {
      if (char === ']') inClass = false;
      add(1);
    } else if (char === '[') {
      inClass = true;
      add(1);
    } else if (char === '(') {
      const head = /^\((?:\?(?:<(\w+)>|<[=!]|[:=!]))?/.exec(source.slice(i));
      const group: Group = { start: i, end: source.length, name: head?.[1], depth: open.length };
      groups.push(group);
      i += head?.[0].length ?? 1;
      open.push(group);
    } else if (char === ')') {
      const group = open.pop();
      if (group) group.end = i + 1;
      i++;
    } else {
      if (char === '|' && open.length === 0) alternativesAtTop = true;
      if (char === '{') add(Math.max(1, source.indexOf('}', i) + 1 - i));
      else add(1, META.has(char) ? undefined : char);
    }
  }
  return { groups, atoms, alternativesAtTop };
}

/** The quantifier that stands at `at`, or ''. */
function quantifierAt(source: string, at: number): string {
  return /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at))?.[0] ?? '';
}

const isOptional = (quantifier: string) => /^(?:[*?]|\{0)/.test(quantifier);

/**
 * Lower-case text that every match must hold, for a quick look before the expression runs; undefined where none of three
 * characters or more can be told.
 */
export function needleOf(source: string): string | undefined {
  const { atoms, alternativesAtTop } = scan(source);
  if (alternativesAtTop) return undefined;
  let best = '';
  let run = '';
  let end = -1;
  for (const atom of atoms) {
    const adjoins = atom.start === end;
    const usable = atom.depth === 0 && !atom.inClass && atom.literal !== undefined;
    if (!usable || !adjoins) run = '';
    end = atom.end;
    if (!usable) continue;
    const quantifier = quantifierAt(source, atom.end);
    if (!isOptional(quantifier)) run += atom.literal;
    if (run.length > best.length) best = run;
    if (quantifier) run = '';
  }
  return best.length >= 3 ? best.toLowerCase() : undefined;
}

/**
 * How others write a family's name: separators at will, up to the size; or no further than the version, where what comes
 * after it does not belong to the name as "Coder" does in Qwen2.5-Coder-7B.
 */
export function mentionsOf(pattern: string): string[] {
  const { groups, atoms } = scan(pattern);
  const whole = loosen(withoutVariant(pattern, groups));
  const version = groups.find((group) => group.name === 'version');
  if (!version) return [whole];
  const facts = groups.filter(
    ({ name, end }) => name === 'size' || name === 'variant' || isOptional(quantifierAt(pattern, end)),
  );
  const isName = (atom: Atom) => !facts.some(({ start, end }) => start < atom.start && atom.start < end);
  if (atoms.some((atom) => atom.start >= version.end && /[a-z]/i.test(atom.literal ?? '') && isName(atom)))
    return [whole];
  const toVersion = pattern.slice(0, version.end) + ')'.repeat(version.depth);
  return [whole, loosen(toVersion)];
}

/** Expressions by which third parties' names mention a family: those it states, else those that follow from its patterns. */
export function mentionsOfFamily(patterns: readonly string[], stated: readonly string[] | null): readonly string[] {
  return stated ?? [...new Set(patterns.flatMap(mentionsOf))];
}

/** A family's pattern with separators at will: reads the rest of a third party's name from where a mention begins. */
export function readingOf(pattern: string): string {
  return loosen(pattern);
}

/** Wraps a mention so that it is found anywhere in a name, but only between word boundaries. */
export function mentionSource(mention: string): string {
  return `(?<![a-z0-9])(?:${mention})(?![a-z0-9]|\\.\\d)`;
}

function withoutVariant(pattern: string, groups: readonly Group[]): string {
  const variant = groups.find((group) => group.name === 'variant');
  if (!variant) return pattern;
  const outer = groups.find((group) => group.depth === 0 && group.start <= variant.start && group.end >= variant.end);
  if (!outer) return pattern;
  const holdsMore = groups.some(
    (group) =>
      (group.name === 'version' || group.name === 'size') && group.start > outer.start && group.end < outer.end,
  );
  if (holdsMore) return pattern;
  return pattern.slice(0, outer.start) + pattern.slice(outer.end + quantifierAt(pattern, outer.end).length);
}

/**
 * Separators at will, but for the one after a version: without it, "Qwen-14B" would read as Qwen 1 with 4B. Within a version
 * the point may be an underscore.
 */
function loosen(pattern: string): string {
  const { atoms, groups } = scan(pattern);
  const version = groups.find((group) => group.name === 'version');
  let result = '';
  let at = 0;
  const write = (atom: Atom, text: string, quantifier = '') => {
    result += pattern.slice(at, atom.start) + text;
    at = atom.end + quantifier.length;
  };
  atoms.forEach((atom, i) => {
    if (atom.inClass) return;
    const inVersion = version !== undefined && version.start < atom.start && atom.end < version.end;
    if (atom.literal === '.' && inVersion) write(atom, '[._]');
    if (atom.literal !== '-' && atom.literal !== '_') return;
    const quantifier = quantifierAt(pattern, atom.end);
    const before = atoms[i - 1];
    const afterLetter = before?.end === atom.start && /[a-z]/i.test(before.literal ?? '');
    const atWill = afterLetter || (isOptional(quantifier) && atom.start !== version?.end);
    write(atom, atWill ? '[-_ ]?' : '[-_ ]', quantifier);
  });
  return result + pattern.slice(at);
}
