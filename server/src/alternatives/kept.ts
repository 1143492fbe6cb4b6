/** Whether a candidate keeps to the project's own policy and profile: what would be warned of is not suggested. */
import { assessModel } from '../terms/index.ts';
import { denial } from '../terms/rules/policy-denied.ts';
import type { Policy } from '../terms/types.ts';
import type { Candidate } from './candidates.ts';

/** The day does not matter: exceptions are left out, since a stand-in should need none. `replacement`: as it would be written. */
export function isKept({ model }: Candidate, replacement: string, policy: Policy): boolean {
  if (denial(model, policy, replacement) !== undefined) return false;
  const { findings } = assessModel(model, { ...policy, exceptions: [] }, '');
  return findings.every(({ severity }) => severity !== 'error' && severity !== 'warning');
}
