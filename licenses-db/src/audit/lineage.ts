/** Terms of a base that are lost on the way to what was made from it: the fault that users fear most. */
import type { Agreement, Audited } from './index.ts';
import type { Difference } from './reviewed.ts';
import type { Row } from './tables.ts';

/** Openness classes whose terms ask nothing that a derivative would have to carry on. */
const FREE = new Set(['open-source', 'open-weights']);

/**
 * Rows name a model (`hf_id`) and what it was made from (`base_model`). Compared are models that we list or know by family as free,
 * over bases that we know; they agree where the base is free, too. Models made of several bases have several rows.
 */
export function lineageAgreement(rows: readonly Row[], resolve: (id: string) => Audited): Agreement {
  const differences: Difference[] = [];
  let compared = 0;
  for (const { hf_id: id = '', base_model: base = '', source = '' } of rows) {
    if (!base.includes('/')) continue;
    const ours = resolve(id);
    const theirs = resolve(base);
    if (!ours.license || !theirs.license || !STATED.has(ours.evidence.kind) || !FREE.has(ours.openness)) continue;
    compared++;
    if (FREE.has(theirs.openness)) continue;
    differences.push({ id, theirs: theirs.license.id, ours: ours.license.id, from: `made from ${base}: ${source}` });
  }
  return {
    with: 'terms that come along with a base',
    compared,
    agreed: compared - differences.length,
    differences,
    unmapped: {},
  };
}

/** Evidence by which we say a model's own licence. */
const STATED = new Set(['catalogue', 'family']);
