/**
 * Where in a policy file a place is: by its lines and their indentation, since a file that is being typed seldom parses.
 * Block style, with lists and mappings in one line; what is laid out otherwise has no path.
 */

/** Keys from the top; `ITEM` stands for an entry of a list. */
export type PolicyPath = readonly string[];
export const ITEM = '[]';

export interface PolicyPlace {
  /** Of the mapping or list that the place is in. */
  readonly path: PolicyPath;
  /** What is written there so far: a key, or a value. UTF-16 columns of its line. */
  readonly start: number;
  readonly end: number;
  /** The place is behind a key and its colon, or in a list: a value belongs there. */
  readonly isValue: boolean;
  /** Keys that stand beside it. */
  readonly siblings: ReadonlySet<string>;
}

/** A line's own entry: `  - key: value`. */
interface Entry {
  /** Column of the key, or of what stands behind the last dash. */
  readonly column: number;
  /** Columns of the dashes. */
  readonly dashes: readonly number[];
  readonly key?: string;
  /** Column at which the value begins, or would. */
  readonly value: number;
}

const ENTRY = /^( *)((?:- +)*)(?:([A-Za-z][\w-]*)(:)(?= |$))?/;

function entryOf(line: string): Entry {
  const [, space = '', marks = '', key] = ENTRY.exec(line) ?? [];
  const column = space.length + marks.length;
  const dashes = [...marks.matchAll(/-/g)].map(({ index }) => space.length + index);
  const value = key === undefined ? column : column + key.length + 1;
  return { column, dashes, ...(key === undefined ? {} : { key }), value };
}

const isEmpty = (line: string) => /^\s*(?:#|$)/.test(line);

/** The place at a position; undefined in comments. `line` and `character` are zero-based, in UTF-16 units. */
export function policyPlace(lines: readonly string[], line: number, character: number): PolicyPlace | undefined {
  const text = lines[line] ?? '';
  if (/(?:^|\s)#/.test(text.slice(0, character))) return undefined;
  const entry = entryOf(text);
  const inValue = entry.key !== undefined && character > entry.value;
  // on an empty line the cursor says how deep it is
  const column = text.trim() === '' ? character : entry.column;
  const path = pathTo(lines, line, column, entry.dashes);
  if (!inValue) {
    const end = column + (/^[\w-]*/.exec(text.slice(column))?.[0].length ?? 0);
    const isItem = path.at(-1) === ITEM && entry.key === undefined;
    return { path, start: column, end, isValue: isItem, siblings: keysBeside(lines, line, column, entry.dashes) };
  }
  const inner = flowPlace(text.slice(entry.value), character - entry.value);
  const start = character - (/[\w.-]*$/.exec(text.slice(entry.value, character))?.[0].length ?? 0);
  const end = character + (/^[\w.-]*/.exec(text.slice(character))?.[0].length ?? 0);
  return { ...inner, path: [...path, entry.key ?? '', ...inner.path], start, end };
}

const FLOW_KEY = /([A-Za-z][\w-]*) *: +$/;

/** Where in a value of one line a place is: `[a, b]` holds values, `{ a: 1, b: [c] }` keys and values. */
function flowPlace(value: string, at: number): Pick<PolicyPlace, 'path' | 'isValue' | 'siblings'> {
  const path: string[] = [];
  let isValue = true;
  /** Where the innermost bracket that is open stands, or the last comma in it. */
  let from = 0;
  const open: { bracket: string; key: string | undefined }[] = [];
  for (let i = 0; i < at; i++) {
    const sign = value[i] as string;
    if (sign === '[' || sign === '{') open.push({ bracket: sign, key: FLOW_KEY.exec(value.slice(from, i))?.[1] });
    else if (sign === ']' || sign === '}') open.pop();
    else if (sign !== ',') continue;
    from = i + 1;
  }
  for (const { bracket, key } of open) {
    if (key !== undefined) path.push(key);
    if (bracket === '[') path.push(ITEM);
  }
  let siblings: PolicyPlace['siblings'] = new Set();
  if (open.at(-1)?.bracket === '{') {
    const key = /^ *([A-Za-z][\w-]*) *: /.exec(value.slice(from, at))?.[1];
    if (key !== undefined) path.push(key);
    else {
      isValue = false;
      siblings = new Set([...value.matchAll(/[{,] *([A-Za-z][\w-]*) *:/g)].map(([, name = '']) => name));
    }
  }
  return { path, isValue, siblings };
}

/** What holds an entry at `column`, and then what holds that. */
function pathTo(lines: readonly string[], line: number, column: number, dashes: readonly number[]): PolicyPath {
  const path: string[] = dashes.map(() => ITEM);
  // a dash may stand right below its key, not indented
  let limit = dashes[0] === undefined ? column : dashes[0] + 1;
  for (let at = line - 1; at >= 0 && limit > 0; at--) {
    const text = lines[at] ?? '';
    if (isEmpty(text)) continue;
    const { column: own, dashes: marks, key } = entryOf(text);
    const dash = marks.findLast((mark) => mark < limit);
    if (own < limit && key !== undefined) {
      path.unshift(key);
      limit = own;
    }
    if (dash !== undefined && own <= limit) {
      path.unshift(ITEM);
      limit = dash + 1;
    }
  }
  return path;
}

/** Keys of the same mapping, above and below. */
function keysBeside(
  lines: readonly string[],
  line: number,
  column: number,
  dashes: readonly number[],
): ReadonlySet<string> {
  const keys = new Set<string>();
  const collect = (step: 1 | -1) => {
    for (let at = line + step; at >= 0 && at < lines.length; at += step) {
      const text = lines[at] ?? '';
      if (isEmpty(text)) continue;
      const entry = entryOf(text);
      if (entry.column < column || (step === 1 && entry.dashes.some((dash) => dash < column))) return;
      if (entry.column === column && entry.key !== undefined) keys.add(entry.key);
      if (step === -1 && entry.dashes.length > 0 && entry.column === column) return;
    }
  };
  if (dashes.length === 0) collect(-1);
  collect(1);
  return keys;
}
