/** What a suggestion says: why this one, and what is given up for it. */
import type { Task } from '@modelterms/licenses-db';
import { t } from '../l10n.ts';
import type { ResolvedModel } from '../models/types.ts';
import type { Candidate } from './candidates.ts';
import { isNarrow } from './languages.ts';
import type { Leftovers } from './leftovers.ts';
import type { Place, Wanted } from './place.ts';
import type { Suggestion } from './types.ts';

export function suggestionOf(
  candidate: Candidate,
  replacement: string,
  place: Place,
  current: ResolvedModel,
  wanted: Wanted,
  { drops, notes }: Leftovers,
): Suggestion {
  const { alternative, model } = candidate;
  const { context } = alternative;
  const losses = [...lossesOf(candidate, replacement, place, current, wanted), ...notes];
  return {
    replacement,
    kind: place.kind === 'ollama' ? 'ollama' : 'huggingface',
    id: alternative.id,
    name: alternative.name,
    license: model.license,
    openness: model.openness,
    task: alternative.task,
    parameters: alternative.parameters,
    ...(context === undefined ? {} : { context }),
    why: alternative.why,
    losses,
    ...(drops ? { drops } : {}),
  };
}

/** "8k", "128k", "1M" */
function tokens(count: number): string {
  if (count >= 1_000_000) return `${Math.round(count / 1_000_000)}M`;
  return count >= 1024 ? `${Math.round(count / 1024)}k` : String(count);
}

/** "7B", "13.7B", "350M" */
const billions = (count: number): string =>
  count < 1 ? `${Math.round(count * 1000)}M` : `${Number(count.toPrecision(3))}B`;

/** A difference in size worth a word. */
const NOTED = 1.3;
/** Repackings that take a fraction of the memory; the stand-in is named unpacked. */
const PACKED = /-(awq|gptq|bnb-4bit|4bit|8bit|fp8|int4|int8|w4a16|exl2|mlx)\b/i;

function lossesOf(
  { alternative }: Candidate,
  replacement: string,
  place: Place,
  current: ResolvedModel,
  wanted: Wanted,
): string[] {
  const losses: (string | undefined | false)[] = [
    taskLoss(alternative.task, wanted.tasks[0]),
    isNarrow(alternative) && t('states no other languages than {0}', (alternative.languages ?? []).join(', ')),
    sizeLoss(alternative.parameters, wanted.parameters),
    contextLoss(alternative.context, wanted.context),
    formLoss(alternative.form, wanted.form),
    quantisationLoss(replacement, place, current),
  ];
  return losses.filter((loss): loss is string => Boolean(loss));
}

function taskLoss(has: Task, wanted: Task | undefined): string | undefined {
  if (has === wanted) return undefined;
  if (wanted === 'code') return t('for all purposes, not for code alone');
  return has === 'text-generation' ? t('text only') : t('text and images only');
}

function sizeLoss(has: number, wanted: number | undefined): string | undefined {
  if (wanted === undefined) return t('has {0} parameters; how many the old model has is not known', billions(has));
  if (has > wanted * NOTED) return t('larger: {0} against {1}', billions(has), billions(wanted));
  if (has * NOTED < wanted) return t('smaller: {0} against {1}', billions(has), billions(wanted));
  return undefined;
}

/** 125k is as good as 128k. */
const NEARLY = 1.1;

function contextLoss(has: number | undefined, wanted: number | undefined): string | undefined {
  if (has === undefined || wanted === undefined || has * NEARLY >= wanted) return undefined;
  return t('smaller context: {0} against {1}', tokens(has), tokens(wanted));
}

function formLoss(has: Candidate['alternative']['form'], wanted: Wanted['form']): string | undefined {
  if (has === undefined || wanted === undefined || has === wanted) return undefined;
  if (has === 'reasoning') return t('thinks before it answers');
  if (has === 'base') return t('a base model: does not follow instructions');
  return wanted === 'base' ? t('tuned to follow instructions, no base model') : t('does not think before it answers');
}

function quantisationLoss(replacement: string, place: Place, current: ResolvedModel): string | undefined {
  if (place.kind === 'ollama') {
    const { quantisation } = place;
    const isKept = quantisation !== undefined && replacement.toLowerCase().endsWith(`-${quantisation.toLowerCase()}`);
    return quantisation === undefined || isKept
      ? undefined
      : t('whether its quantisation is {0} is not known', quantisation);
  }
  return place.kind === 'huggingface' && PACKED.test(current.id) ? t('not quantised: takes more memory') : undefined;
}
