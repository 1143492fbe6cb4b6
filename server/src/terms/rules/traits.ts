/** What a licence asks of works made from the licensed one, as far as two licences can collide in one work. */
import type { ClauseOf, ClauseType, License } from '@modelterms/licenses-db';

/** Clauses that stay with everything made from the work. Notices alone do not: they are kept, and any terms may join them. */
const STAYS: ReadonlySet<ClauseType> = new Set([
  'non-commercial',
  'research-only',
  'user-threshold',
  'revenue-threshold',
  'threshold-attribution',
  'attribution-display',
  'derivative-name-prefix',
  'output-training',
  'output-commercial-use',
  'acceptable-use',
  'flow-down',
  'territory-exclusion',
  'field-of-use',
  'hosting',
  'competitor-bar',
  'registration',
  'share-alike',
  'no-derivatives',
]);

const has = (license: License, type: ClauseType): boolean => license.clauses.some((clause) => clause.type === type);

export const clausesOf = <K extends ClauseType>(license: License, type: K): readonly ClauseOf<K>[] =>
  license.clauses.filter((clause): clause is ClauseOf<K> => clause.type === type);

const isOpen = (license: License): boolean => license.openness === 'open-weights';

/** Works made from it may come under any terms, its notices kept. What some permissive texts ask of source files is no matter here. */
export const isFree = (license: License): boolean =>
  isOpen(license) && (license.kind === 'permissive' || !has(license, 'share-alike'));

export const isNonCommercial = (license: License): boolean =>
  has(license, 'non-commercial') || has(license, 'research-only');

export const barsDerivatives = (license: License): boolean => has(license, 'no-derivatives');

export const restrictsUse = (license: License): boolean =>
  has(license, 'acceptable-use') || has(license, 'field-of-use');

/**
 * Copyleft that lets no other terms join: share-alike licences of general use (Creative Commons, GNU, data licences) and open
 * ones for models. Restrictive texts that say "derivatives remain subject to this licence" let others join.
 */
export const isExclusive = (license: License): boolean =>
  has(license, 'share-alike') &&
  (license.kind === 'copyleft' || license.kind === 'data' || (license.kind === 'ai' && isOpen(license)));

/**
 * One way from a share-alike licence to another that its own text lets a derivative take, by id. Sources: CC BY-SA 3.0, 4.b and
 * 4.0, 3.b with creativecommons.org/compatiblelicenses; GPL-3.0, 13; LGPL-3.0, 2 and 4; LGPL-2.1, 3; MPL-2.0, 3.3; EUPL-1.2,
 * appendix.
 */
const MAY_BECOME: Readonly<Record<string, readonly string[]>> = {
  'cc-by-sa-3.0': ['cc-by-sa-4.0'],
  'cc-by-sa-4.0': ['gpl-3.0'],
  'cc-by-nc-sa-2.0': ['cc-by-nc-sa-3.0', 'cc-by-nc-sa-4.0'],
  'cc-by-nc-sa-3.0': ['cc-by-nc-sa-4.0'],
  'gpl-3.0': ['agpl-3.0'],
  'lgpl-3.0': ['gpl-3.0', 'agpl-3.0'],
  'lgpl-2.1': ['gpl-2.0', 'gpl-3.0', 'agpl-3.0'],
  'mpl-2.0': ['gpl-2.0', 'gpl-3.0', 'lgpl-2.1', 'lgpl-3.0', 'agpl-3.0'],
  'eupl-1.2': [
    'gpl-2.0',
    'gpl-3.0',
    'agpl-3.0',
    'lgpl-2.1',
    'lgpl-3.0',
    'mpl-2.0',
    'epl-1.0',
    'osl-3.0',
    'cc-by-sa-3.0',
  ],
};

/** Whether a derivative of the first may come under the second, both share-alike. */
export const mayBecome = (from: License, to: License): boolean =>
  from.id === to.id || (MAY_BECOME[from.id] ?? []).includes(to.id);

/** Everything it asks of derivatives is that its use restrictions go with them: the RAIL licences and their like. */
const ONLY_USE: ReadonlySet<ClauseType> = new Set(['acceptable-use', 'field-of-use', 'flow-down', 'hosting']);

export const asksOnlyUseRestrictions = (license: License): boolean =>
  restrictsUse(license) &&
  license.clauses.every((clause) => !STAYS.has(clause.type) || ONLY_USE.has(clause.type)) &&
  clausesOf(license, 'flow-down').every((clause) => clause.what === 'use-restrictions');

/** All it asks is that nothing commercial is done: CC BY-NC and its like, under which derivatives may take other NC terms. */
const ONLY_NC: ReadonlySet<ClauseType> = new Set(['non-commercial', 'research-only', 'output-commercial-use']);

export const asksOnlyNonCommercial = (license: License): boolean =>
  isNonCommercial(license) && license.clauses.every((clause) => !STAYS.has(clause.type) || ONLY_NC.has(clause.type));
