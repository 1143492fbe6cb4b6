/**
 * The compiled database as one text: a line of JSON with what every look-up needs, then the packed entries, each a line of JSON
 * that is parsed when first asked for. Opening it costs no more than reading its first line, and keeping it no more than its text.
 *
 * The text is ASCII, so that it can be read without decoding and takes one byte a character. Free of Node.
 */
import type { Compiled, Packed, Rows } from './compiled.ts';

/** Of lines and of sections; JSON as written here holds neither. */
const LINE = '\n';
const SECTION = '\n\n';

/** What `openDatabase` reads. */
export function toText(compiled: Compiled): string {
  const { alternatives, ids, licenses, models, ollama, openness, publishers, republishers, shared, ...head } = compiled;
  const sections: readonly (readonly Packed[])[] = [
    shared,
    licenses.data,
    publishers.map(({ families }) => families),
    publishers.map(({ apis }) => apis),
    models.data,
    ollama.data,
    republishers.data,
    alternatives,
    [openness],
    [ids],
  ];
  const first = {
    ...head,
    licenses: { ids: licenses.ids },
    publishers: publishers.map(({ families: _, apis: __, ...rest }) => rest),
    models: { ids: models.ids, publisher: models.publisher },
    ollama: { ids: ollama.ids, publisher: ollama.publisher },
    republishers: { orgs: republishers.orgs },
  };
  const lines = sections.map((rows) => rows.map((row) => JSON.stringify(row)).join(LINE));
  return [JSON.stringify(first), ...lines].join(SECTION).replace(/[^\n -~]/g, escaped);
}

/** Throws where the first line is no JSON; says nothing of the others. */
export function fromText(text: string): Compiled<Rows> {
  const [first = '', ...sections] = text.split(SECTION);
  const head = JSON.parse(first) as Compiled<Rows>;
  // plain JSON, as `compile` gives it
  if (sections.length === 0) return head;
  const rows = sections.map((section) => new Lines(section));
  const section = (i: number) => rows[i] as Lines;
  return {
    ...head,
    shared: section(0),
    licenses: { ...head.licenses, data: section(1) },
    publishers: head.publishers.map((publisher, i) => ({
      ...publisher,
      get families() {
        return section(2).at(i);
      },
      get apis() {
        return section(3).at(i);
      },
    })),
    models: { ...head.models, data: section(4) },
    ollama: { ...head.ollama, data: section(5) },
    republishers: { ...head.republishers, data: section(6) },
    alternatives: section(7),
    get openness() {
      return section(8).at(0);
    },
    get ids() {
      return section(9).at(0) as string;
    },
  };
}

/** Packed entries that are parsed each time they are asked for: whoever asks keeps what becomes of them. */
class Lines implements Rows {
  #lines: readonly string[] | undefined;

  constructor(private readonly text: string) {}

  get length(): number {
    return this.#all.length;
  }

  at(i: number): Packed {
    return JSON.parse(this.#all[i] as string) as Packed;
  }

  get #all(): readonly string[] {
    this.#lines ??= this.text === '' ? [] : this.text.split(LINE);
    return this.#lines;
  }
}

const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
