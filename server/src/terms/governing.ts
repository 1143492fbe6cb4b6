/** Which of a model's licences bind, and through what. */
import type { License } from '@modelterms/licenses-db';
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { AppliedLicense, ResolvedModel } from '../models/types.ts';
import { NAME_LIMIT } from './names.ts';

/** Every licence that binds, strictest first. What only another source states binds where it is the strictest. */
export function governing(model: ResolvedModel): readonly AppliedLicense[] {
  return model.licenses.filter(({ via, license }) => via !== 'disputed' || license.id === model.license?.id);
}

/** `other`, `unknown` and families that name no one text: a licence id that tells no terms. */
export const tellsNothing = (license: License): boolean => license.kind === 'placeholder';

/** "Llama 3.1 licence", with the way it comes: "Llama 3.1 licence (through its base meta-llama/Llama-3.1-8B)". */
export function licenseWithWay({ license, via, from }: AppliedLicense): string {
  if (via === 'base') {
    return from
      ? t('{0} (through its base {1})', license.shortName, visible(from, NAME_LIMIT))
      : t('{0} (through its base)', license.shortName);
  }
  if (via === 'layer') return t('{0} (shipped with it by the registry)', license.shortName);
  if (via === 'disputed') return t('{0} (as another source states)', license.shortName);
  return license.shortName;
}
