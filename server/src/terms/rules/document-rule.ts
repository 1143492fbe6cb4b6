/** What a rule beyond single clauses is: a reference among the others of its document in, findings without a severity out. */
import type { Situation } from '../situation.ts';
import type { AssessContext, Finding, ResolvedReference, RuleLevel } from '../types.ts';

export interface DocumentFinding extends Omit<Finding, 'severity' | 'rule'> {
  /** In place of the rule's own level. */
  readonly level?: RuleLevel;
}

export type DocumentRule = (
  subject: ResolvedReference,
  context: AssessContext,
  situation: Situation,
) => readonly DocumentFinding[];
