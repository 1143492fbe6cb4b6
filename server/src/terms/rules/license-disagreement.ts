import { t } from '../../l10n.ts';
import type { AppliedLicense } from '../../models/types.ts';
import type { DocumentRule } from './document-rule.ts';

/** Sources name different licences for one and the same model: the stricter counts, and that they differ is said. */
export const licenseDisagreement: DocumentRule = ({ model }) => {
  if (!model.disagreement || !model.license) return [];
  const named = ({ license, evidence }: AppliedLicense) => t('{0} ({1})', license.shortName, evidence.source);
  const strictest = model.licenses.find(({ license }) => license.id === model.license?.id);
  const others = model.licenses.filter(({ license, via }) => via !== 'base' && license.id !== model.license?.id);
  if (!strictest || others.length === 0) return [];
  const lax = others.map(named).join(', ');
  return [
    {
      message: t('Sources disagree: {0}, but {1}; the stricter is shown', named(strictest), lax),
      brief: t('another source says {0}', others.map(({ license }) => license.shortName).join(', ')),
      license: model.license.id,
    },
  ];
};
