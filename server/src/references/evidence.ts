/**
 * How evidence adds up. The surroundings give up to 3 points (context.ts), the name up to 4 (here); a name of
 * unknown standing needs 3 together. So a known model is a reference anywhere, an unknown `org/name` only where the
 * surroundings say "model", and what merely looks like a model needs surroundings that hint at it.
 * A veto (data, aliases, images, outputs) overrules all of it.
 */
import { formatToken, otherThanModel, sizeToken } from './tables/shapes.ts';
import type { Knowledge } from './types.ts';

export const enough = 3;

export interface NameEvidence {
  readonly points: number;
  readonly why: readonly string[];
}

/** What the name `organisation/name` tells by itself. */
export function nameEvidence(organisation: string, name: string, knowledge: Knowledge): NameEvidence {
  const id = `${organisation}/${name}`;
  const other = otherThanModel.test(name);
  if (!other && knowledge.isKnownModel(id)) return { points: 3, why: ['a known model'] };
  const publisher = knowledge.isKnownPublisher(organisation);
  const signs: readonly (readonly [boolean, string])[] = [
    [publisher, 'a known publisher'],
    [knowledge.namesFamily(name), 'the name holds that of a model family'],
    [sizeToken.test(name), 'the name holds a size'],
    [formatToken.test(name), 'the name says how weights are tuned or packed'],
  ];
  const why = signs.filter(([holds]) => holds).map(([, text]) => text);
  const points = why.length - (other ? 2 : 0);
  // The name alone never makes the whole case where the publisher is not known.
  return { points: Math.max(0, Math.min(points, publisher ? 3 : 2)), why };
}
