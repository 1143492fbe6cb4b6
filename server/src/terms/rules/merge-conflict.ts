import type { License } from '@modelterms/licenses-db';
import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import type { ResolvedModel } from '../../models/types.ts';
import type { ModelReference } from '../../references/types.ts';
import { governing, tellsNothing } from '../governing.ts';
import { NAME_LIMIT } from '../names.ts';
import { isBase, isMergeInput } from '../roles.ts';
import type { ResolvedReference } from '../types.ts';
import { quoted } from '../words.ts';
import type { DocumentFinding, DocumentRule } from './document-rule.ts';
import {
  asksOnlyNonCommercial,
  barsDerivatives,
  clausesOf,
  isExclusive,
  isFree,
  isNonCommercial,
  mayBecome,
} from './traits.ts';

/**
 * Inputs of one merge whose terms cannot be met in one result, told on both. Restrictions that add up (non-commercial beside a
 * use policy) are no conflict; inputs of unknown licence are passed over.
 */
export const mergeConflict: DocumentRule = (subject, { references }) => {
  const others = othersIn(subject, references);
  if (others.length === 0) return [];
  const barred = governing(subject.model).find(({ license }) => barsDerivatives(license));
  if (barred) {
    const brief = t('it may not be merged');
    const message = t('{0}: no changed version may be passed on, and a merge is one', barred.license.shortName);
    return [{ message, brief, license: barred.license.id }];
  }
  return others.flatMap((other) => {
    const reason = conflictOf(subject.model, other.model);
    return reason === undefined ? [] : [finding(reason, other)];
  });
};

/** The other models of the same merge, each once: mergekit's inputs and base, or the items of one `base_model` list. */
function othersIn(subject: ResolvedReference, references: readonly ResolvedReference[]): readonly ResolvedReference[] {
  const { reference } = subject;
  const isMerge = references.some((other) => isMergeInput(other.reference));
  const takesPart = isMerge
    ? (other: ModelReference) => isMergeInput(other) || isBase(other)
    : (other: ModelReference) => isBase(other) && listOf(other) !== undefined && listOf(other) === listOf(reference);
  if (!takesPart(reference)) return [];
  const seen = new Set([subject.model.id]);
  return references.filter((other) => {
    if (!takesPart(other.reference) || seen.has(other.model.id)) return false;
    seen.add(other.model.id);
    return true;
  });
}

/** The list a reference is an item of, as its path; undefined outside of lists. */
function listOf({ slot }: ModelReference): string | undefined {
  const { path } = slot.context;
  return typeof path.at(-1) === 'number' ? JSON.stringify(path.slice(0, -1)) : undefined;
}

function finding(reason: string, { reference, model }: ResolvedReference): DocumentFinding {
  const id = visible(model.id, NAME_LIMIT);
  return {
    message: t('Cannot be merged with {0}: {1}', id, reason),
    brief: t('conflicts with {0}', id),
    related: [{ span: reference.span, message: reason }],
  };
}

/** Why two models cannot go into one, as a sentence; undefined where nothing stands against it. */
export function conflictOf(one: ResolvedModel, other: ResolvedModel): string | undefined {
  for (const { license } of governing(one)) {
    for (const { license: theirs } of governing(other)) {
      if (license.id === theirs.id || tellsNothing(license) || tellsNothing(theirs)) continue;
      const reason = exclusion(license, theirs) ?? exclusion(theirs, license) ?? naming(license, theirs);
      if (reason) return reason;
    }
  }
  return trainingBan(one, other) ?? trainingBan(other, one);
}

/** One wants the result for itself alone, and the other brings terms of its own. */
function exclusion(jealous: License, other: License): string | undefined {
  if (!isExclusive(jealous) || isFree(other)) return undefined;
  if (isExclusive(other)) {
    if (mayBecome(jealous, other) || mayBecome(other, jealous)) return undefined;
    return t(
      'the {0} and the {1} each want the result under their own terms alone',
      jealous.shortName,
      other.shortName,
    );
  }
  // CC BY-NC-SA already holds what CC BY-NC asks
  if (asksOnlyNonCommercial(other) && isNonCommercial(jealous)) return undefined;
  return t(
    'the {0} wants the result under its own terms alone, and those of the {1} stay with it as well',
    jealous.shortName,
    other.shortName,
  );
}

const spelt = (words: string): string => words.toLowerCase().replace(/[\s_-]+/g, '');

/** Two names that both have to come first. “Llama 3” begins with “Llama” and so serves both. */
function naming(one: License, other: License): string | undefined {
  const first = (license: License) =>
    clausesOf(license, 'derivative-name-prefix').find(({ position }) => position === 'prefix')?.words;
  const [mine, theirs] = [first(one), first(other)];
  if (mine === undefined || theirs === undefined) return undefined;
  if (spelt(mine).startsWith(spelt(theirs)) || spelt(theirs).startsWith(spelt(mine))) return undefined;
  return t(
    'its name would have to begin with {0} ({1}) and with {2} ({3})',
    quoted(mine),
    one.shortName,
    quoted(theirs),
    other.shortName,
  );
}

/** Texts that bar improving other models with theirs, save derivatives of their own version. */
function trainingBan(one: ResolvedModel, other: ResolvedModel): string | undefined {
  const related = one.family !== undefined && one.family === other.family && one.version === other.version;
  if (related) return undefined;
  for (const { license } of governing(one)) {
    const bans = clausesOf(license, 'output-training').some(({ stance }) => stance === 'forbidden');
    const same = governing(other).some(({ license: theirs }) => theirs.id === license.id);
    if (bans && !same) {
      return t('the {0} forbids using the model to improve others than its own derivatives', license.shortName);
    }
  }
  return undefined;
}
