/** The rules beyond single clauses that look at a reference among the others of its document. */

import type { Situation } from '../situation.ts';
import type { AssessContext, CROSS_RULES, ResolvedReference, RuleId } from '../types.ts';
import { derivativeName } from './derivative-name.ts';
import type { DocumentFinding, DocumentRule } from './document-rule.ts';
import { licenseDisagreement } from './license-disagreement.ts';
import { licenseMismatch } from './license-mismatch.ts';
import { mergeConflict } from './merge-conflict.ts';
import { policyDenied } from './policy-denied.ts';
import { unknownLicense } from './unknown-license.ts';

/** Told elsewhere: of notices by their clauses' rules, of exceptions and suppressions where those stand. */
type ToldElsewhere = 'notice-missing' | 'expired-exception' | 'unused-exception' | 'unused-suppression';

const DOCUMENT_RULES: Readonly<Record<Exclude<(typeof CROSS_RULES)[number], ToldElsewhere>, DocumentRule>> = {
  'policy-denied': policyDenied,
  'license-mismatch': licenseMismatch,
  'merge-conflict': mergeConflict,
  'derivative-name': derivativeName,
  'license-disagreement': licenseDisagreement,
  'unknown-license': unknownLicense,
};

export function documentFindings(
  subject: ResolvedReference,
  context: AssessContext,
  situation: Situation,
): readonly (DocumentFinding & { readonly rule: RuleId })[] {
  return (Object.entries(DOCUMENT_RULES) as [RuleId, DocumentRule][]).flatMap(([rule, judge]) =>
    judge(subject, context, situation).map((finding) => ({ ...finding, rule })),
  );
}
