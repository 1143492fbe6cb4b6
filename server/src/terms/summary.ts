/** Everything found at one reference in one line that a busy person understands. */
import type { License } from '@modelterms/licenses-db';
import { t } from '../l10n.ts';
import type { ResolvedModel } from '../models/types.ts';
import { governing, licenseWithWay } from './governing.ts';
import type { Finding } from './types.ts';
import { capitalised } from './words.ts';

/** How many terms are told of the strictest licence, and of each other one. */
const TOLD_FIRST = 4;
const TOLD_NEXT = 2;
/** More licences than this are for the card. */
const LICENSES = 2;

/**
 * The message of the one diagnostic a reference gets: contradictions in full and what else is a warning; where there are none, by
 * licence what it is and its weightiest terms. The rest is counted. Empty where there is nothing to say. `findings`: worst
 * first, as assessed or as left after suppressions.
 */
export function summarise({ findings }: { readonly findings: readonly Finding[] }, model: ResolvedModel): string {
  const contradictions = findings.filter((finding) => isLoud(finding) && !isOfClause(finding));
  const told = contradictions.length > 0 ? findings.filter(isLoud) : findings;
  const sentences = [
    ...contradictions.map(({ message }) => message),
    ...termsOf(told.filter(isOfClause), model),
    ...told
      .filter((finding) => !isLoud(finding) && !isOfClause(finding))
      .map(({ message, brief }) => (told.length > 1 ? capitalised(brief) : message)),
  ];
  const left = findings.length - told.length;
  if (left > 0) sentences.push(left === 1 ? t('One more term') : t('{0} more terms', left));
  return sentences.join('. ');
}

const isLoud = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

/** Findings made of a clause say in which section; those made of the whole document are told in full. */
const isOfClause = ({ section, rule }: Finding): boolean => section !== undefined && rule !== 'derivative-name';

/** One sentence or two for each licence that has something to say. */
function termsOf(findings: readonly Finding[], model: ResolvedModel): string[] {
  const byName = model.evidence.kind === 'name';
  const terms = governing(model)
    .map((applied) => ({ applied, told: findings.filter(({ license }) => license === applied.license.id) }))
    .filter(({ told }) => told.length > 0)
    .slice(0, LICENSES)
    .map(({ applied, told }, index) => {
      const lead = leadOf(applied.license);
      // a base read from the name alone is no more than what the licence's own name says
      const from = byName ? applied.license.shortName : licenseWithWay(applied);
      const listed = capitalised(briefs(told, index === 0 ? TOLD_FIRST : TOLD_NEXT));
      return lead ? t('{0}: {1}. {2}', from, lead, listed) : t('{0}: {1}', from, listed);
    });
  const [first, ...others] = terms;
  return first !== undefined && byName ? [t('Judging by its name, {0}', first), ...others] : terms;
}

function briefs(findings: readonly Finding[], limit: number): string {
  const told = findings.slice(0, limit).map(({ brief }) => brief);
  const left = findings.length - told.length;
  if (left === 0) return told.join('; ');
  return left === 1 ? t('{0}; one more term', told.join('; ')) : t('{0}; {1} more terms', told.join('; '), left);
}

function leadOf({ openness }: License): string | undefined {
  if (openness === 'restricted-weights' || openness === 'noncommercial-weights') return t('not open source');
  return openness === 'closed' ? t('a closed model') : undefined;
}
