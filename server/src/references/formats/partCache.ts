/**
 * What was read of the parts of documents, by their text: a keystroke re-reads only the part it is in. Two generations,
 * so that what is in use stays and memory has a bound.
 */
export class PartCache<T> {
  readonly #limit: number;
  #recent = new Map<string, T>();
  #older = new Map<string, T>();
  #size = 0;

  /** @param limit how many UTF-16 units of text one generation holds */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What `read` makes of a text; `read` gets a copy of it that is no slice of the document. */
  get(text: string, read: (text: string) => T): T {
    const known = this.#recent.get(text);
    if (known !== undefined) return known;
    // A slice of a string keeps all of it alive; what stays here must not.
    const own = JSON.parse(JSON.stringify(text)) as string;
    const part = this.#older.get(text) ?? read(own);
    if (this.#size + own.length > this.#limit) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#size = 0;
    }
    this.#recent.set(own, part);
    this.#size += own.length;
    return part;
  }
}
