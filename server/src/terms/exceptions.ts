/** Exceptions of the policy file: what they silence, and which of them have run out or serve nobody. */
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { Span } from '../references/types.ts';
import { LEVELS } from './levels.ts';
import { fitsModel } from './matching.ts';
import { NAME_LIMIT } from './names.ts';
import type {
  Assessment,
  Finding,
  Policy,
  PolicyException,
  ResolvedReference,
  RuleId,
  SuppressedFinding,
} from './types.ts';

/** In force on its last day still. Dates are YYYY-MM-DD, so that text order is their order. */
export const isExpired = ({ expires }: PolicyException, today: string): boolean =>
  expires !== undefined && today > expires;

/** Parts what an exception in force silences from what is still to be said. */
export function applyExceptions(
  findings: readonly Finding[],
  { reference, model }: ResolvedReference,
  { exceptions }: Policy,
  today: string,
): { readonly findings: readonly Finding[]; readonly suppressed: readonly SuppressedFinding[] } {
  const inForce = exceptions.filter(
    (exception) => !isExpired(exception, today) && fitsModel(exception.model, model, reference.id),
  );
  if (inForce.length === 0) return { findings, suppressed: [] };
  const left: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const by = inForce.find(({ rules }) => rules === undefined || rules.includes(finding.rule));
    if (by) suppressed.push({ finding, by });
    else left.push(finding);
  }
  return { findings: left, suppressed };
}

/** A finding about the policy file itself, at the exception it is about. */
export interface PolicyFinding {
  /** In the policy file; absent where the policy came without places. */
  readonly span?: Span;
  readonly finding: Finding;
}

function tell(policy: Policy, rule: RuleId, exception: PolicyException, message: string): PolicyFinding[] {
  const severity = policy.severity[rule] ?? LEVELS[rule].applies;
  if (severity === 'off') return [];
  return [
    { ...(exception.span ? { span: exception.span } : {}), finding: { rule, severity, message, brief: message } },
  ];
}

/** Exceptions past their date. Needs the policy alone. */
export function expiredExceptions(policy: Policy, today: string): readonly PolicyFinding[] {
  return policy.exceptions
    .filter((exception) => isExpired(exception, today))
    .flatMap((exception) =>
      tell(
        policy,
        'expired-exception',
        exception,
        t('The exception for {0} ran out on {1}', visible(exception.model, NAME_LIMIT), exception.expires ?? ''),
      ),
    );
}

/**
 * Exceptions that silenced nothing in `assessments`, which have to be those of every file the policy is about: an exception
 * unused in one file may be needed in the next. Expired ones are told of as such.
 */
export function unusedExceptions(
  policy: Policy,
  assessments: Iterable<Pick<Assessment, 'suppressed'>>,
  today: string,
): readonly PolicyFinding[] {
  const used = new Set<PolicyException>();
  for (const { suppressed } of assessments) for (const { by } of suppressed) used.add(by);
  return policy.exceptions
    .filter((exception) => !used.has(exception) && !isExpired(exception, today))
    .flatMap((exception) =>
      tell(
        policy,
        'unused-exception',
        exception,
        t('Nothing needs the exception for {0} any more', visible(exception.model, NAME_LIMIT)),
      ),
    );
}
