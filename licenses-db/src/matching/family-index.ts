/** All families of all publishers, their expressions compiled when first needed. */
import type { CompiledPublisher, Packed, StoredFamily } from '../compiled.ts';
import type { FamilyMatch, KnownFamily, Publisher } from '../types.ts';
import { type Attested, hasNumbers, hasVersion } from './attested.ts';
import { matchFamily } from './families.ts';
import { mentionSource, mentionsOfFamily, needleOf, readingOf } from './pattern-source.ts';

/** Longer names are nobody's: Hugging Face allows 96 characters a part, Ollama fewer. */
export const MAX_NAME_LENGTH = 200;

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly match: FamilyMatch;
}

/** One family: its expressions behind a cheap test for the text they all need. */
class IndexedFamily {
  private readonly family: KnownFamily;
  private readonly versioned: boolean;
  private readonly patterns: Expressions;
  private readonly mentions: Expressions;
  private readonly readings: Expressions;
  private readonly orgs: ReadonlySet<string> | undefined;
  private readonly attested: readonly Attested[];

  constructor(
    { patterns, needles, mentions, attested, family }: StoredFamily,
    private readonly publisher: Publisher,
  ) {
    const mentioned = mentions !== undefined;
    const needle = (i: number) => needles[i];
    this.family = family;
    this.attested = attested;
    this.versioned = patterns.some((source) => source.includes('(?<version>'));
    this.patterns = new Expressions(() => patterns, whole, needle);
    this.mentions = new Expressions(() => (mentioned ? mentionsOfFamily(patterns, mentions) : []), mentionSource);
    this.readings = new Expressions(() => patterns.map(readingOf), whole);
    this.orgs = family.orgs && new Set(family.orgs.map((org) => org.toLowerCase()));
  }

  answersFor(org: string): boolean {
    return this.orgs === undefined || this.orgs.has(org.toLowerCase());
  }

  match(name: string, lower: string): FamilyMatch | undefined {
    const match = this.patterns.first(name, lower, ({ groups }) => this.matchAttested(groups));
    return match && hasNumbers(this.attestedOf(match), name) ? match : undefined;
  }

  /** A version that nobody has seen may come under other terms: no release answers for it, in whosever name it stands. */
  private matchAttested(groups: Groups): FamilyMatch | undefined {
    const match = matchFamily(this.publisher, this.family, groups);
    return match && hasVersion(this.attestedOf(match), groups?.version) ? match : undefined;
  }

  private attestedOf({ release }: FamilyMatch): Attested {
    return this.attested[this.family.releases.indexOf(release)] as Attested;
  }

  /** A bare name is the family's own only where it would speak of the family in anybody's mouth; some patterns fit any word. */
  matchBare(name: string, lower: string): FamilyMatch | undefined {
    const match = this.match(name, lower);
    return match && this.mention(name, lower) ? match : undefined;
  }

  /** The longest mention in a name. */
  mention(name: string, lower: string): Mention | undefined {
    let best: Mention | undefined;
    this.mentions.first(name, lower, ({ index: start, 0: text, groups }) => {
      const end = start + text.length;
      const shorter = best !== undefined && best.end - best.start >= text.length;
      const rest = name.slice(end);
      const cut = !groups?.size && (CUT_VERSION.test(rest) || (groups?.version !== undefined && TRILLIONS.test(rest)));
      const match = shorter || cut ? undefined : this.readFrom(name, start, groups);
      if (match) best = { start, end, match };
      return undefined;
    });
    return best;
  }

  /** What the name says from a mention on: read as one of the family's own names where it can be, else as the mention tells. */
  private readFrom(name: string, start: number, mentioned: Groups): FamilyMatch | undefined {
    const rest = name.slice(start);
    const size = soleSizeIn(name);
    const read = (groups: Groups) => this.matchMention({ ...groups, size: groups?.size ?? size });
    return this.readings.first(rest, rest.toLowerCase(), ({ groups }) => read(groups)) ?? read(mentioned);
  }

  /** "Qwen-0.5B" of a third party may mean any version of Qwen, not just the first, whose own names tell none. */
  private matchMention(groups: NonNullable<Groups>): FamilyMatch | undefined {
    const match = this.matchAttested(groups);
    const unversioned = groups.version === undefined && this.versioned;
    const differ = this.family.releases.some(({ license }) => license !== match?.license);
    // an exception that size or variant chose speaks for itself
    const excepted = match?.license !== match?.release.license;
    return match && unversioned && differ && !excepted ? { ...match, unsettled: 'version' } : match;
  }
}

type Groups = Record<string, string | undefined> | undefined;

/** The one size that stands in a name, wherever: "8B" of My-Llama-3-Tune-8B. Undefined where there is none or more than one. */
export function soleSizeIn(name: string): string | undefined {
  const sizes = name.match(/(?<![a-z0-9.])(?:\d+x)?\d+(?:\.\d+)?[bm](?![a-z0-9])/gi);
  return sizes?.length === 1 ? sizes[0] : undefined;
}

/** "Llama-3-1-8B" means 3.1, in a way that no pattern reads: better not 3. */
const CUT_VERSION = /^[-_]\d(?:[-_]|$)/;
/** Nobody tunes a model into one of trillions of parameters: "Qwen3.8-2.4T" is another model of the maker's. */
const TRILLIONS = /^[-_]\d+(?:\.\d+)?T(?:[-_]|$)/i;

const whole = (source: string) => `^(?:${source})$`;

/** Regular expressions, each compiled when first needed, and run only where the text that it needs is there. */
class Expressions {
  private sources: readonly string[] | undefined;
  private readonly needles: string[] = [];
  private readonly compiled: RegExp[] = [];

  constructor(
    private readonly make: () => readonly string[],
    private readonly wrap: (source: string) => string,
    private readonly knownNeedle: (i: number) => string | undefined = () => undefined,
  ) {}

  /** What `read` makes of the first expression that matches and of which it makes anything. */
  first<T>(name: string, lower: string, read: (found: RegExpExecArray) => T | undefined): T | undefined {
    this.sources ??= this.make();
    for (let i = 0; i < this.sources.length; i++) {
      const source = this.sources[i] as string;
      const needle = (this.needles[i] ??= this.knownNeedle(i) ?? needleOf(source) ?? '');
      if (!lower.includes(needle)) continue;
      const expression = (this.compiled[i] ??= new RegExp(this.wrap(source), 'i'));
      const found = expression.exec(name);
      const result = found ? read(found) : undefined;
      if (result !== undefined) return result;
    }
    return undefined;
  }
}

export class FamilyIndex {
  private readonly ready: IndexedFamily[][] = [];

  constructor(
    private readonly compiled: readonly CompiledPublisher[],
    private readonly publishers: readonly Publisher[],
    private readonly unpack: <T>(packed: Packed) => T,
  ) {}

  private familiesOf(publisher: number): readonly IndexedFamily[] {
    let families = this.ready[publisher];
    if (!families) {
      const { families: packed } = this.compiled[publisher] as CompiledPublisher;
      const of = this.publishers[publisher] as Publisher;
      families = this.unpack<StoredFamily[]>(packed).map((family) => new IndexedFamily(family, of));
      this.ready[publisher] = families;
    }
    return families;
  }

  /** The family of publisher number `publisher` that ORG/NAME falls under. */
  match(publisher: number, org: string, name: string): FamilyMatch | undefined {
    if (name.length > MAX_NAME_LENGTH) return undefined;
    const lower = name.toLowerCase();
    for (const family of this.familiesOf(publisher)) {
      if (!family.answersFor(org)) continue;
      const match = family.match(name, lower);
      if (match) return match;
    }
    return undefined;
  }

  /**
   * The family a bare NAME falls under; `of` narrows to publishers by number, each with the organisation to stand for. Undefined
   * where publishers with different terms claim the name.
   */
  matchAny(name: string, of?: ReadonlyMap<number, string>): FamilyMatch | undefined {
    if (name.length > MAX_NAME_LENGTH) return undefined;
    const lower = name.toLowerCase();
    let found: FamilyMatch | undefined;
    for (let publisher = 0; publisher < this.publishers.length; publisher++) {
      const org = of?.get(publisher);
      if (of && org === undefined) continue;
      for (const family of this.familiesOf(publisher)) {
        if (org !== undefined && !family.answersFor(org)) continue;
        const match = org === undefined ? family.matchBare(name, lower) : family.match(name, lower);
        if (match && found && match.license !== found.license) return undefined;
        found ??= match;
      }
    }
    return found;
  }

  /** Families that a third party's name speaks of, left to right; of overlapping ones the one that begins first, then the longest. */
  mentioned(name: string): FamilyMatch[] {
    if (name.length > MAX_NAME_LENGTH) return [];
    const lower = name.toLowerCase();
    const mentions: Mention[] = [];
    for (let publisher = 0; publisher < this.publishers.length; publisher++) {
      for (const family of this.familiesOf(publisher)) {
        const mention = family.mention(name, lower);
        if (mention) mentions.push(mention);
      }
    }
    mentions.sort((a, b) => a.start - b.start || b.end - a.end);
    const kept: Mention[] = [];
    for (const mention of mentions) {
      if (mention.start >= (kept[kept.length - 1]?.end ?? 0)) kept.push(mention);
    }
    return kept.map(({ match }) => match);
  }
}
