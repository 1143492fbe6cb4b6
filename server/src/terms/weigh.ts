/** Every clause of a model's licences weighed in a situation, and the findings that makes. */
import type { License } from '@modelterms/licenses-db';
import { governing } from './governing.ts';
import { LEVELS } from './levels.ts';
import { type JudgedClause, weighClause } from './rules/index.ts';
import type { Situation } from './situation.ts';
import type { Finding, Policy, RuleId, RuleLevel, Severity, WeighedClause } from './types.ts';

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
export function severityOf(rule: RuleId, { severity }: Policy, own: RuleLevel): Severity | undefined {
  const level = severity[rule] ?? own;
  return level === 'off' ? undefined : level;
}

type Clause = WeighedClause['clause'];

function weighedClause(
  license: License,
  clause: Clause,
  { verdict, text, line = text, reason, group, asks }: JudgedClause,
  severity: Severity | undefined,
): WeighedClause {
  const document = clause.document && license.documents[clause.document]?.title;
  return {
    clause,
    license,
    verdict,
    text,
    line,
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
