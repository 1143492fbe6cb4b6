/** From a repacked model to the original it was made from, as far as the database knows it. */
import type { Model } from '../schema.ts';
import type { Database, FamilyMatch, KnownRepublisher, Publisher } from '../types.ts';
import { type Unpacked, unpackName } from './republishers.ts';
import { isOwnVariant } from './variants.ts';

/** An original: an entry of its own, or a family release. */
export type Original = {
  /** Null where only the release is known, not the id. */
  readonly id: string | null;
  readonly republisher: KnownRepublisher;
} & (
  | { readonly model: Model; readonly publisher: Publisher; readonly match?: undefined }
  | { readonly model?: undefined; readonly publisher: Publisher; readonly match: FamilyMatch }
);

/** A repacked model of a repacked model of … */
const MAX_DEPTH = 3;

/**
 * What `id` (ORG/NAME) was repacked from; undefined where ORG is no republisher or its name tells of no model that is known.
 * Exact entries come before families, and names with more of the packing taken off before names with less.
 */
export function findOriginal(database: Database, id: string, depth = 0): Original | undefined {
  const slash = id.indexOf('/');
  const republisher = slash > 0 ? database.republisher(id.slice(0, slash)) : undefined;
  if (!republisher || depth >= MAX_DEPTH) return undefined;
  const candidates = ofOneOwner(database, unpackName(republisher, id.slice(slash + 1)));
  for (const step of [byId, byOrganisation, byName]) {
    for (const candidate of candidates) {
      const found = step(database, candidate, id);
      if (found) return { ...found, republisher };
    }
  }
  for (const { org, name } of candidates) {
    const again = org !== undefined && `${org}/${name}` !== id && findOriginal(database, `${org}/${name}`, depth + 1);
    if (again) return again;
  }
  return undefined;
}

/** Where the name tells an organisation that is known, it is nobody else's model. */
function ofOneOwner(database: Database, candidates: readonly Unpacked[]): readonly Unpacked[] {
  const told = candidates.filter(
    ({ org, told: fromName }) => fromName && org !== undefined && isKnownOrg(database, org),
  );
  return told.length > 0 ? told : candidates;
}

function isKnownOrg(database: Database, org: string): boolean {
  return database.publisherOf(org) !== undefined || database.republisher(org) !== undefined;
}

type Found = Omit<Original, 'republisher'> & { match?: FamilyMatch; model?: Model };
type Step = (database: Database, candidate: Unpacked, self: string) => Original | undefined;

const known = (found: Found) => found as Original;

/** An id that the database spells out. */
const byId: Step = (database, { org, name }, self) => {
  const ids = org === undefined ? database.idsNamed(name) : [`${org}/${name}`];
  for (const id of ids) {
    if (id.toLowerCase() === self.toLowerCase()) continue;
    const entry = database.model(id);
    if (entry) return known({ ...entry, id: entry.model.id });
    const match = org === undefined ? database.family(id) : undefined;
    if (match && !isMirror(match)) return known({ id, publisher: match.publisher, match });
  }
  return undefined;
};

/** Copies that somebody keeps of another's models are nobody's original. */
const isMirror = ({ bases }: FamilyMatch) => bases?.some(({ relation }) => relation === 'converted') ?? false;

/** A family of the organisation that the name, or the rule, tells. */
const byOrganisation: Step = (database, { org, name, told }, self) => {
  const id = `${org}/${name}`;
  if (org === undefined || id.toLowerCase() === self.toLowerCase()) return undefined;
  const match = database.family(id);
  return told && match ? known({ id: database.spelling(id), publisher: match.publisher, match }) : asOriginal(match);
};

/** A family that the bare name falls under, whosever it is. */
const byName: Step = (database, { org, name }) => {
  return org === undefined ? asOriginal(database.familyOfName(name)) : undefined;
};

/** Llama-3.1-8B-Instruct is Meta's; Llama-3.1-8B-Somebody is somebody's, and no more than its name speaks for it. */
function asOriginal(match: FamilyMatch | undefined): Original | undefined {
  return match && isOwnVariant(match.variant) ? known({ id: null, publisher: match.publisher, match }) : undefined;
}
