/** Several licences for one model: which governs. */
import { strictness } from '@modelterms/licenses-db';
import type { AppliedLicense } from './types.ts';

/** The publisher's own word names a licence best; a base's comes along anyway. */
const PREFERENCE: Record<AppliedLicense['via'], number> = { own: 0, layer: 1, disputed: 2, base: 3 };

/** One entry for each licence: the one that says best why it applies. */
export function withoutRepeats(licenses: readonly AppliedLicense[]): AppliedLicense[] {
  const kept = new Map<string, AppliedLicense>();
  for (const license of licenses) {
    const before = kept.get(license.license.id);
    if (!before || PREFERENCE[license.via] < PREFERENCE[before.via]) kept.set(license.license.id, license);
  }
  return [...kept.values()];
}

/** By class, then by what they forbid; of equally strict ones the publisher's own first. */
export function strictestFirst(licenses: readonly AppliedLicense[]): AppliedLicense[] {
  return [...licenses].sort(
    (a, b) => strictness(b.license) - strictness(a.license) || PREFERENCE[a.via] - PREFERENCE[b.via],
  );
}
