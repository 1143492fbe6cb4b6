/** From a republisher's name for a model to the names its original may have. */
import type { KnownRepublisher } from '../types.ts';

export interface Unpacked {
  /** The original's organisation, where the name tells it or the rule assumes one. */
  readonly org?: string;
  readonly name: string;
  /** The organisation stands in the name itself. */
  readonly told?: boolean;
}

/** How often tails are taken off one name: -i1-GGUF, -GPTQ-Int4 … */
const MAX_STRIPS = 6;
const compiled = new WeakMap<KnownRepublisher, RegExp[]>();

/**
 * What a republisher's NAME may stand for, likeliest first: the name as it is and with each packing tail taken off, under the
 * organisation that stands in the name, then under the assumed ones, then bare.
 */
export function unpackName(republisher: KnownRepublisher, name: string): Unpacked[] {
  const names = stripped(republisher, name).reverse();
  const result: Unpacked[] = [];
  for (const candidate of names) {
    const at = republisher.separator ? candidate.indexOf(republisher.separator) : -1;
    if (at > 0) {
      const rest = candidate.slice(at + (republisher.separator as string).length);
      if (rest) result.push({ org: candidate.slice(0, at), name: rest, told: true }, { name: rest });
    }
    for (const org of republisher.assume ?? []) result.push({ org, name: candidate });
    result.push({ name: candidate });
  }
  return result;
}

/** The name, and what is left of it as tails and heads come off one by one. */
function stripped(republisher: KnownRepublisher, name: string): string[] {
  let patterns = compiled.get(republisher);
  if (!patterns) {
    patterns = republisher.strip.map((source) => new RegExp(stripSource(source), 'i'));
    compiled.set(republisher, patterns);
  }
  const names = [name];
  for (let i = 0; i < MAX_STRIPS; i++) {
    const current = names[names.length - 1] as string;
    const next = patterns.map((pattern) => current.replace(pattern, '')).find((left) => left && left !== current);
    if (next === undefined) break;
    names.push(next);
  }
  return names;
}

/** A rule that does not say that it means the head means the tail. */
export function stripSource(source: string): string {
  return source.startsWith('^') ? source : `(?:${source})$`;
}
