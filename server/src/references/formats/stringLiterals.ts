/** String literals of programming languages: what is text, what is escaped, what is a hole. */
import type { Slot } from '../types.ts';
import { Decoded, decodeEscapes } from './decoded.ts';
import type { Literal } from './literal.ts';
import { movedSlot } from './moved.ts';
import { textSlots } from './text.ts';

/** A part of a literal's inside that is computed. */
interface Hole {
  readonly from: number;
  readonly to: number;
}

/**
 * The text between `from` and `to` with escapes resolved (unless `raw`), and `\0` where a hole is.
 * @param holes in order, inside of the literal
 */
export function decodeLiteral(
  text: string,
  from: number,
  to: number,
  raw: boolean,
  holes: readonly Hole[] = [],
): Literal {
  const source = text.slice(from, to);
  if (holes.length === 0) {
    if (raw || !source.includes('\\')) return { value: source, start: from, end: to };
    return decodeEscapes(source, from, false);
  }
  const decoded = new Decoded();
  let at = from;
  const copy = (end: number) => {
    const part = text.slice(at, end);
    if (raw || !part.includes('\\')) decoded.copy(part, at);
    else {
      const { value, start, offsets } = decodeEscapes(part, at, false);
      for (let i = 0; i < value.length; i++) {
        const place = offsets?.[i] ?? start + i;
        if (text[place] === '\\') decoded.escape(value[i] as string, place);
        else decoded.copy(value[i] as string, place);
      }
    }
  };
  for (const hole of holes) {
    copy(hole.from);
    decoded.escape('\0', hole.from);
    at = hole.to;
  }
  copy(to);
  return decoded.finish(to);
}

/** Several literals that stand one after the other as one. */
export function joinLiterals(literals: readonly Literal[]): Literal | undefined {
  const [first] = literals;
  const last = literals.at(-1);
  if (!first || !last || literals.length === 1) return first;
  const offsets: number[] = [];
  for (const { value, start, offsets: own } of literals)
    for (let i = 0; i < value.length; i++) offsets.push(own?.[i] ?? start + i);
  offsets.push(last.end);
  return { value: literals.map(({ value }) => value).join(''), start: offsets[0] as number, end: last.end, offsets };
}

/** Lines of documentation that do something: addresses, calls, options of commands. A mere mention loads nothing. */
const telling = /:\/\/|\bhf\.co\/|\w\(\s*["']|(?:^|\s)--[\w-]+[ =]\S/;

/** Documentation and text between tags as slots. */
export function* proseSlots(text: string, from: number, to: number): Generator<Slot> {
  for (const slot of textSlots(text.slice(from, to)))
    if (slot.context.command || telling.test(slot.value)) yield movedSlot(slot, from);
}
