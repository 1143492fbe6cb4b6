/** What there is to say of a policy file itself: its mistakes, exceptions that ran out, exceptions that nothing needs. */
import type { Told } from '../reports/report.ts';
import { expiredExceptions, type PolicyFinding, unusedExceptions } from '../terms/index.ts';
import { readPolicy } from '../terms/policy/index.ts';
import type { Assessment, Policy } from '../terms/types.ts';

/** Under which mistakes in the file are told; it is no rule that could be turned off. */
const MISTAKE = 'policy-file';
const TOP = { start: 0, end: 0 };

/**
 * `policy`: the one in force, made from `text`. `all`: the assessments of every file the policy is about; left out where
 * not every one was looked at, so that nobody can say what is unused.
 */
export function policyRemarks(
  text: string,
  policy: Policy,
  all: Iterable<Pick<Assessment, 'suppressed'>> | undefined,
  today: string,
): Told[] {
  const exceptions = [...expiredExceptions(policy, today), ...(all ? unusedExceptions(policy, all, today) : [])];
  return [
    ...readPolicy(text).problems.map(({ message, severity, span }) => ({ span, rule: MISTAKE, severity, message })),
    ...exceptions.map(({ finding: { message, rule, severity }, span = TOP }: PolicyFinding) => ({
      span,
      rule,
      severity,
      message,
    })),
  ];
}
