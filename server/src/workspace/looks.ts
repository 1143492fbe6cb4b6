/** What a look through a project has brought, by the project's folder: made once, when first asked for. */

interface Look<T> {
  readonly result: Promise<T>;
}

export class Looks<T> {
  private readonly known = new Map<string, Look<T>>();

  /** `look`: `isWanted` turns false once what is looked for has been forgotten, and the look may end as it is. */
  constructor(private readonly look: (top: string, isWanted: () => boolean) => Promise<T>) {}

  /** Whoever waits for a look that is forgotten meanwhile gets the outcome of the next. */
  async of(top: string): Promise<T> {
    for (;;) {
      const look = this.known.get(top) ?? this.begin(top);
      const result = await look.result;
      if (this.known.get(top) === look) return result;
    }
  }

  /** The folders that were looked through. */
  tops(): readonly string[] {
    return [...this.known.keys()];
  }

  forget(): void {
    this.known.clear();
  }

  private begin(top: string): Look<T> {
    const isWanted = () => this.known.get(top) === look;
    // not before it is known as the one that is wanted
    const result = Promise.resolve().then(() => this.look(top, isWanted));
    const look: Look<T> = { result };
    this.known.set(top, look);
    // what failed is tried again by whoever asks next
    result.catch(() => isWanted() && this.known.delete(top));
    return look;
  }
}
