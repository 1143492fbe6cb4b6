/** The openness classes in plain words, and their order. */
import { OPENNESS_CLASSES, type OpennessClass } from '@modelterms/licenses-db';
import { t } from '../l10n.ts';
import type { ResolvedModel } from '../models/types.ts';

const LABELS: Readonly<Record<OpennessClass, () => string>> = {
  'open-source': () => t('open source'),
  'open-weights': () => t('open weights'),
  'restricted-weights': () => t('restricted weights'),
  'noncommercial-weights': () => t('non-commercial weights'),
  closed: () => t('closed'),
  unknown: () => t('unknown'),
};

/** "restricted weights" */
export const opennessLabel = (openness: OpennessClass): string => LABELS[openness]();

const HEADLINES: Readonly<Record<OpennessClass, () => string>> = {
  'open-source': () => t('Open source: weights, code and data information under open terms'),
  'open-weights': () =>
    t('Open weights, not open source: free to use, but it cannot be rebuilt from what is published'),
  'restricted-weights': () => t('Weights for download, not open source: the licence restricts use'),
  'noncommercial-weights': () => t('Weights for download, not open source: no commercial use'),
  closed: () => t('Closed: the weights are not published'),
  unknown: () => t('Unknown: no licence is known for this model'),
};

/** Classes that free use goes with. */
const FREE: ReadonlySet<OpennessClass> = new Set(['open-source', 'open-weights']);

/** Whether there is nothing to keep anybody from using a model but what its maker may ask, which is not known. */
export const isFreeByBase = ({ licenses, openness }: Pick<ResolvedModel, 'licenses' | 'openness'>): boolean =>
  FREE.has(openness) && hasOnlyBaseTerms(licenses);

/** Whether all that is known are terms that come with what a model was made from. */
export const hasOnlyBaseTerms = (licenses: ResolvedModel['licenses']): boolean =>
  licenses.length > 0 && licenses.every(({ via }) => via === 'base');

/** One sentence without a full stop. That something cannot be rebuilt is said only where somebody looked and found it kept back. */
export function opennessHeadline(model: Pick<ResolvedModel, 'components' | 'licenses' | 'openness'>): string {
  const { components, openness } = model;
  if (isFreeByBase(model)) {
    return t('Made from a model that is free to use; what its own maker asks is not known here');
  }
  const keptBack = components?.trainingData === 'closed' || components?.trainingCode === 'closed';
  return openness === 'open-weights' && !keptBack
    ? t('Open weights: free to use; whether it can be rebuilt from what is published is not known here')
    : HEADLINES[openness]();
}

/** Less than zero where the first is more open. */
export const compareOpenness = (a: OpennessClass, b: OpennessClass): number =>
  OPENNESS_CLASSES.indexOf(a) - OPENNESS_CLASSES.indexOf(b);
