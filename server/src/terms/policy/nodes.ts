/** Walking a YAML document whose shape is not to be trusted: every value is asked for by kind, and what does not fit is told. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import type { Span } from '../../references/types.ts';
import { closest } from './closest.ts';

export interface PolicyProblem {
  /** In the policy file, UTF-16. */
  readonly span: Span;
  readonly message: string;
  /** error: the file cannot be used as it stands; warning: part of it has no effect. */
  readonly severity: 'error' | 'warning';
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node | null;
}

const NAME_LIMIT = 60;

export class Walker {
  readonly problems: PolicyProblem[] = [];

  constructor(private readonly document: Document.Parsed) {}

  tell(span: Span, message: string, severity: PolicyProblem['severity'] = 'error'): undefined {
    this.problems.push({ span, message, severity });
    return undefined;
  }

  /** The place of a node; of one that is not written at all, `fallback`. */
  span(node: Node | null | undefined, fallback: Span): Span {
    const range = node?.range;
    return range && range[1] > range[0] ? { start: range[0], end: range[1] } : fallback;
  }

  private resolved(node: unknown): Node | null {
    if (!isAlias(node)) return (node as Node | null | undefined) ?? null;
    return (node.resolve(this.document) as Node | undefined) ?? null;
  }

  /** The entries of a mapping whose keys are all in `known`, each once. `null` stands for nothing written: no entries. */
  entries(node: Node | null, at: Span, known: readonly string[]): readonly Entry[] {
    const map = this.resolved(node);
    if (map === null || (isScalar(map) && map.value === null)) return [];
    if (!isMap(map)) {
      this.tell(this.span(node, at), t('Expected keys with values: {0}', known.join(', ')));
      return [];
    }
    return this.distinct(map, at, known);
  }

  private distinct(map: YAMLMap, at: Span, known: readonly string[]): readonly Entry[] {
    const entries = new Map<string, Entry>();
    for (const { key: keyNode, value } of map.items as { key: Node | null; value: Node | null }[]) {
      const keySpan = this.span(keyNode, at);
      const key = isScalar(keyNode) ? String(keyNode.value) : '';
      if (!known.includes(key)) {
        this.unknown(key, keySpan, known);
      } else if (entries.has(key)) {
        this.tell(keySpan, t('“{0}” stands here twice', key));
      } else entries.set(key, { key, keySpan, value });
    }
    return [...entries.values()];
  }

  /** Tells of a word that is not one of the known ones, with the one that may be meant. */
  unknown(word: string, span: Span, known: readonly string[]): undefined {
    const shown = visible(word, NAME_LIMIT);
    const meant = closest(word, known);
    return this.tell(
      span,
      meant ? t('“{0}” is not known here; did you mean “{1}”?', shown, meant) : t('“{0}” is not known here', shown),
    );
  }

  /** The items of a list; nothing written is an empty list. */
  items(node: Node | null, at: Span): readonly Node[] {
    const list = this.resolved(node);
    if (list === null || (isScalar(list) && list.value === null)) return [];
    if (!isSeq(list)) {
      this.tell(this.span(node, at), t('Expected a list'));
      return [];
    }
    return list.items.filter((item): item is Node => item !== null);
  }

  private scalar<T>(
    node: Node | null,
    at: Span,
    accept: (value: unknown) => T | undefined,
    wanted: string,
  ): T | undefined {
    const scalar = this.resolved(node);
    const value = isScalar(scalar) ? accept(scalar.value) : undefined;
    return value === undefined ? this.tell(this.span(node, at), wanted) : value;
  }

  text(node: Node | null, at: Span): string | undefined {
    const accept = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);
    return this.scalar(node, at, accept, t('Expected a text'));
  }

  boolean(node: Node | null, at: Span): boolean | undefined {
    const accept = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
    return this.scalar(node, at, accept, t('Expected true or false'));
  }

  /** Zero or more. `700_000_000` and `700,000,000` are texts in YAML; they are told of, not guessed at. */
  count(node: Node | null, at: Span): number | undefined {
    const accept = (value: unknown) =>
      typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
    return this.scalar(node, at, accept, t('Expected a number, digits only'));
  }

  oneOf<T extends string>(node: Node | null, at: Span, known: readonly T[]): T | undefined {
    const scalar = this.resolved(node);
    // `off` is false to readers of YAML 1.1, and people write it so
    const value = isScalar(scalar)
      ? scalar.value === false && known.includes('off' as T)
        ? 'off'
        : scalar.value
      : undefined;
    if (known.includes(value as T)) return value as T;
    const span = this.span(node, at);
    if (typeof value === 'string') return this.unknown(value, span, known);
    return this.tell(span, t('Expected one of: {0}', known.join(', ')));
  }

  /** YYYY-MM-DD, and a day that exists. */
  date(node: Node | null, at: Span): string | undefined {
    const accept = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined);
    return this.scalar(node, at, accept, t('Expected a date, YYYY-MM-DD'));
  }

  /** Every item that `read` makes something of. */
  each<T>(node: Node | null, at: Span, read: (item: Node, span: Span) => T | undefined): readonly T[] {
    return this.items(node, at).flatMap((item) => {
      const made = read(item, this.span(item, at));
      return made === undefined ? [] : [made];
    });
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
