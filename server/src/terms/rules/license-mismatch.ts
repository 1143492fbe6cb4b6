import type { License } from '@modelterms/licenses-db';
import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import { type DeclaredLicense, licensesBeside } from '../document.ts';
import { governing, tellsNothing } from '../governing.ts';
import { NAME_LIMIT } from '../names.ts';
import { isIngredient } from '../roles.ts';
import type { AssessContext, ResolvedReference, RuleLevel } from '../types.ts';
import type { DocumentFinding, DocumentRule } from './document-rule.ts';
import { cardLicense, hasCardId } from './hugging-face-ids.ts';
import {
  asksOnlyNonCommercial,
  asksOnlyUseRestrictions,
  barsDerivatives,
  isExclusive,
  isFree,
  isNonCommercial,
  mayBecome,
  restrictsUse,
} from './traits.ts';

/** A licence as written, and the text it names. */
interface Said {
  readonly declared: DeclaredLicense;
  readonly says: License;
}

/**
 * A licence declared beside a base model, against what the base's licence lets a derivative say. A free base may be relicensed,
 * its notices kept; of several licences one that fits is enough; what cannot be told (`other`, an unknown base) is passed over in
 * silence.
 */
export const licenseMismatch: DocumentRule = (subject, context) => {
  if (!isIngredient(subject.reference)) return [];
  const licenses = governing(subject.model).filter(({ license }) => !tellsNothing(license));
  if (licenses.every(({ license }) => isFree(license))) return [];
  const declared = licensesBeside(subject, context.document);
  const said = declared.flatMap((one): Said[] => {
    const says = declaredLicense(one, context);
    return says ? [{ declared: one, says }] : [];
  });
  // one that names no text may be the one that fits
  if (said.length < declared.length) return [];

  for (const { license } of licenses) {
    const clashes = said.flatMap((one) => clashOf(license, one.says) ?? []);
    const [first] = said;
    const [clash] = clashes;
    if (first && clash && clashes.length === said.length) {
      return [finding(subject, license, first, clash, said.length > 1, context)];
    }
  }
  return [];
};

/** The text that is declared; undefined where the document names none. */
function declaredLicense({ value, name }: DeclaredLicense, context: AssessContext): License | undefined {
  const license = context.licenseNamed(value);
  if (license && !tellsNothing(license)) return license;
  const named = name === undefined ? undefined : context.licenseNamed(name);
  return named && !tellsNothing(named) ? named : undefined;
}

/** drops: terms of the base are denied; version: another text of the same licensor; beside: terms that come along unnamed. */
type Clash = 'bars' | 'share-alike' | 'drops' | 'version' | 'beside';

const LEVEL: Readonly<Record<Clash, RuleLevel | undefined>> = {
  bars: undefined,
  'share-alike': undefined,
  drops: undefined,
  version: undefined,
  // both may well bind; the card just does not say so
  beside: 'information',
};

/** How a declared licence collides with a base's; undefined where a derivative may say so. */
export function clashOf(base: License, declared: License): Clash | undefined {
  if (base.id === declared.id || isFree(base)) return undefined;
  if (barsDerivatives(base)) return 'bars';
  if (isExclusive(base)) return mayBecome(base, declared) ? undefined : 'share-alike';
  if (asksOnlyNonCommercial(base) && isNonCommercial(declared)) return undefined;
  if (asksOnlyUseRestrictions(base) && restrictsUse(declared)) return undefined;
  if (isFree(declared) || isExclusive(declared)) return 'drops';
  if (base.licensor === undefined || base.licensor !== declared.licensor) return 'beside';
  // Hugging Face has one id for all versions of some texts (`gemma`), one for each of others (`llama3`, `llama3.1`)
  return hasCardId(declared.id) && !hasCardId(base.id) ? undefined : 'version';
}

function finding(
  { reference, model }: ResolvedReference,
  base: License,
  { declared, says }: Said,
  clash: Clash,
  isOneOfSeveral: boolean,
  context: AssessContext,
): DocumentFinding {
  const id = visible(model.id, NAME_LIMIT);
  const should = cardLicense(base.id);
  const right = should.name ? `${should.license}, license_name: ${should.name}` : should.license;
  const [was, is] = [says.shortName, base.shortName];
  const message: Record<Clash, () => string> = {
    bars: () => t('{0} is under the {1}, which lets no changed version be passed on', id, is),
    'share-alike': () => t('Declared as {0}, but what is made from {1} has to stay under the {2}', was, id, is),
    drops: () =>
      t(
        'Declared as {0}, but the terms of the {1} stay with everything made from {2}: declare {3}',
        was,
        is,
        id,
        right,
      ),
    version: () => t('Declared as {0}, but {1} is under the {2}: declare {3}', was, id, is, right),
    beside: () => t('Declared as {0}; the terms of the {1} come along with {2}: say so', was, is, id),
  };
  const isSettled = clash === 'bars' || clash === 'beside' || anotherBaseFits(says, reference, context);
  const fixable = !isSettled && !isOneOfSeveral;
  const named = should.name && declared.nameSpan ? { nameSpan: declared.nameSpan } : {};
  const level = clash === 'version' && isSettled ? 'information' : LEVEL[clash];
  return {
    message: message[clash](),
    brief: t('declared as {0}', was),
    license: base.id,
    ...(level ? { level } : {}),
    related: [{ span: declared.span, message: t('Declared here as {0}', was) }],
    ...(fixable ? { fix: { kind: 'set-license', span: declared.span, ...should, ...named } } : {}),
  };
}

/** Of several bases, another one demands the declared licence: one field cannot name both. A free one demands nothing. */
const anotherBaseFits = (says: License, own: ResolvedReference['reference'], { references }: AssessContext): boolean =>
  references.some(
    ({ reference, model }) =>
      reference !== own &&
      isIngredient(reference) &&
      governing(model).some(({ license }) => license.id === says.id && !isFree(license)),
  );
