/**
 * Openness: one rule from licence and components to a class. docs/database.md says it in prose.
 *
 * 1. No licence known: `unknown`. Weights that are not handed out: `closed`.
 * 2. A licence that is not free (restricted, non-commercial, closed, unknown) gives its own class, whatever else is open.
 * 3. A free licence (approved by the OSI, or as free) gives `open-source` where, besides the weights, the training code is open
 *    and the training data open or described well enough to rebuild, as the Open Source AI Definition 1.0 asks; else
 *    `open-weights`.
 * 4. A model made from others is no more open than the least open of them.
 */
import type { Clause, Components, License } from './schema.ts';
import type { ClauseType, OpennessClass } from './vocabulary.ts';

/** The class of a model by its own licence and components (rules 1 to 3). */
export function opennessOf(license: Pick<License, 'openness'> | undefined, components?: Components): OpennessClass {
  if (components?.weights === 'closed') return 'closed';
  if (!license) return 'unknown';
  if (license.openness !== 'open-weights') return license.openness;
  const dataKnown = components?.trainingData === 'open' || components?.trainingData === 'described';
  return components?.trainingCode === 'open' && dataKnown ? 'open-source' : 'open-weights';
}

/** An unknown licence counts as less than free and better than one that is known to restrict. */
const RANKS: Record<OpennessClass, number> = {
  'open-source': 0,
  'open-weights': 1,
  unknown: 2,
  'restricted-weights': 3,
  'noncommercial-weights': 4,
  closed: 5,
};

/** The least open of several classes (rule 4); of none, `unknown`. What is unknown does not hide what is known to restrict. */
export function worstOpenness(classes: readonly OpennessClass[]): OpennessClass {
  return (
    classes.reduce<OpennessClass | undefined>(
      (worst, next) => (worst === undefined || RANKS[next] > RANKS[worst] ? next : worst),
      undefined,
    ) ?? 'unknown'
  );
}

/** Clauses that take something away, as against duties; of those that may only ask for something, the stances that forbid. */
const FORBIDDING: Partial<Record<ClauseType, readonly string[] | true>> = {
  'non-commercial': true,
  'research-only': true,
  'user-threshold': true,
  'revenue-threshold': true,
  'output-training': ['forbidden', 'competitors-only', 'noncommercial-only'],
  'output-commercial-use': ['forbidden'],
  'acceptable-use': true,
  'territory-exclusion': true,
  'field-of-use': true,
  hosting: ['forbidden', 'needs-license'],
  'competitor-bar': true,
  'no-derivatives': true,
  'share-alike': true,
};

function forbids(clause: Clause): boolean {
  const stances = FORBIDDING[clause.type];
  return stances === true || (stances !== undefined && 'stance' in clause && stances.includes(clause.stance));
}

/** Orders licences: the higher the stricter. By class first, then by the number of clauses that forbid. */
export function strictness(license: License): number {
  let known = strictnesses.get(license);
  if (known === undefined) {
    const forbidding = license.clauses.filter(forbids).length;
    known = RANKS[license.openness] * 1_000 + forbidding;
    strictnesses.set(license, known);
  }
  return known;
}

const strictnesses = new WeakMap<License, number>();
