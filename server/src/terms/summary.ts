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
 * The message of the one diagnostic a reference gets: contradictions in full, then by licence what it is and its weightiest terms.
 * Empty where there is nothing to say. `findings`: worst first, as assessed or as left after suppressions.
 */
export function summarise({ findings }: { readonly findings: readonly Finding[] }, model: ResolvedModel): string {
  const licenses = governing(model);
  const ofClauses = findings.filter((finding) => isOfClause(finding));
  const others = findings.filter((finding) => !isOfClause(finding));
  const loud = others.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const quiet = others.filter((finding) => !loud.includes(finding));

  const terms = licenses
    .map((applied) => ({ applied, told: ofClauses.filter(({ license }) => license === applied.license.id) }))
    .filter(({ told }) => told.length > 0)
    .slice(0, LICENSES)
    .map(({ applied, told }, index) => {
      const lead = leadOf(applied.license);
      const listed = capitalised(briefs(told, index === 0 ? TOLD_FIRST : TOLD_NEXT));
      return lead
        ? t('{0}: {1}. {2}', licenseWithWay(applied), lead, listed)
        : t('{0}: {1}', licenseWithWay(applied), listed);
    });
  const first = terms[0];
  if (first !== undefined && model.evidence.kind === 'name') terms[0] = t('Judging by its name, {0}', first);
  const sentences = [
    ...loud.map(({ message }) => message),
    ...terms,
    ...quiet.map(({ message, brief }) => (terms.length + loud.length > 0 ? capitalised(brief) : message)),
  ];
  return sentences.join('. ');
}

/** Findings made of a clause say in which section; those made of the whole document are told in full. */
const isOfClause = ({ section, rule }: Finding): boolean => section !== undefined && rule !== 'derivative-name';

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
