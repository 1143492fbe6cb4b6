/**
 * HTML and what is written like it: Vue, Svelte, Astro. Scripts in their own language, code blocks as fenced code, the
 * values of attributes by their names, and text. Cut by signs alone, in linear time; of a broken page what can be read.
 */
import { mayNameAnything } from '../filter/names.ts';
import { maximumLength, notices } from '../limits.ts';
import { mayHold } from '../prefilter.ts';
import type { Comment, FormatReader, ParsedDocument, Slot, SlotContext, SourceDocument } from '../types.ts';
import { fencedSlot } from './fenced.ts';
import { type Attribute, decodeEntities, tagAt, withoutTags } from './htmlTags.ts';
import { javascript } from './javascript.ts';
import { type Literal, slotOf } from './literal.ts';
import { movedSlot } from './moved.ts';
import { textSlots } from './text.ts';

export const html: FormatReader = { format: 'html', read: readHtml };

/** Elements whose inside is no markup. */
const raw: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);
/** Elements that hold code; the outermost counts. */
const code: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp']);

function readHtml(document: SourceDocument): ParsedDocument {
  if (document.text.length > maximumLength)
    return { format: 'html', slots: [], comments: [], notice: notices.tooLarge };
  return new HtmlReader(document).read();
}

class HtmlReader {
  readonly #text: string;
  readonly #astro: boolean;
  readonly #slots: Slot[] = [];
  readonly #comments: Comment[] = [];
  /** Elements that are never closed, so that nobody looks for their ends again. */
  readonly #unclosed = new Set<string>();

  constructor({ path, languageId, text }: SourceDocument) {
    this.#text = text;
    this.#astro = languageId === 'astro' || /\.astro$/i.test(path);
  }

  read(): ParsedDocument {
    for (let at = this.#head(); at < this.#text.length; ) at = this.#step(at);
    return { format: 'html', slots: this.#slots, comments: this.#comments };
  }

  /** The script at the head of an Astro component, or the front matter of a page. */
  #head(): number {
    const text = this.#text;
    const from = /^---\r?\n/.exec(text)?.[0].length;
    const to = from === undefined ? -1 : text.indexOf('\n---', from - 1);
    if (from === undefined || to < 0) return 0;
    if (this.#astro) this.#script(from, to + 1);
    else this.#slots.push(fencedSlot(this.#literal(from, to + 1), 'yaml', 'html'));
    return to + 4;
  }

  /** Reads what begins at `at`, and returns where the next begins. */
  #step(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at + 4);
      const end = close < 0 ? text.length : close + 3;
      this.#comments.push({ span: { start: at, end }, text: text.slice(at + 4, close < 0 ? end : close) });
      return end;
    }
    const tag = tagAt(text, at);
    if (!tag) {
      const next = text.indexOf('<', at + 1);
      const end = next < 0 ? text.length : next;
      this.#running(at, end);
      return end;
    }
    for (const attribute of tag.attributes) this.#attribute(attribute, tag.attributes);
    if (tag.closes || tag.empty || !(raw.has(tag.name) || code.has(tag.name))) return tag.end;
    const end = this.#endOf(tag.name, tag.end);
    if (end === undefined) return raw.has(tag.name) ? text.length : tag.end;
    if (tag.name === 'script') this.#scriptElement(tag.attributes, tag.end, end);
    else if (code.has(tag.name)) this.#code(tag.name, tag.attributes, tag.end, end);
    else if (tag.name !== 'style') this.#running(tag.end, end);
    return end;
  }

  /** Where the inside of an element ends that begins at `from`. */
  #endOf(name: string, from: number): number | undefined {
    if (this.#unclosed.has(name)) return undefined;
    const close = new RegExp(`</${name}[\\s>/]`, 'gi');
    close.lastIndex = from;
    const match = close.exec(this.#text);
    if (!match) this.#unclosed.add(name);
    return match?.index;
  }

  #literal(start: number, end: number): Literal {
    return { value: this.#text.slice(start, end), start, end };
  }

  #running(from: number, to: number): void {
    const text = this.#text.slice(from, to);
    if (!/[\w]{2}/.test(text)) return;
    if (text.includes('&')) this.#slots.push(fencedSlot(decodeEntities(this.#text, from, to), 'text', 'html'));
    else for (const slot of textSlots(text)) this.#slots.push(movedSlot(slot, from));
  }

  #scriptElement(attributes: readonly Attribute[], from: number, to: number): void {
    const type = attributes.find(({ name }) => name === 'type')?.value.toLowerCase() ?? '';
    const language = scriptTypes.find(([types]) => types.test(type))?.[1];
    if (language === undefined) this.#script(from, to);
    else this.#slots.push(fencedSlot(this.#literal(from, to), language, 'html'));
  }

  #script(from: number, to: number): void {
    const text = this.#text.slice(from, to);
    if (!mayHold(text) || !(mayNameAnything(text) || text.includes('modelterms'))) return;
    const { slots, comments } = javascript.read({ path: 'script', text });
    for (const slot of slots) this.#slots.push(movedSlot(slot, from));
    for (const { span, text: said } of comments)
      this.#comments.push({ span: { start: span.start + from, end: span.end + from }, text: said });
  }

  #code(name: string, attributes: readonly Attribute[], from: number, to: number): void {
    const content = withoutTags(this.#text, from, to);
    if (content.value.trim().length < 4) return;
    if (name !== 'pre' && !content.value.includes('\n')) {
      const beside = new Map([['line', content.value]]);
      const context: SlotContext = {
        format: 'markdown',
        path: ['#code'],
        siblings: () => beside,
        ancestors: () => [],
      };
      this.#slots.push(slotOf(content, context));
      return;
    }
    const inner = tagAt(this.#text, from);
    const classes = [...attributes, ...(inner?.attributes ?? [])].find((one) => one.name === 'class')?.value ?? '';
    const language = /\b(?:language|lang|brush|highlight)[-:\s]\s*([\w+#-]+)/i.exec(classes)?.[1] ?? '';
    this.#slots.push(fencedSlot(content, language.toLowerCase(), 'html'));
  }

  #attribute({ name, value, at, computed }: Attribute, all: readonly Attribute[]): void {
    if (value.length < 3 || looks.test(name)) return;
    const bound = /^(?::|v-bind:|v-model:?|\[)/.exec(name)?.[0].length ?? 0;
    if (computed || bound > 0 || /^(?:v-|@|on:?[a-z]|x-)/i.test(name)) {
      const quoted = /^\s*(["'`])([^"'`\\${}]*)\1\s*$/.exec(value);
      if (!quoted) {
        if (mayHold(value) && mayNameAnything(value)) this.#expression(value, at);
        return;
      }
      const start = at + value.indexOf(quoted[1] as string) + 1;
      this.#named(
        name.slice(bound),
        { value: quoted[2] as string, start, end: start + (quoted[2] as string).length },
        all,
      );
      return;
    }
    this.#named(name, decodeEntities(this.#text, at, at + value.length), all);
  }

  #named(name: string, literal: Literal, all: readonly Attribute[]): void {
    let beside: ReadonlyMap<string, string> | undefined;
    const context: SlotContext = {
      format: 'html',
      path: [name],
      siblings() {
        beside ??= new Map(all.map((one) => [one.name, one.value]));
        return beside;
      },
      ancestors: () => [],
    };
    this.#slots.push(slotOf(literal, context));
  }

  /** Program text in an attribute; in brackets, so that `{ … }` is an object. */
  #expression(value: string, at: number): void {
    const offsets = [at, ...Array.from({ length: value.length + 2 }, (_, i) => at + Math.min(i, value.length))];
    this.#slots.push(fencedSlot({ value: `(${value})`, start: at, end: at + value.length, offsets }, 'js', 'html'));
  }
}

/** What a script's `type` says that it is, where it is no program of JavaScript. */
const scriptTypes: readonly (readonly [types: RegExp, language: string])[] = [
  [/json|importmap/, 'json'],
  [/\bpy|python/, 'python'],
  [/html|template/, 'html'],
];

/** Attributes of how things look and where they are. */
const looks =
  /^(?:class|classname|style|id|d|points|viewbox|width|height|integrity|xmlns.*|role|rel|lang|charset|srcset|sizes|transform)$/i;
