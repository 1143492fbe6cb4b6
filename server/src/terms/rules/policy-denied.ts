import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import type { ResolvedModel } from '../../models/types.ts';
import { governing } from '../governing.ts';
import { allowedBy, denialBy, fitsLicense, type Meaning } from '../matching.ts';
import { NAME_LIMIT } from '../names.ts';
import { compareOpenness, opennessLabel } from '../openness.ts';
import type { Policy } from '../types.ts';
import { quoted } from '../words.ts';
import type { DocumentRule } from './document-rule.ts';

/**
 * Whether a policy lets a model in: `deny` always wins; then what `allow` names is in, and so is what is open enough. With an
 * `allow` list and no `minimumOpenness` only what is listed is in. Licences must all be allowed, and none denied.
 */
export const policyDenied: DocumentRule = ({ reference, model }, { policy }) => {
  const brief = denial(model, policy, reference.id);
  return brief === undefined ? [] : [{ message: t('Against the policy: {0}', brief), brief }];
};

/** Why the policy keeps a model out, as a phrase; undefined where it does not. `referenced`: the id as it stands in the file. */
export function denial(model: ResolvedModel, policy: Policy, referenced: string = model.id): string | undefined {
  for (const entry of policy.deny) {
    const meaning = denialBy(entry, model, referenced);
    if (meaning) return deniedBecause(meaning, entry, model);
  }
  const { minimumOpenness, allow } = policy;
  if (allow.length === 0 && minimumOpenness === undefined) return undefined;
  if (isAllowed(model, allow, referenced)) return undefined;
  if (minimumOpenness === undefined) return t('{0} is not on the list of what is allowed', name(model));
  if (compareOpenness(model.openness, minimumOpenness) <= 0) return undefined;
  return model.openness === 'unknown'
    ? t(
        'the policy asks for {0} or more open; the openness of {1} is not known',
        opennessLabel(minimumOpenness),
        name(model),
      )
    : t(
        'the policy asks for {0} or more open; this model: {1}',
        opennessLabel(minimumOpenness),
        opennessLabel(model.openness),
      );
}

function isAllowed(model: ResolvedModel, allow: readonly string[], referenced: string): boolean {
  if (allow.some((entry) => allowedBy(entry, model, referenced))) return true;
  const licenses = governing(model);
  return licenses.length > 0 && licenses.every(({ license }) => allow.some((entry) => fitsLicense(entry, license)));
}

const name = (model: ResolvedModel): string => visible(model.id, NAME_LIMIT);

function deniedBecause(meaning: Meaning, entry: string, model: ResolvedModel): string {
  if (typeof meaning === 'object') return t('{0} is denied', meaning.license.shortName);
  if (meaning === 'class') return t('{0} are denied', opennessLabel(model.openness));
  if (meaning === 'publisher') return t('models of {0} are denied', visible(model.publisher ?? entry, NAME_LIMIT));
  return t('{0} is denied by {1}', name(model), quoted(visible(entry, NAME_LIMIT)));
}
