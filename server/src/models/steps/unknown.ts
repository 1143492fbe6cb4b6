/** The honest answer where nothing is known. */
import type { Found } from '../found.ts';

/** `date`: the database's, since that is what was looked into. */
export function NOTHING(id: string, date: string): Found {
  return {
    id,
    licenses: [],
    openness: 'unknown',
    lineage: [],
    evidence: { kind: 'none', source: '', checked: date },
  };
}
