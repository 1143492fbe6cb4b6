/** The terms of a model in this project: every clause weighed, findings worst first, a line and a card of them. */
import type { License } from '@modelterms/licenses-db';
import { applyExceptions } from './exceptions.ts';
import { governing } from './governing.ts';
import { byWeight, LEVELS } from './levels.ts';
import { documentFindings } from './rules/document-rules.ts';
import { type JudgedClause, weighClause } from './rules/index.ts';
import { situate } from './situate.ts';
import type { Situation } from './situation.ts';
import type { Assess, Finding, Policy, RuleId, RuleLevel, Severity, WeighedClause } from './types.ts';

export type { CardComponent } from './card/components.ts';
export {
  type Card,
  type CardEvidence,
  type CardLicense,
  type CardLine,
  type CardLink,
  type CardStep,
  describe,
} from './card.ts';
export { expiredExceptions, type PolicyFinding, unusedExceptions } from './exceptions.ts';
export { LEVELS } from './levels.ts';
export { opennessLabel } from './openness.ts';
export { summarise } from './summary.ts';

export const assess: Assess = (subject, context) => {
  const { policy, today } = context;
  const situation = situate(subject, context);
  const weighed = weighAll(situation, policy);
  const told = documentFindings(subject, context, situation).flatMap(({ level, ...finding }) => {
    const severity = severityOf(finding.rule, policy, level ?? LEVELS[finding.rule].applies);
    return severity ? [{ ...finding, severity }] : [];
  });
  const all = distinct([...told, ...weighed.flatMap(({ finding }) => finding ?? [])]).sort(byWeight);
  const { findings, suppressed } = applyExceptions(all, subject, policy, today);
  const accepted = suppressed[0]?.by;
  return {
    findings,
    clauses: weighed.map(({ clause }) => clause),
    ...(accepted ? { accepted } : {}),
    suppressed,
  };
};

export interface Weighed {
  readonly clause: WeighedClause;
  readonly finding?: Finding;
}

/** Every clause of every governing licence, with the finding it makes, if any. */
export function weighAll(situation: Situation, policy: Policy): readonly Weighed[] {
  return governing(situation.model).flatMap(({ license }) =>
    license.clauses.map((clause) => {
      const judged = weighClause(clause, situation, license);
      const rule = judged.as ?? clause.type;
      const severity = isFinding(judged) ? severityOf(rule, policy, levelOf(rule, judged)) : undefined;
      return {
        clause: weighedClause(license, clause, judged, severity),
        ...(severity ? { finding: findingOf(license, clause, judged, rule, severity) } : {}),
      };
    }),
  );
}

const isFinding = ({ verdict, group }: JudgedClause): boolean =>
  group !== 'may' && (verdict === 'applies' || verdict === 'conditional');

function levelOf(rule: RuleId, { level, verdict }: JudgedClause): RuleLevel {
  return level ?? LEVELS[rule][verdict === 'applies' ? 'applies' : 'conditional'];
}

/** What the policy says of a rule wins over its own level. */
function severityOf(rule: RuleId, { severity }: Policy, own: RuleLevel): Severity | undefined {
  const level = severity[rule] ?? own;
  return level === 'off' ? undefined : level;
}

type Clause = WeighedClause['clause'];

function weighedClause(
  license: License,
  clause: Clause,
  { verdict, text, reason, group, asks }: JudgedClause,
  severity: Severity | undefined,
): WeighedClause {
  const document = clause.document && license.documents[clause.document]?.title;
  return {
    clause,
    license,
    verdict,
    text,
    group,
    place: `${document ?? license.shortName}, ${clause.section}`,
    ...(reason ? { reason } : {}),
    ...(severity ? { severity } : {}),
    ...(asks && asks.length > 0 ? { asks } : {}),
  };
}

function findingOf(
  license: License,
  clause: Clause,
  { text, brief, reason, asks, fix }: JudgedClause,
  rule: RuleId,
  severity: Severity,
): Finding {
  return {
    rule,
    severity,
    message: `${license.shortName}: ${text}${reason ? `; ${reason}` : ''}`,
    brief,
    license: license.id,
    section: clause.section,
    ...(clause.document ? { document: clause.document } : {}),
    ...(asks && asks.length > 0 ? { asks } : {}),
    ...(fix ? { fix } : {}),
  };
}

/** Two licences of one model often ask the same; it is told once, by the stricter, which comes first. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, brief, fix }) => {
    const key = JSON.stringify([rule, brief, fix?.kind === 'add-notice' ? fix.words : null]);
    return seen.size !== seen.add(key).size;
  });
}
