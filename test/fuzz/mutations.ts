/** Documents made from others by small accidents, the same ones every time. */

const bits = [
  '"',
  "'",
  '`',
  '"""',
  '\\',
  '${',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '\n',
  '\r\n',
  ' ',
  ':',
  '=',
  ',',
  '#',
  '//',
  '/*',
  '*/',
  '\0',
  '😀',
  '\\u',
  'f"',
  'r#"',
  '<',
  '>',
  '@',
  '%',
  '-',
  '/',
];

/** A generator of numbers below `n`, by xorshift from a seed. */
function random(seed: number): (n: number) => number {
  let state = (seed * 2654435761 + 1) >>> 0 || 1;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

/** `count` mutations of `text`: parts taken out, doubled, moved, and signs put in. */
export function* mutations(text: string, count: number, seed: number): Generator<string> {
  const next = random(seed);
  for (let i = 0; i < count; i++) {
    let out = text;
    for (let times = 1 + next(4); times > 0; times--) {
      const at = next(out.length + 1);
      const length = 1 + next(40);
      const part = out.slice(at, at + length);
      const rest = out.slice(at + length);
      const sign = bits[next(bits.length)] as string;
      const kind = next(6);
      if (kind === 0) out = out.slice(0, at) + rest;
      else if (kind === 1) out = out.slice(0, at) + part.repeat(2 + next(3)) + rest;
      else if (kind === 2) out = out.slice(0, at);
      else if (kind === 3) out = out.slice(0, at) + sign.repeat(1 + next(30)) + part + rest;
      else if (kind === 4) out = out.slice(0, at) + sign + part + rest;
      else out = rest + out.slice(0, at) + part;
    }
    yield out;
  }
}
