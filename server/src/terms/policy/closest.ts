/** Which of some known words a mistyped one may stand for. */

const letters = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Number of characters to add, drop or change from one word to the other. Words are short; the table is small. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const LONGEST = 60;

/** The nearest known word, if it is near: spelt alike save case and separators, or two slips away at most. */
export function closest(word: string, known: readonly string[]): string | undefined {
  const wanted = letters(word.slice(0, LONGEST));
  if (wanted === '') return undefined;
  let best: { readonly option: string; readonly far: number } | undefined;
  for (const option of known) {
    const far = distance(wanted, letters(option));
    if (far <= Math.min(2, wanted.length / 3) && (!best || far < best.far)) best = { option, far };
  }
  return best?.option;
}
