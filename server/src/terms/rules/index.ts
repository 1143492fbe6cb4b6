/** Every kind of clause and its rule. The type makes it complete: a clause type without a rule does not compile. */
import type { Clause, ClauseType, License } from '@modelterms/licenses-db';
import type { Situation } from '../situation.ts';
import type { WeighedClause } from '../types.ts';
import { acceptableUse } from './acceptable-use.ts';
import { attribution } from './attribution.ts';
import { attributionDisplay } from './attribution-display.ts';
import { competitorBar } from './competitor-bar.ts';
import { derivativeNamePrefix } from './derivative-name-prefix.ts';
import { disclosure } from './disclosure.ts';
import { distilledIsDerivative } from './distilled-is-derivative.ts';
import { fieldOfUse } from './field-of-use.ts';
import { flowDown } from './flow-down.ts';
import { guardrailBypassTermination } from './guardrail-bypass-termination.ts';
import { hosting } from './hosting.ts';
import { ipLitigationTermination } from './ip-litigation-termination.ts';
import { jurisdiction } from './jurisdiction.ts';
import { latestVersion } from './latest-version.ts';
import { licenseCopy } from './license-copy.ts';
import { noDerivatives } from './no-derivatives.ts';
import { nonCommercial } from './non-commercial.ts';
import { noticeFile } from './notice-file.ts';
import { outputCommercialUse } from './output-commercial-use.ts';
import { outputTraining } from './output-training.ts';
import { publicationCredit } from './publication-credit.ts';
import { registration } from './registration.ts';
import { remoteRestriction } from './remote-restriction.ts';
import { researchOnly } from './research-only.ts';
import { revenueThreshold } from './revenue-threshold.ts';
import { revocable } from './revocable.ts';
import type { Rule, Weighing } from './rule.ts';
import { shareAlike } from './share-alike.ts';
import { sourceDisclosure } from './source-disclosure.ts';
import { stateChanges } from './state-changes.ts';
import { territoryExclusion } from './territory-exclusion.ts';
import { thresholdAttribution } from './threshold-attribution.ts';
import { userThreshold } from './user-threshold.ts';

export const CLAUSE_RULES: { readonly [K in ClauseType]: Rule<K> } = {
  'non-commercial': nonCommercial,
  'research-only': researchOnly,
  'user-threshold': userThreshold,
  'revenue-threshold': revenueThreshold,
  'threshold-attribution': thresholdAttribution,
  attribution,
  'attribution-display': attributionDisplay,
  'notice-file': noticeFile,
  'derivative-name-prefix': derivativeNamePrefix,
  'license-copy': licenseCopy,
  'state-changes': stateChanges,
  'output-training': outputTraining,
  'distilled-is-derivative': distilledIsDerivative,
  'output-commercial-use': outputCommercialUse,
  'acceptable-use': acceptableUse,
  'flow-down': flowDown,
  'territory-exclusion': territoryExclusion,
  'field-of-use': fieldOfUse,
  hosting,
  'competitor-bar': competitorBar,
  registration,
  'share-alike': shareAlike,
  'no-derivatives': noDerivatives,
  'source-disclosure': sourceDisclosure,
  'ip-litigation-termination': ipLitigationTermination,
  'guardrail-bypass-termination': guardrailBypassTermination,
  'remote-restriction': remoteRestriction,
  'latest-version': latestVersion,
  revocable,
  disclosure,
  'publication-credit': publicationCredit,
  jurisdiction,
};

export interface JudgedClause extends Weighing {
  readonly group: WeighedClause['group'];
}

/** The one place that trusts a clause's `type` to pick the rule of that very type. */
export function weighClause<K extends ClauseType>(
  clause: Clause & { type: K },
  situation: Situation,
  license: License,
): JudgedClause {
  const rule = CLAUSE_RULES[clause.type as K] as unknown as Rule<ClauseType>;
  const group = typeof rule.group === 'function' ? rule.group(clause) : rule.group;
  return { ...rule.weigh(clause, situation, license), group };
}
