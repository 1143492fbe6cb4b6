/** Why a model is not open source, one reason each: from its licence's clauses, then from what is not published. */
import type { ClauseType, OpennessClass } from '@modelterms/licenses-db';
import { t } from '../../l10n.ts';
import { isMultimodal } from '../../models/modality.ts';
import type { ResolvedModel } from '../../models/types.ts';
import type { WeighedClause } from '../types.ts';
import { partName } from './components.ts';

/** Clauses that an open licence cannot have, by the Open Source AI Definition's freedoms: to use, study, change and share for any purpose. */
const AGAINST: Partial<Record<ClauseType, () => string>> = {
  'non-commercial': () => t('no commercial use'),
  'research-only': () => t('research use only'),
  'user-threshold': () => t('not for everybody: a threshold of users'),
  'revenue-threshold': () => t('not for everybody: a threshold of revenue'),
  'threshold-attribution': () => t('credit owed above a threshold'),
  'territory-exclusion': () => t('not in every region'),
  'acceptable-use': () => t('not for every purpose: a use policy'),
  'field-of-use': () => t('not in every field of use'),
  hosting: () => t('conditions on hosting'),
  'competitor-bar': () => t('not for competitors'),
  'output-training': () => t('conditions on training with its outputs'),
  'no-derivatives': () => t('changed versions may not be shared'),
};

const REASONS_FROM_CLAUSES = 4;
const SAYS_NOTHING: ReadonlySet<OpennessClass> = new Set(['open-source', 'unknown']);

export function whyNotOpen(model: ResolvedModel, clauses: readonly WeighedClause[]): string[] {
  const { openness, components } = model;
  if (SAYS_NOTHING.has(openness)) return [];
  const barring = (Object.keys(AGAINST) as ClauseType[]).filter((type) =>
    clauses.some(({ clause }) => clause.type === type && !isHarmless(clause, model)),
  );
  const missing = (['trainingData', 'trainingCode'] as const)
    .filter((part) => components?.[part] === 'closed')
    .map((part) => t('{0} not published', partName(part)));
  return [...barring.slice(0, REASONS_FROM_CLAUSES).map((type) => AGAINST[type]?.() ?? type), ...missing];
}

/** A clause of a barring kind that bars nothing, or nothing of this model. */
const isHarmless = (clause: WeighedClause['clause'], model: ResolvedModel): boolean =>
  (clause.type === 'hosting' && clause.stance === 'terms-must-pass') ||
  (clause.type === 'territory-exclusion' && clause.covers === 'multimodal' && isMultimodal(model) === false);
