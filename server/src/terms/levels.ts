/**
 * How loud each rule is by default. Quiet on purpose: `warning` only for what forbids or contradicts, `information` for duties
 * that hang on something, `hint` for what is not known, `off` for what stands on the card and needs no mark in the text.
 */
import type { RuleId, RuleLevel } from './types.ts';

export interface Levels {
  /** The clause is known to matter here. */
  readonly applies: RuleLevel;
  /** It matters if something holds that the profile does not say. */
  readonly conditional: RuleLevel;
}

const FORBIDS: Levels = { applies: 'warning', conditional: 'information' };
/** Forbids so much that it must be heard before anybody has declared anything. */
const FORBIDS_MOST: Levels = { applies: 'warning', conditional: 'warning' };
const DUTY: Levels = { applies: 'information', conditional: 'information' };
const DOUBT: Levels = { applies: 'hint', conditional: 'hint' };
const CARD_ONLY: Levels = { applies: 'off', conditional: 'off' };

/**
 * Every rule, in the order in which findings of one severity are told: what the project decided itself, what contradicts, what
 * forbids, what hangs on a number, what is owed, what may end the grant.
 */
export const LEVELS: Readonly<Record<RuleId, Levels>> = {
  'policy-denied': FORBIDS_MOST,
  'license-mismatch': FORBIDS_MOST,
  'merge-conflict': FORBIDS_MOST,
  'non-commercial': FORBIDS_MOST,
  'research-only': FORBIDS_MOST,
  'user-threshold': FORBIDS,
  'revenue-threshold': FORBIDS,
  'territory-exclusion': FORBIDS,
  hosting: FORBIDS,
  'no-derivatives': FORBIDS,
  'output-commercial-use': FORBIDS,
  'derivative-name': FORBIDS_MOST,
  'notice-missing': FORBIDS_MOST,
  'attribution-display': DUTY,
  'derivative-name-prefix': DUTY,
  'output-training': FORBIDS,
  'threshold-attribution': DUTY,
  'field-of-use': FORBIDS,
  'notice-file': DUTY,
  registration: DUTY,
  'share-alike': DUTY,
  'source-disclosure': DUTY,
  'competitor-bar': DUTY,
  'acceptable-use': DUTY,
  'flow-down': DUTY,
  disclosure: DUTY,
  'distilled-is-derivative': { applies: 'information', conditional: 'off' },
  revocable: DUTY,
  'remote-restriction': DUTY,
  'license-disagreement': DUTY,
  'unknown-license': DOUBT,
  'expired-exception': FORBIDS_MOST,
  'unused-exception': DOUBT,
  'unused-suppression': DOUBT,
  attribution: CARD_ONLY,
  'license-copy': CARD_ONLY,
  'state-changes': CARD_ONLY,
  'latest-version': CARD_ONLY,
  'publication-credit': CARD_ONLY,
  'ip-litigation-termination': CARD_ONLY,
  'guardrail-bypass-termination': CARD_ONLY,
  jurisdiction: CARD_ONLY,
};

const RANK = new Map((Object.keys(LEVELS) as RuleId[]).map((rule, index) => [rule, index]));
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** Worst first; of one severity, in the order of `LEVELS`. */
export function byWeight(a: { severity: RuleLevel; rule: RuleId }, b: { severity: RuleLevel; rule: RuleId }): number {
  const severity = (level: RuleLevel) => SEVERITIES.indexOf(level as (typeof SEVERITIES)[number]);
  return severity(a.severity) - severity(b.severity) || (RANK.get(a.rule) ?? 0) - (RANK.get(b.rule) ?? 0);
}
