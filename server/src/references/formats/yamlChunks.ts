/**
 * Cuts a YAML text into parts that can be parsed alone, by indentation: a keystroke then costs the parse of the part it
 * is in, and an error in one part leaves the others readable. Works line by line, without recursion over the depth.
 */

export interface ChunkTree {
  /** Where the part stands in the text. */
  readonly start: number;
  readonly end: number;
  /** A header `key:` or `- key:` parsed apart from the entries below it, which are parts of their own. */
  readonly header?: { readonly start: number; readonly end: number };
  readonly children?: readonly ChunkTree[];
  /** Starts a new document of the stream. */
  readonly newDocument?: boolean;
}

/** Parts longer than this are cut further where their shape allows; shorter ones are joined up to the other. */
const target = 3000;
const small = 1000;
/** Headers below headers are followed this far; what is deeper is one part. */
const deepest = 12;

interface Line {
  start: number;
  end: number;
  /** Blanks before the first character; -1 for blank lines and comments. */
  indent: number;
}

const bareHeader = /^(?:"[^"\n]*"|'[^'\n]*'|[\w.$/@-]+)\s*:\s*(?:#.*)?$/;

/** Whether a line, its indentation taken off, begins an entry of a mapping: `key:`, `"key": …`, `? key`. */
function isEntry(content: string): boolean {
  const lead = content[0] as string;
  if (content.startsWith('? ')) return true;
  let from = 0;
  if (lead === '"' || lead === "'") from = content.indexOf(lead, 1) + 1;
  else if ('#[]{},&*!|>%@`'.includes(lead) || content.startsWith('- ')) return false;
  if (from === 0 && (lead === '"' || lead === "'")) return false;
  for (let i = content.indexOf(':', from); i >= 0; i = content.indexOf(':', i + 1)) {
    const next = content[i + 1];
    if (next === undefined || /\s/.test(next)) return from === 0 || content.slice(from, i).trim() === '';
  }
  return false;
}

function linesOf(text: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  let at = from;
  while (at < to) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 || newline >= to ? to : newline;
    let i = at;
    while (i < end && text[i] === ' ') i++;
    const c = text[i];
    lines.push({ start: at, end, indent: i === end || c === '#' || c === '\r' || c === '\t' ? -1 : i - at });
    at = end + 1;
  }
  return lines;
}

/**
 * The documents of the stream, each cut into top-level parts.
 * @param join whether small neighbours share a part, which is cheaper; an error in one then reaches the others
 */
export function cutYaml(text: string, join = true): ChunkTree[] {
  const lines = linesOf(text, 0, text.length);
  const parts: ChunkTree[] = [];
  let from = 0;
  let newDocument = true;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    const separator = line?.indent === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(line.start, line.start + 4));
    if (line && !separator) continue;
    const cut = cutBlock(text, lines, from, i, join, 0);
    cut.forEach((part, n) => {
      parts.push(n === 0 && newDocument ? { ...part, newDocument: true } : part);
    });
    newDocument = true;
    // What follows `--- ` on its line belongs to the document: `--- !tag` and `--- {a: 1}` are read with it.
    from = i;
    if (line && text.slice(line.start, line.end).trim().length <= 3) from = i + 1;
  }
  return parts;
}

function cutBlock(
  text: string,
  lines: readonly Line[],
  from: number,
  to: number,
  join: boolean,
  depth: number,
): ChunkTree[] {
  if (from >= to) return [];
  const first = lines.slice(from, to).find((line) => line.indent >= 0);
  const start = (lines[from] as Line).start;
  const end = (lines[to - 1] as Line).end;
  if (!first) return [{ start, end }];
  const indent = first.indent;
  const isItem = (line: Line) => /^-(?:\s|$)/.test(text.slice(line.start + line.indent, line.start + line.indent + 2));
  const sequence = isItem(first);
  const lead = text[first.start + indent];
  if (lead === '{' || lead === '[') return [{ start, end }];
  const starts: number[] = [];
  let open = false;
  for (let i = from; i < to; i++) {
    const line = lines[i] as Line;
    if (line.indent < 0) continue;
    const content = text.slice(line.start + line.indent, line.end);
    if (line.indent === indent && !open && (sequence ? isItem(line) : isEntry(content))) starts.push(i);
    // A flow collection that goes on over lines may put its parts at any indentation.
    open = /[,[{]\s*$/.test(content);
  }
  if (starts.length === 0) return [{ start, end }];
  starts[0] = from;
  const parts: ChunkTree[] = [];
  const lineAt = (i: number) => lines[i] as Line;
  for (let n = 0; n < starts.length; ) {
    const a = starts[n] as number;
    let next = n + 1;
    // Small neighbours share a part.
    const endOf = (i: number) => lineAt((starts[i] ?? to) - 1).end;
    while (join && next < starts.length && endOf(next + 1) - lineAt(a).start < small) next++;
    const b = starts[next] ?? to;
    parts.push(
      next === n + 1
        ? cutFurther(text, lines, a, b, sequence || depth >= deepest, join, depth)
        : { start: lineAt(a).start, end: lineAt(b - 1).end },
    );
    n = next;
  }
  return parts;
}

function cutFurther(
  text: string,
  lines: readonly Line[],
  from: number,
  to: number,
  whole: boolean,
  join: boolean,
  depth: number,
): ChunkTree {
  const start = (lines[from] as Line).start;
  const end = (lines[to - 1] as Line).end;
  const part = { start, end };
  if (whole || (join && end - start < target)) return part;
  let head = from;
  while ((lines[head] as Line).indent < 0) head++;
  const header = lines[head] as Line;
  if (!bareHeader.test(text.slice(header.start + header.indent, header.end))) return part;
  const body = lines.slice(head + 1, to).find((line) => line.indent >= 0);
  if (!body || body.indent < header.indent) return part;
  if (body.indent === header.indent && text[body.start + body.indent] !== '-') return part;
  const children = cutBlock(text, lines, head + 1, to, join, depth + 1);
  return children.length > 1 || children[0]?.children
    ? { ...part, header: { start, end: header.end }, children }
    : part;
}
