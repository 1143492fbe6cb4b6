/** What every clause rule is: a clause and a situation in, a weighing out. */
import type { ClauseOf, ClauseType, License } from '@modelterms/licenses-db';
import type { Situation } from '../situation.ts';
import type { Finding, ProfileFact, RuleId, RuleLevel, Verdict, WeighedClause } from '../types.ts';

/** The one interpretation of a clause in a situation. Texts are in the reader's language, free of Markdown. */
export interface Weighing {
  readonly verdict: Verdict;
  /** A whole statement for the card, capitalised, without a full stop. */
  readonly text: string;
  /** The same as it reads below the heading of its group ("You must not …"), where the statement alone would not. */
  readonly line?: string;
  /** The same in a few words, uncapitalised, for a line that holds several: "show “Built with Llama”". */
  readonly brief: string;
  readonly reason?: string;
  readonly asks?: readonly ProfileFact[];
  /** In place of the rule's level for this verdict. */
  readonly level?: RuleLevel;
  /** Told under another rule: a notice duty known to be unmet is `notice-missing`. */
  readonly as?: RuleId;
  readonly fix?: Finding['fix'];
}

type Group = WeighedClause['group'];

export interface Rule<K extends ClauseType> {
  /** `may`: a freedom stated, which is never a finding. */
  readonly group: Group | ((clause: ClauseOf<K>) => Group);
  weigh(clause: ClauseOf<K>, situation: Situation, license: License): Weighing;
}
