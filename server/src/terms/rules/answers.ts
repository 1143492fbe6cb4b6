/**
 * Facts about the project with three answers: yes, no, not said. Rules combine them, and what comes out keeps the reason in
 * words and which fact of the profile would settle it.
 */
import { t } from '../../l10n.ts';
import type { Situation } from '../situation.ts';
import type { ProfileFact, Verdict } from '../types.ts';

export interface Answer {
  readonly is: boolean | undefined;
  readonly reason?: string;
  readonly asks: readonly ProfileFact[];
  /** The document shows it, the profile says nothing of it. */
  readonly shown?: true;
}

const shown = (reason: string): Answer => ({ is: true, reason, asks: [], shown: true });

function declared(fact: ProfileFact, value: boolean | undefined, yes: () => string, no: () => string): Answer {
  if (value === undefined) return { is: undefined, asks: [fact] };
  return { is: value, reason: value ? yes() : no(), asks: [] };
}

export const commercial = ({ usage }: Situation): Answer =>
  declared(
    'commercial',
    usage.commercial,
    () => t('you declared commercial use'),
    () => t('you declared non-commercial use'),
  );

/** Whether weights, or a product that holds them, are given to others. */
export function distributes({ usage, published }: Situation): Answer {
  if (usage.distributes === undefined && published === 'hub') {
    return shown(t('this file publishes the result'));
  }
  return declared(
    'distributes',
    usage.distributes,
    () => t('you declared that you distribute the model or a product with it'),
    () => t('you declared that you do not distribute the model'),
  );
}

/** Whether another model is made from it: what is published, and not taught by it, is. */
export function fineTunes({ usage, published, teaches }: Situation): Answer {
  if (usage.fineTunes === undefined && !teaches && (published === 'hub' || published === 'card')) {
    return shown(t('this file makes a model from it'));
  }
  return declared(
    'fineTunes',
    usage.fineTunes,
    () => t('you declared that you fine-tune'),
    () => t('you declared that you do not fine-tune'),
  );
}

export function trainsOnOutputs({ usage, teaches }: Situation): Answer {
  if (teaches) {
    const reason = teaches.makesData
      ? t('this file makes data of its outputs to train other models on')
      : t('this file trains another model on its outputs');
    return { is: true, reason, asks: [] };
  }
  return declared(
    'trainsOnOutputs',
    usage.trainsOnOutputs,
    () => t('you declared that you train models on outputs'),
    () => t('you declared that you train no models on outputs'),
  );
}

export const hosts = ({ usage }: Situation): Answer =>
  declared(
    'hosts',
    usage.hosts,
    () => t('you declared that you offer the model to others as a service'),
    () => t('you declared that you do not offer the model as a service'),
  );

const reasons = (answers: readonly Answer[]): string | undefined =>
  answers
    .map((answer) => answer.reason)
    .filter(Boolean)
    .join('; ') || undefined;

/** Yes as soon as one is; no when all are; otherwise not said. */
export function either(...answers: readonly Answer[]): Answer {
  const yes = answers.find((answer) => answer.is === true);
  if (yes) return yes;
  if (answers.every((answer) => answer.is === false)) return { is: false, reason: reasons(answers), asks: [] };
  return { is: undefined, asks: answers.flatMap((answer) => answer.asks) };
}

/** No as soon as one is; yes when all are; otherwise not said. */
export function both(...answers: readonly Answer[]): Answer {
  const no = answers.find((answer) => answer.is === false);
  if (no) return no;
  if (answers.every((answer) => answer.is === true)) {
    return {
      is: true,
      reason: reasons(answers),
      asks: [],
      ...(answers.some((one) => one.shown) ? { shown: true } : {}),
    };
  }
  return { is: undefined, asks: answers.flatMap((answer) => answer.asks) };
}

interface Judged {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly asks?: readonly ProfileFact[];
}

/** A clause that matters exactly when the answer is yes. */
export function judge(answer: Answer): Judged {
  if (answer.is === undefined) return { verdict: 'conditional', asks: answer.asks };
  return { verdict: answer.is ? 'applies' : 'does-not-apply', reason: answer.reason };
}
