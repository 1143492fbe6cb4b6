import type { License } from '@modelterms/licenses-db';
import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import { creationsIn } from '../creations.ts';
import { governing, tellsNothing } from '../governing.ts';
import { NAME_LIMIT } from '../names.ts';
import type { AssessContext, ResolvedReference } from '../types.ts';
import type { DocumentRule } from './document-rule.ts';

/** Nothing is known, or only a label that names no text, such as `other`, or a text nobody could read. */
export const unknownLicense: DocumentRule = (subject, context) => {
  const { model } = subject;
  const licenses = governing(model);
  const id = visible(model.id, NAME_LIMIT);
  if (licenses.length === 0 && model.evidence.kind === 'user') {
    const message = t('The policy file names a licence for {0} that ModelTerms does not know', id);
    return [{ message, brief: t('licence unknown') }];
  }
  if (licenses.length === 0) {
    if (isMadeHere(subject, context)) return [];
    const message = t('No licence is known for {0}; read its model page before you use it', id);
    return [{ message, brief: t('licence unknown') }];
  }
  if (licenses.every(({ license }) => tellsNothing(license))) {
    const label = licenses[0]?.license.id ?? '';
    const message = t('{0} is labelled “{1}”, which names no licence text; read its model page', id, label);
    return [{ message, brief: t('its licence is not named'), license: label }];
  }
  if (!licenses.every(({ license }) => tellsNothing(license) || isUnread(license))) return [];
  const unread = licenses.find(({ license }) => isUnread(license))?.license;
  if (!unread) return [];
  return [
    {
      message: t(
        '{0} is under the {1}, whose terms ModelTerms does not know; read them before you use it',
        id,
        unread.shortName,
      ),
      brief: t('terms unknown'),
      license: unread.id,
    },
  ];
};

/** What a command beside it makes of a Modelfile has no model page; its terms are told at the Modelfile's `FROM`. */
function isMadeHere({ reference }: ResolvedReference, { document }: AssessContext): boolean {
  if (reference.kind !== 'ollama') return false;
  return creationsIn(document).some(({ name }) => untagged(name) === untagged(reference.id));
}

const untagged = (name: string): string => name.replace(/:[^/]*$/, '');

/** Named, but nobody could read it: not even a clause is known. Open licences that ask nothing have none either. */
const isUnread = ({ openness, clauses }: License): boolean => openness !== 'open-weights' && clauses.length === 0;
