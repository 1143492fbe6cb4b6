/**
 * The matrix of rules: for each of them, a text over which it speaks, the same with one thing changed over which it is quiet, and
 * one over which nobody can tell. Over the real database, from the text of a file to what is said.
 */
import type { Severity, UsageProfile } from '../../server/src/terms/types.ts';

export interface Case {
  /** In place of the row's text. */
  readonly text?: string;
  readonly usage?: UsageProfile;
  /** All the project's notices; left out: nobody looked. */
  readonly notices?: string;
  /** In place of the row's policy. */
  readonly policy?: string;
  /** Stands in the finding; where the rule is quiet, in what the card says of the clause. */
  readonly says?: string;
  /** Where it is not the rule's own level. */
  readonly severity?: Severity;
}

/** Why there is no such case, for whoever reads the matrix. */
export type None = string;

export interface Row {
  readonly path: string;
  readonly text: string;
  /** The policy file, in YAML. */
  readonly policy?: string;
  readonly fires: Case;
  readonly quiet: Case;
  /** `silent`: what is not known is passed over. */
  readonly cannotTell: (Case & { readonly silent?: true }) | None;
}

/** A configuration that names one model. */
export const one = (model: string): Pick<Row, 'path' | 'text'> => ({ path: 'app.yaml', text: `model: ${model}\n` });

/** The same of a model of the project's own, under a licence that no well-known model has. */
export const own = (license: string): Pick<Row, 'path' | 'text' | 'policy'> => ({
  ...one('acme/chat-7b'),
  policy: `models:\n  - { id: acme/chat-7b, license: ${license} }\n`,
});
