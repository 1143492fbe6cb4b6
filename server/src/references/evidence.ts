/**
 * How evidence adds up. The surroundings give up to 3 points (surroundings/), the name up to 4 (here); a name of
 * unknown standing needs 3 together. So a known model is a reference anywhere, an unknown `org/name` only where the
 * surroundings say "model", and what merely looks like a model needs surroundings that hint at it.
 * A veto (data, aliases, images, outputs) overrules all of it.
 */
import { formatToken, otherThanModel, sizeToken, variantToken } from './tables/shapes.ts';
import type { Knowledge } from './types.ts';

export const enough = 3;

interface NameEvidence {
  readonly points: number;
  /** The database knows the model, or its publisher and enough of the rest. */
  readonly known: boolean;
  readonly why: readonly string[];
}

/** What the name `organisation/name` tells by itself. */
export function nameEvidence(organisation: string, name: string, knowledge: Knowledge): NameEvidence {
  const id = `${organisation}/${name}`;
  const other = otherThanModel.test(name);
  // What the name speaks of counts for less than that the database has it.
  if (knowledge.isListedModel(id) || (!other && knowledge.isKnownModel(id)))
    return { points: 3, known: true, why: ['the database knows the model'] };
  const publisher = knowledge.isKnownPublisher(organisation);
  const family = knowledge.namesFamily(name);
  const size = sizeToken.test(name);
  const form = formatToken.test(name);
  const signs: readonly (readonly [boolean, string])[] = [
    [publisher, 'the database knows the publisher'],
    [family, 'its name holds that of a model family'],
    [size, 'its name holds a size'],
    [form, 'its name says how weights are tuned or packed'],
    [publisher && family && !size && !form && variantToken.test(name), 'its name says which of a family it is'],
  ];
  const why = signs.filter(([holds]) => holds).map(([, text]) => text);
  const points = why.length - (other ? 2 : 0);
  const known = publisher && points >= 3;
  // The name alone makes the whole case only where it is a model's in every part, or the publisher is known.
  return { points: Math.max(0, Math.min(points, publisher || (family && size && form) ? 3 : 2)), known, why };
}
