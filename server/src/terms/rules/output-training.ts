import type { ClauseOf } from '@modelterms/licenses-db';
import { t } from '../../l10n.ts';
import type { Situation } from '../situation.ts';
import type { RuleLevel } from '../types.ts';
import { quoted, withDetails } from '../words.ts';
import { both, commercial, judge, trainsOnOutputs } from './answers.ts';
import type { Rule, Weighing } from './rule.ts';

type Clause = ClauseOf<'output-training'>;
type Stance = Clause['stance'];

/** What each stance says, and how loud it is where models are trained on outputs. */
interface Said {
  text(clause: Clause): string;
  line?(): string;
  brief(clause: Clause): string;
  level: RuleLevel;
}
const STANCES: Record<Stance, Said> = {
  forbidden: {
    text: () => t('Do not use it or its outputs to improve other models'),
    line: () => t('Use it or its outputs to improve other models'),
    brief: () => t('no training of other models on its outputs'),
    level: 'warning',
  },
  'with-name': {
    text: ({ words }) =>
      words
        ? t('Begin the names of models that you train on its outputs and pass on with {0}', quoted(words))
        : t('Name models that you train on its outputs and pass on after it'),
    brief: ({ words }) =>
      words
        ? t('models trained on its outputs begin with {0}', quoted(words))
        : t('models trained on its outputs bear its name'),
    level: 'information',
  },
  'with-credit': {
    text: ({ words }) =>
      words
        ? t('Credit it in models that you train on its outputs and pass on: {0}', quoted(words))
        : t('Credit it in models that you train on its outputs and pass on'),
    brief: ({ words }) =>
      words ? t('models trained on its outputs show {0}', quoted(words)) : t('models trained on its outputs credit it'),
    level: 'information',
  },
  'competitors-only': {
    text: () => t('Do not use its outputs to develop models that compete with it'),
    line: () => t('Use its outputs to develop models that compete with it'),
    brief: () => t('no training of competing models on its outputs'),
    level: 'warning',
  },
  'noncommercial-only': {
    text: () => t('Train on its outputs for non-commercial purposes only'),
    line: () => t('Train on its outputs for commercial purposes'),
    brief: () => t('training on its outputs non-commercially only'),
    level: 'warning',
  },
  'license-follows': {
    text: () => t('Put models that you train on its outputs under the same licence'),
    brief: () => t('models trained on its outputs take its licence'),
    level: 'information',
  },
};

/** Stances that allow it at a price. */
const OWED: ReadonlySet<Stance> = new Set(['with-name', 'with-credit', 'license-follows']);

/** Same family and same version: what texts mean by "excluding this model and its derivatives". */
function improvesItself(situation: Situation): boolean {
  const student = situation.teaches?.student?.model;
  const { family, version } = situation.model;
  return student?.family !== undefined && student.family === family && student.version === version;
}

export const outputTraining: Rule<'output-training'> = {
  group: (clause) => (OWED.has(clause.stance) ? 'must' : 'must-not'),
  weigh(clause, situation) {
    const stance = STANCES[clause.stance];
    const details = [clause.except && t('except: {0}', clause.except)];
    const shown = {
      text: withDetails(stance.text(clause), details),
      ...(stance.line ? { line: withDetails(stance.line(), details) } : {}),
      brief: stance.brief(clause),
    };
    const trains = trainsOnOutputs(situation);
    const owed = clause.stance === 'noncommercial-only' ? both(trains, commercial(situation)) : trains;
    const judged = judge(owed);
    if (judged.verdict !== 'applies') return { ...shown, ...judged };

    const weighing: Weighing = { ...shown, ...judged, level: stance.level };
    if (clause.stance === 'forbidden' && clause.except && improvesItself(situation)) {
      return { ...weighing, verdict: 'does-not-apply', reason: t('the model trained here belongs to the same family') };
    }
    // who competes is for people to judge; only an actual teacher in a file makes it worth a warning
    if (clause.stance === 'competitors-only' && !situation.teaches) return { ...weighing, level: 'information' };
    return weighing;
  },
};
