/**
 * Program source in languages without a parser of their own here: Go, Rust, Java, C#, Kotlin, Swift, Ruby, PHP and
 * others. Strings with the names before them and the calls around them, by tokens alone, in linear time.
 */
import { maximumLength, notices } from '../limits.ts';
import { readKey } from '../tables/keys.ts';
import { takesNameFirst } from '../tables/sourceCalls.ts';
import type { Format, FormatReader, ParsedDocument, SourceDocument } from '../types.ts';
import { defaultInTag, fieldBehind, isAttribute, namesDefault } from './declared.ts';
import type { Literal } from './literal.ts';
import { answeredBy, Place, SlotCollector, tellsRunner } from './sourcePlace.ts';
import { StringScanner, syntaxOf, type Token } from './sourceStrings.ts';
import { decodeLiteral } from './stringLiterals.ts';

export const source: FormatReader = { format: 'source', read: (document) => readTokens(document, 'source') };

/** Reads any language by its tokens. `format`: what the slots say they are from. */
function readTokens(document: SourceDocument, format: Format): ParsedDocument {
  if (document.text.length > maximumLength) return { format, slots: [], comments: [], notice: notices.tooLarge };
  const into = new SlotCollector(format);
  gatherTokens(document, format, into);
  return { format, slots: into.finish(), comments: into.comments };
}

/** The same, gathered with others. */
export function gatherTokens(document: SourceDocument, format: Format, into: SlotCollector): void {
  new TokenReader(document, format, into).read();
}

/** A bracket that is open. */
interface Frame {
  readonly place: Place;
  readonly open: string;
  position: number;
  /** The name before the last `=` or `:`. */
  pending: string | undefined;
  pendingBy: string;
  /** A string as the index: `x["key"] = …` */
  index?: string;
  /** An import: its strings are modules. */
  readonly imports: boolean;
  /** The place of what the function answers whose body this is a part of. */
  answer?: Place;
}

const keywords = new Set(
  'if else for while switch match return func fn fun def function try catch finally do when in is as and or not case default new throw await async yield let const var val static public private protected final readonly override suspend class struct interface enum impl trait where mut pub type extends implements null nil true false'.split(
    ' ',
  ),
);
const types = new Set(
  'string String str int Int bool Boolean boolean auto any object float double byte rune error interface Vec Dictionary List HashSet HashMap Map'.split(
    ' ',
  ),
);
const imports = new Set(
  'import from use using include include_once require require_once require_relative package module namespace'.split(
    ' ',
  ),
);
const declaring = new Set('func fn fun def function sub proc'.split(' '));
/** What stands before the answer of a function, or of a case in it. */
const answering = new Set(['return', '=>', '->', '{']);
/** Calls that may stand alone for an answer: `fn model_id() -> String { String::from("x") }`. */
const wrapping = /^(?:Some|Ok|Just|String|Cow|Box)\b/;
const choosing = new Set('match switch if when select unsafe loop'.split(' '));
const bodies = new Set('else try do finally'.split(' '));
/** Deeper brackets are read as if they stood in the last of these. */
const deepest = 200;
const identifier = /[A-Za-z_$@][\w$]*(?:(?:\.|::|->|\?\.|!\.|!!\.)[A-Za-z_$][\w$]*[!?]?(?=\W|$))*/y;
const typeArguments = /<[\w\s,.:<>?[\]&']{0,80}>(?=\s?[({])/y;

class TokenReader {
  readonly #text: string;
  readonly #scanner: StringScanner;
  readonly #into: SlotCollector;
  readonly #arrow: boolean;
  readonly #root = new Place(undefined, undefined);
  readonly #frames: Frame[] = [];
  #overflow = 0;
  /** The token before: an identifier's text, a string's value, or a sign. */
  #last: { kind: 'name' | 'string' | 'sign'; text: string } = { kind: 'sign', text: '' };
  #nameBefore = '';
  /** What stood before the last identifier. */
  #beforeName = '';
  /** The name before the braces that were closed just now. */
  #closedProperty: string | undefined;
  /** The names before the last one that are given values together: `llm, err := …`. */
  #targets: string[] = [];
  /** The function whose head this is; empty where its name is still to come. */
  #function: string | undefined;
  /** The call that was closed just now; `.name(` continues it. */
  #closedCall: Place | undefined;

  constructor(document: SourceDocument, format: Format, into: SlotCollector) {
    this.#text = document.text;
    const syntax = syntaxOf(document, format);
    this.#arrow = syntax.arrow === true;
    this.#scanner = new StringScanner(document.text, syntax);
    this.#into = into;
    this.#frames.push(this.#frame(this.#root, '', false));
  }

  #frame(place: Place, open: string, isImport: boolean): Frame {
    return { place, open, position: 0, pending: undefined, pendingBy: '', imports: isImport };
  }

  get #top(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  read(): void {
    const text = this.#text;
    for (let i = 0; i < text.length; ) {
      const token = this.#scanner.at(i);
      if (token) {
        this.#token(token, i);
        i = token.next;
        continue;
      }
      identifier.lastIndex = i;
      const name = /[A-Za-z_$@]/.test(text[i] as string) ? identifier.exec(text)?.[0] : undefined;
      if (name !== undefined) {
        this.#name(name);
        i += name.length;
        continue;
      }
      i = this.#sign(i);
    }
  }

  #token(token: Token, at: number): void {
    if (token.kind === 'comment') {
      const { from, to } = token;
      this.#into.comments.push({ span: { start: at, end: token.next }, text: this.#text.slice(from, to) });
      return;
    }
    const frame = this.#top;
    const literal = decodeLiteral(this.#text, token.from, token.to, token.raw);
    const behind = this.#behind(token.next);
    const last = this.#last;
    this.#last = { kind: 'string', text: literal.value };
    this.#closedCall = undefined;
    if (token.from === token.to || frame.imports) return;
    if (last.kind === 'name' && imports.has(last.text)) return;
    const keyed = behind.startsWith('=>') || (behind.startsWith(':') && !behind.startsWith('::') && frame.open !== '');
    if (keyed && frame.pending === undefined) {
      this.#into.string(literal, new Place(frame.place, literal.value.slice(0, 200)), true);
      return;
    }
    if (frame.open === '[' && behind.startsWith(']')) frame.index = literal.value;
    if (this.#declared(literal, frame, token, last)) return;
    const compared = /^(?:==|!=|===|!==)$/.test(last.text) || /^[!=]=/.test(behind);
    const place = compared ? this.#root : this.#placeIn(frame, last.text);
    const before = last.text === '+';
    const after = /^\+(?!\+)/.test(behind);
    if (before || after) {
      const offsets = literal.offsets ?? Array.from({ length: literal.value.length + 1 }, (_, i) => literal.start + i);
      const first = offsets[0] as number;
      this.#into.string(
        {
          ...literal,
          value: `${before ? '\0' : ''}${literal.value}${after ? '\0' : ''}`,
          offsets: [...(before ? [first] : []), ...offsets, ...(after ? [literal.end] : [])],
        },
        place,
      );
      return;
    }
    if (typeof place.key === 'number' && frame.open !== '(' && place.key < longestList) {
      frame.place.items ??= [];
      while (frame.place.items.length < place.key) frame.place.items.push('');
      frame.place.items[place.key] = literal.value;
    }
    this.#into.string(literal, place);
    if (frame.pending !== undefined && frame.open !== '(' && frame.open !== '[' && last.kind === 'sign')
      this.#into.define(frame.pending);
    const callee = frame.place.callee;
    // `flag.StringVar(&model, "model", …)`
    if (callee !== undefined && place.key === 1 && /varp?$/i.test(callee) && takesNameFirst(callee))
      frame.place.named ??= literal.value;
    if (callee !== undefined && place.key === 0) {
      const name = callee.slice(callee.lastIndexOf('.') + 1);
      frame.place.note(name, literal.value);
      if (takesNameFirst(callee) && nameLike.test(literal.value)) frame.place.named = literal.value;
    }
  }

  /** Whether the string is the default of a field whose name stands elsewhere; it is read as that field's. */
  #declared(literal: Literal, frame: Frame, { next, from }: Token, last: { kind: string; text: string }): boolean {
    if (last.kind === 'name' && this.#nameBefore !== '' && this.#text[from - 1] === '`') {
      const given = defaultInTag(literal);
      if (given) this.#into.string(given, new Place(this.#root, this.#nameBefore));
      return given !== undefined;
    }
    // `default_value = "x"`, `default_value_t = String::from("x")`
    const outer = frame.pending === undefined ? frame.place.parent : new Place(frame.place, frame.pending);
    if (typeof outer?.key !== 'string' || outer.parent?.callee === undefined || !namesDefault(outer.key)) return false;
    const field = isAttribute(outer.parent.callee) ? fieldBehind(this.#text, next) : undefined;
    if (field !== undefined) this.#into.string(literal, new Place(this.#root, field));
    return field !== undefined;
  }

  /** @param before the token before what is to be placed */
  #placeIn(frame: Frame, before = ''): Place {
    if (frame.answer && answering.has(before)) return frame.answer;
    if (frame.pending !== undefined) return new Place(frame.place, frame.pending);
    const items = frame.open === '[' || (frame.open === '{' && frame.place.key !== undefined);
    const counts = frame.place.callee !== undefined || items;
    return counts ? new Place(frame.place, frame.position) : frame.place;
  }

  #name(name: string): void {
    const text = name.replace(/::|->|\?\.|!!?\./g, '.').replace(/^[$@]+/, '');
    if (declaring.has(text)) this.#function = '';
    this.#beforeName = this.#last.text;
    const continues = this.#last.kind === 'sign' && /^(?:\.|\?\.|->|::)$/.test(this.#last.text) && this.#closedCall;
    if (!continues) this.#closedCall = undefined;
    if (this.#last.kind === 'name' && !keywords.has(this.#last.text)) this.#nameBefore = this.#last.text;
    else this.#nameBefore = '';
    this.#last = { kind: 'name', text };
  }

  #sign(at: number): number {
    const text = this.#text;
    const c = text[at] as string;
    const frame = this.#top;
    const last = this.#last;
    if (c === '\n') {
      if (last.kind !== 'sign') this.#targets = [];
      if (frame.open !== '(' && frame.open !== '[' && this.#last.kind !== 'sign') frame.pending = undefined;
      return at + 1;
    }
    if (/\s/.test(c)) return at + 1;
    if (c === '<' && this.#last.kind === 'name') {
      typeArguments.lastIndex = at;
      const match = typeArguments.exec(text);
      if (match) return at + match[0].length;
    }
    const two = text.slice(at, at + 2);
    const sign = /^(?:=>|:=|==|!=|->|<-|::|\?\.|\?\?|\?:|\|\||&&|<=|>=)/.test(two) ? two : c;
    if (c !== ',' && sign !== '=' && sign !== ':=') this.#targets = [];
    if (c === '(' || c === '[' || c === '{') this.#open(c);
    else if (c === ')' || c === ']' || c === '}') this.#close();
    else if (c === ',' || c === ';') {
      this.#argument();
      if (c === ',' && last.kind === 'name' && frame.open !== '(' && frame.open !== '[' && !frame.pending)
        this.#targets.push(last.text);
      frame.position++;
      frame.pending = undefined;
      if (c === ';') this.#function = undefined;
    } else if (sign === '=' || sign === ':=' || (sign === '<-' && this.#arrow) || sign === '=>' || sign === ':')
      this.#assign(sign, frame);
    this.#last = { kind: 'sign', text: sign };
    return at + sign.length;
  }

  #assign(sign: string, frame: Frame): void {
    const last = this.#last;
    // `fun modelId(): String = "x"`, `string ModelId() => "x"`: all of the function.
    const ofHead = last.text === ')' || (last.kind === 'name' && this.#beforeName === ':');
    if (this.#function && ofHead && sign !== ':' && frame.open !== '(' && frame.open !== '[') {
      frame.pending = this.#function;
      frame.pendingBy = sign;
      this.#function = undefined;
      return;
    }
    // `model: String = "x"`: the type stands between.
    if (sign === '=' && frame.pendingBy === ':' && frame.pending !== undefined && last.kind === 'name') return;
    let name = last.kind === 'sign' ? undefined : last.text;
    if (last.kind === 'name') {
      if (types.has(last.text) && this.#nameBefore !== '') name = this.#nameBefore;
      name = name?.slice(name.lastIndexOf('.') + 1);
      if (sign === ':' && (keywords.has(last.text) || frame.open === '')) name = frame.open === '' ? name : undefined;
    } else if (last.text === ']' && frame.index !== undefined) name = frame.index;
    // `string Model { get; set; } = "x"`
    else if (last.text === '}' && sign === '=') name = this.#closedProperty;
    delete frame.index;
    if (this.#targets.length > 0 && sign !== ':' && name !== undefined) name = leading([...this.#targets, name]);
    this.#targets = [];
    frame.pending = name?.slice(0, 200);
    frame.pendingBy = sign;
  }

  #open(open: string): void {
    if (this.#frames.length > deepest) {
      this.#overflow++;
      return;
    }
    const frame = this.#top;
    const last = this.#last;
    const name = last.kind === 'name' && !keywords.has(last.text) ? last.text : undefined;
    const statement = name !== undefined && this.#beforeName === '{' && !wrapping.test(name);
    const before = name === undefined ? last.text : statement ? '' : this.#beforeName;
    const isImport = frame.imports || (last.kind === 'name' && imports.has(last.text) && open !== '[');
    let place: Place;
    let answer: Place | undefined;
    if (open === '(') {
      const chained = this.#closedCall;
      if (name === undefined)
        place = last.text === ')' ? new Place(this.#root, undefined) : this.#placeIn(frame, before);
      else {
        // A name behind `fn`, or behind a type, is that of a function.
        if (this.#function === '' || (this.#nameBefore !== '' && frame.open !== '('))
          this.#function = name.slice(name.lastIndexOf('.') + 1);
        const whole = chained?.callee === undefined ? name : `${chained.callee}.${name}`;
        const callee = whole.replace(/\.(?:new|builder|default|create|of)$/i, '').slice(-200);
        place = new Place(chained?.parent ?? this.#placeIn(frame, before), undefined, callee);
        // What a chain of calls sets stands beside each other: `.baseUrl("…").modelName("…")`.
        place.strings = chained?.strings ?? new Map();
      }
    } else if (open === '[') place = new Place(this.#placeIn(frame, before), undefined);
    else {
      const isBody =
        last.text === ')' ||
        last.text === '=>' ||
        last.text === '->' ||
        (last.kind === 'name' && bodies.has(last.text));
      const outer = isBody ? new Place(this.#root, undefined) : this.#placeIn(frame);
      place = new Place(outer, name !== undefined && !types.has(name) ? name : undefined);
      // Where a function has no braces (Lua, Ruby) the next ones are those of a table.
      if (this.#function === undefined || /^(?:[=(,:]|return)$/.test(last.text))
        answer = isBody || choosing.has(before) ? frame.answer : undefined;
      else {
        const answered = answeredBy(this.#function);
        if (answered !== undefined) answer = new Place(this.#root, answered);
      }
      this.#function = undefined;
    }
    this.#closedCall = undefined;
    this.#frames.push({ ...this.#frame(place, open, isImport && open !== '{'), ...(answer ? { answer } : {}) });
  }

  #close(): void {
    if (this.#overflow > 0) {
      this.#overflow--;
      return;
    }
    if (this.#frames.length === 1) return;
    this.#argument();
    if (this.#top.open === '{') this.#function = undefined;
    const closed = this.#frames.pop() as Frame;
    const { key } = closed.place;
    this.#closedProperty = closed.open === '{' && typeof key === 'string' ? key : undefined;
    if (closed.index !== undefined) this.#top.index = closed.index;
    this.#closedCall = closed.place.callee === undefined ? undefined : closed.place;
    if (closed.open === '{' && this.#top.open !== '(' && this.#top.open !== '[') this.#top.pending = undefined;
  }

  /** An identifier by itself is the argument that ends here. */
  #argument(): void {
    const frame = this.#top;
    if (this.#last.kind !== 'name' || keywords.has(this.#last.text)) return;
    const name = this.#last.text;
    if (frame.place.callee !== undefined && tellsRunner(name)) frame.place.note(`@${frame.position}`, name);
    this.#into.use(name.slice(name.lastIndexOf('.') + 1), this.#placeIn(frame));
  }

  /** What stands next, without the blanks and ends of line before it. */
  #behind(at: number): string {
    let i = at;
    while (i < this.#text.length && i < at + 200 && /\s/.test(this.#text[i] as string)) i++;
    return this.#text.slice(i, i + 3);
  }
}

/** Of several names that a call gives values to, the one of the model, or else the first. */
const leading = (names: readonly string[]): string | undefined =>
  names.find((name) => readKey(name).sense === 'model') ?? names.find((name) => name !== '_');

/** Longer lists are data. */
const longestList = 200;
const nameLike = /^-{0,2}[A-Za-z_][\w.-]{0,80}$/;
