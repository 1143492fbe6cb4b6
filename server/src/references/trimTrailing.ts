/** `text` without the characters of `these` at its end. Linear, where a pattern that ends with `+$` is not. */
export function trimTrailing(text: string, these: string): string {
  let end = text.length;
  while (end > 0 && these.includes(text[end - 1] as string)) end--;
  return text.slice(0, end);
}
