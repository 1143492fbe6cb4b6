/** Openness by component: what of a model is public, and on what terms. */
import type { Components } from '@modelterms/licenses-db';
import { t } from '../../l10n.ts';

type Part = 'weights' | 'trainingData' | 'trainingCode' | 'evaluation' | 'documentation';
type State = NonNullable<Components[Part]>;

export interface CardComponent {
  readonly part: Part;
  readonly state: State;
  /** "training data" */
  readonly name: string;
  /** "described, not published" */
  readonly label: string;
}

const PARTS: Readonly<Record<Part, () => string>> = {
  weights: () => t('weights'),
  trainingData: () => t('training data'),
  trainingCode: () => t('training code'),
  evaluation: () => t('evaluation'),
  documentation: () => t('documentation'),
};

const STATES: Readonly<Record<State, () => string>> = {
  open: () => t('open'),
  described: () => t('described, not published'),
  closed: () => t('not published'),
};

/** Where "described" means something of its own. */
const DESCRIBED: Partial<Record<Part, () => string>> = {
  evaluation: () => t('results only'),
  documentation: () => t('a model card or a report, not both'),
};

export const partName = (part: Part): string => PARTS[part]();

const labelOf = (part: Part, state: State): string => {
  const own = state === 'described' ? DESCRIBED[part] : undefined;
  return (own ?? STATES[state])();
};

/** Only what is known; nothing for a model whose components nobody looked at. */
export function componentsOf(components: Components | undefined): CardComponent[] {
  return (Object.keys(PARTS) as Part[]).flatMap((part) => {
    const state = components?.[part];
    return state ? [{ part, state, name: partName(part), label: labelOf(part, state) }] : [];
  });
}
