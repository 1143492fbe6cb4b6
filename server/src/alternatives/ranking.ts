/**
 * Best first: of the same task and about the same size, open source before open weights, what can do most of the same before what
 * cannot; then, only where that leaves nothing, those of other sizes and of neighbouring tasks.
 */
import type { Candidate } from './candidates.ts';
import { isNarrow, languageGain } from './languages.ts';
import type { Wanted } from './place.ts';

export interface Fitting {
  readonly candidate: Candidate;
  readonly replacement: string;
}

/** Factors in size, either way, that still count as about the same; then as much as makes sense; beyond is another class of model. */
const ABOUT = 2;
const WIDE = 4;
const WIDEST = 16;
/** Further off than any size: a text model for one that sees is the last resort. */
const OTHER_TASK = 3;

/** Smaller is better, the first difference decides; the parts of `cost` add up. */
interface Rank {
  readonly window: number;
  readonly openness: number;
  /** It could not do most of what the other did. */
  readonly lacking: number;
  readonly cost: number;
  /** Lacks nothing and is of the same form. */
  readonly isAlike: boolean;
}

interface Ranked {
  readonly fitting: Fitting;
  readonly rank: Rank;
}

/** At most `limit`. A short list holds the best of each kind that somebody may want to choose between; a whole one all in order. */
export function ranked(all: readonly Fitting[], wanted: Wanted, limit: number = all.length): readonly Fitting[] {
  const sorted = all
    .filter(({ candidate }) => formFits(candidate.alternative.form, wanted.form))
    .map((fitting) => ({ fitting, rank: rankOf(fitting, wanted) }))
    .filter(({ rank }) => Number.isFinite(rank.window))
    .sort((a, b) => byRank(a.rank, b.rank));
  const nearest = sorted[0]?.rank.window;
  const near = sorted.filter(({ rank }) => rank.window === nearest);
  const chosen = filledUp([...near, ...openFromAfar(sorted, near)], sorted);
  return (chosen.length > limit ? shortList(chosen, limit) : chosen).map(({ fitting }) => fitting);
}

const byRank = (a: Rank, b: Rank): number =>
  a.window - b.window || a.openness - b.openness || a.lacking - b.lacking || a.cost - b.cost;

const isOpen = ({ rank }: Ranked): boolean => rank.openness === 0;

/** Where all that is near is merely open-weights: the nearest open-source model for the same task, so that there is one to choose. */
const openFromAfar = (sorted: readonly Ranked[], near: readonly Ranked[]): readonly Ranked[] =>
  near.some(isOpen) ? [] : sorted.filter((one) => isOpen(one) && one.rank.window === 1).slice(0, 1);

/** What makes a choice. */
const FEW = 3;

/** With the nearest of the next wider size, where there is hardly a choice. */
function filledUp(chosen: readonly Ranked[], sorted: readonly Ranked[]): readonly Ranked[] {
  const wider = sorted.filter((one) => one.rank.window === 1 && !chosen.includes(one));
  return [...chosen, ...wider.slice(0, Math.max(0, FEW - chosen.length))];
}

/**
 * The best open-source model, and all others that are like what is wanted; then open weights; then the rest. An open-source model
 * from farther off is never left out.
 */
function shortList(chosen: readonly Ranked[], limit: number): readonly Ranked[] {
  const open = chosen.filter(isOpen);
  const alike = open.filter(({ rank }) => rank.isAlike);
  const taken = new Set([...open.slice(0, 1), ...alike, ...chosen.filter((one) => !isOpen(one)), ...open]);
  return [...taken].slice(0, limit).sort((a, b) => chosen.indexOf(a) - chosen.indexOf(b));
}

const isSameTask = ({ alternative }: Candidate, { tasks }: Wanted): boolean => alternative.task === tasks[0];

function rankOf({ candidate }: Fitting, wanted: Wanted): Rank {
  const { alternative, model } = candidate;
  const { context, form, parameters, released } = alternative;
  const lacking = isFarShorter(context, wanted.context) || isNarrow(alternative);
  return {
    window: windowOf(parameters, wanted.parameters) + (isSameTask(candidate, wanted) ? 0 : OTHER_TASK),
    openness: model.openness === 'open-source' ? 0 : 1,
    lacking: lacking ? 1 : 0,
    cost:
      sizeCost(parameters, wanted.parameters) +
      formCost(form, wanted.form) +
      contextCost(context, wanted.context) -
      (alternative.id.startsWith(`${wanted.organisation}/`) ? KIN : 0) -
      languageGain(alternative) -
      YEAR * yearOf(released),
    isAlike: !lacking && formCost(form, wanted.form) === 0,
  };
}

/** What a context may shrink to and still do for most of what the longer one did. */
const MUCH_SHORTER = 8;

const isFarShorter = (has: number | undefined, wanted: number | undefined): boolean =>
  has !== undefined && wanted !== undefined && has * MUCH_SHORTER < wanted;

const factor = (a: number, b: number): number => Math.max(a / b, b / a);

/** 0: about the size; 1 and 2: wider; infinite: too far to stand in. Where the size is not known, every size is near. */
function windowOf(has: number, wanted: number | undefined): number {
  if (wanted === undefined) return 0;
  const off = factor(has, wanted);
  if (off <= ABOUT) return 0;
  if (off <= WIDE) return 1;
  return off <= WIDEST ? 2 : Number.POSITIVE_INFINITY;
}

/** A quarter more or less is the same size. */
const SAME = Math.log2(1.25);

const sizeCost = (has: number, wanted: number | undefined): number =>
  wanted === undefined ? 0 : Math.max(0, Math.log2(factor(has, wanted)) - SAME);

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

/** What it is worth to stay with the publisher: the same tools and habits go on. */
const KIN = 0.3;
/** What a year of age costs. */
const YEAR = 0.15;

/** "2025-09-02" → 2025.67 */
const yearOf = (date: string): number => Number(date.slice(0, 4)) + (Number(date.slice(5, 7)) - 1) / 12;
