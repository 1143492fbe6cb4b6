/**
 * Best first. Openness comes before everything but size: an open-source model of the size is best, then an open-weights one of the
 * size, then those of another size, the nearest first.
 */
import type { Candidate } from './candidates.ts';
import type { Wanted } from './place.ts';

export interface Fitting {
  readonly candidate: Candidate;
  readonly replacement: string;
}

/** Factors in size, either way, that still count as about the same; then as much as makes sense; beyond is another class of model. */
const ABOUT = 2;
const WIDE = 4;
const WIDEST = 16;

/** Smaller is better, the first difference decides; the parts of `cost` add up. */
interface Rank {
  readonly window: number;
  readonly openness: number;
  readonly cost: number;
}

/**
 * At most `limit`. Other sizes and neighbouring tasks are looked at only where the list would stay empty; where all that is near is
 * merely open-weights, the nearest open-source model for the same task takes the last place, so that there is one to choose.
 */
export function ranked(all: readonly Fitting[], wanted: Wanted, limit: number = all.length): readonly Fitting[] {
  const sorted = all
    .filter(({ candidate }) => formFits(candidate.alternative.form, wanted.form))
    .map((fitting) => ({ fitting, rank: rankOf(fitting, wanted) }))
    .filter(({ rank }) => Number.isFinite(rank.window))
    .sort((a, b) => a.rank.window - b.rank.window || a.rank.openness - b.rank.openness || a.rank.cost - b.rank.cost);
  const nearest = sorted[0]?.rank.window;
  const near = sorted.filter(({ rank }) => rank.window === nearest);
  const extra = near.some(({ rank }) => rank.openness === 0)
    ? []
    : sorted
        .filter(({ fitting, rank }) => rank.openness === 0 && rank.window <= 1 && isSameTask(fitting.candidate, wanted))
        .slice(0, 1);
  return [...near.slice(0, Math.max(0, limit - extra.length)), ...extra].slice(0, limit).map(({ fitting }) => fitting);
}

const isSameTask = ({ alternative }: Candidate, { tasks }: Wanted): boolean => alternative.task === tasks[0];

function rankOf({ candidate }: Fitting, wanted: Wanted): Rank {
  const { alternative, model } = candidate;
  return {
    window: windowOf(alternative.parameters, wanted.parameters) + (isSameTask(candidate, wanted) ? 0 : 1),
    openness: model.openness === 'open-source' ? 0 : 1,
    cost:
      sizeCost(alternative.parameters, wanted.parameters) +
      formCost(alternative.form, wanted.form) +
      contextCost(alternative.context, wanted.context) -
      languageGain(alternative.languages) -
      YEAR * Number(alternative.released.slice(0, 4)),
  };
}

const factor = (a: number, b: number): number => Math.max(a / b, b / a);

/** 0: about the size; 1 and 2: wider; infinite: too far to stand in. Where the size is not known, every size is near. */
function windowOf(has: number, wanted: number | undefined): number {
  if (wanted === undefined) return 0;
  const off = factor(has, wanted);
  if (off <= ABOUT) return 0;
  if (off <= WIDE) return 1;
  return off <= WIDEST ? 2 : Number.POSITIVE_INFINITY;
}

const sizeCost = (has: number, wanted: number | undefined): number =>
  wanted === undefined ? 0 : Math.log2(factor(has, wanted));

type AnyForm = Candidate['alternative']['form'];

/** A base model does not follow instructions, and an instruct model is no base to train from. */
function formFits(has: AnyForm, wanted: AnyForm): boolean {
  return has === undefined || wanted === undefined || (has === 'base') === (wanted === 'base');
}

/** Instruct and reasoning models can stand in for each other, at a price; where nothing is known, a model that follows instructions is likelier meant. */
function formCost(has: AnyForm, wanted: AnyForm): number {
  if (has === undefined || has === wanted) return 0;
  return wanted === undefined && has !== 'base' ? 0 : 0.6;
}

/** Each halving of the context costs; more than there was is no gain worth a larger model. */
function contextCost(has: number | undefined, wanted: number | undefined): number {
  if (has === undefined || wanted === undefined || has >= wanted) return 0;
  return 0.25 * Math.log2(wanted / has);
}

const languageGain = (languages: readonly string[] | undefined): number =>
  Math.min(0.2, 0.05 * (languages?.length ?? 0));

/** What a year of age costs. */
const YEAR = 0.15;
