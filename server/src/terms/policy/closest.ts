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

/** The nearest known words, all as near as the first: spelt alike save case and separators, or two slips away at most. */
export function near(word: string, known: readonly string[]): string[] {
  const wanted = letters(word.slice(0, LONGEST));
  const limit = Math.min(2, wanted.length / 3);
  const found: { readonly option: string; readonly far: number }[] = [];
  for (const option of wanted === '' ? [] : known) {
    const spelt = letters(option);
    // no number of changes makes up for what is missing
    if (Math.abs(spelt.length - wanted.length) > limit) continue;
    const far = distance(wanted, spelt);
    if (far <= limit) found.push({ option, far });
  }
  const least = Math.min(...found.map(({ far }) => far));
  return found.filter(({ far }) => far === least).map(({ option }) => option);
}

/** The nearest known word, if one is near. */
export const closest = (word: string, known: readonly string[]): string | undefined => near(word, known)[0];
