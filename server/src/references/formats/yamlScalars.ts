/** The characters of YAML scalars, each with its place: folding, indentation and escapes undone. */
import { Decoded, decodeEscapes } from './decoded.ts';
import type { Scalar } from './tree.ts';

/** `source` as in the text, `offset` its place. */
export function plainScalar(source: string, offset: number): Scalar {
  if (!source.includes('\n')) return { kind: 'scalar', value: source, start: offset, end: offset + source.length };
  return { kind: 'scalar', ...foldLines(source, offset, (line, at, into) => into.copy(line, at)) };
}

export function singleQuoted(source: string, offset: number): Scalar {
  const closed = source.length > 1 && source.endsWith("'");
  const inner = source.slice(1, closed ? -1 : undefined);
  if (!inner.includes("''") && !inner.includes('\n'))
    return { kind: 'scalar', value: inner, start: offset + 1, end: offset + 1 + inner.length };
  const copy = (line: string, at: number, into: Decoded) => {
    for (let i = 0; i < line.length; i++) {
      if (line[i] === "'" && line[i + 1] === "'") into.escape("'", at + i++);
      else into.copy(line[i] as string, at + i);
    }
  };
  return { kind: 'scalar', ...foldLines(inner, offset + 1, copy) };
}

export function doubleQuoted(source: string, offset: number): Scalar {
  const closed = source.length > 1 && source.endsWith('"');
  const inner = source.slice(1, closed ? -1 : undefined);
  return { kind: 'scalar', ...decodeEscapes(inner, offset + 1, true) };
}

/** `source`: the lines after the header, `offset` their place. `folded` for `>`. */
export function blockScalar(source: string, offset: number, folded: boolean): Scalar {
  const indent = blockIndent(source);
  const decoded = new Decoded();
  let at = 0;
  let breaks = 0;
  let end = offset;
  for (let first = true; at < source.length; first = false) {
    const newline = source.indexOf('\n', at);
    const lineEnd = newline < 0 ? source.length : newline;
    const from = Math.min(at + indent, lineEnd);
    const line = source.slice(from, lineEnd);
    if (line.trim() === '') breaks++;
    else {
      // A folded block joins lines of text by blanks; empty and deeper lines keep their breaks.
      const folds = folded && line[0] !== ' ';
      const join = folds && breaks === 0 ? ' ' : '\n'.repeat(folds ? breaks : breaks + 1);
      if (!first) decoded.escape(join, offset + at - 1);
      decoded.copy(line, offset + from);
      end = offset + lineEnd;
      breaks = 0;
    }
    at = lineEnd + 1;
  }
  const all = decoded.finish(end);
  const value = all.value.trimEnd();
  if (!all.offsets) return { kind: 'scalar', value, start: all.start, end: all.start + value.length };
  return { kind: 'scalar', value, start: all.start, end, offsets: [...all.offsets.slice(0, value.length), end] };
}

function blockIndent(source: string): number {
  for (const line of source.split('\n')) {
    const text = line.trimStart();
    if (text !== '' && text !== '\r') return line.length - text.length;
  }
  return 0;
}

function foldLines(source: string, offset: number, copy: (line: string, at: number, into: Decoded) => void) {
  const decoded = new Decoded();
  let at = 0;
  let end = offset;
  let breaks = 0;
  while (at <= source.length) {
    const newline = source.indexOf('\n', at);
    const lineEnd = newline < 0 ? source.length : newline;
    let line = source.slice(at, lineEnd);
    const first = at === 0;
    const start = first ? at : at + line.length - line.trimStart().length;
    line = newline < 0 ? source.slice(start, lineEnd) : source.slice(start, lineEnd).trimEnd();
    if (line !== '') {
      if (!first) decoded.escape(breaks > 1 ? '\n' : ' ', offset + at - 1);
      copy(line, offset + start, decoded);
      end = offset + start + line.length;
      breaks = 0;
    }
    breaks++;
    at = lineEnd + 1;
  }
  return decoded.finish(end);
}
