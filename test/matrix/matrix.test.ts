import { CLAUSE_TYPES, type ClauseType } from '@modelterms/licenses-db';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../server/src/engine.ts';
import { describe as cardOf, expiredExceptions, LEVELS, unusedExceptions } from '../../server/src/terms/index.ts';
import { RULE_IDS, readPolicy } from '../../server/src/terms/policy/index.ts';
import { TODAY } from '../../server/src/terms/testkit.ts';
import { database } from '../../server/src/terms/testkit-documents.ts';
import type { Finding, Policy, RuleId, Severity } from '../../server/src/terms/types.ts';
import { CLAUSE_ROWS } from './clauses.ts';
import { CROSS_ROWS } from './cross.ts';
import type { Case, Row } from './row.ts';

const ROWS: Readonly<Record<RuleId, Row>> = { ...CLAUSE_ROWS, ...CROSS_ROWS };
const engine = createEngine(database());

/** What stands on the card only is given a voice, so that it can be heard. */
function loud(rule: RuleId): Policy['severity'] {
  const { applies, conditional } = LEVELS[rule];
  return applies === 'off' || conditional === 'off' ? { [rule]: 'information' } : {};
}

const clauseTypes: readonly string[] = CLAUSE_TYPES;
const isClauseRule = (rule: RuleId): rule is ClauseType => clauseTypes.includes(rule);

function run(rule: RuleId, row: Row, given: Case) {
  const written = readPolicy(given.policy ?? row.policy ?? '');
  expect(written.problems).toEqual([]);
  const policy: Policy = {
    ...written.policy,
    usage: { ...written.policy.usage, ...given.usage },
    severity: { ...written.policy.severity, ...loud(rule) },
  };
  const { references, remarks } = engine.check(
    { path: row.path, text: given.text ?? row.text },
    {
      policy,
      today: TODAY,
      workspace: { holdsWords: (words) => given.notices?.includes(words) },
      includeCommented: false,
    },
  );
  const assessments = references.map(({ assessment }) => assessment);
  const all: readonly Finding[] = [
    ...references.flatMap(({ findings }) => findings),
    ...remarks.map(({ finding }) => finding),
    ...expiredExceptions(policy, TODAY).map(({ finding }) => finding),
    ...unusedExceptions(policy, assessments, TODAY).map(({ finding }) => finding),
  ];
  return {
    found: all.filter((finding) => finding.rule === rule),
    clauses: assessments.flatMap(({ clauses }) => clauses).filter(({ clause }) => clause.type === rule),
    card: references.flatMap(({ model, assessment }) => {
      const { must, mustNot, limits } = cardOf(model, assessment);
      return [...must, ...mustNot, ...limits].map(({ text, weighed }) => `${text} – ${weighed ?? ''}`);
    }),
  };
}

/** That it is said at the level it should have. */
function expectSaid(found: readonly Finding[], { says = '', severity }: Case, own: Severity): void {
  expect(found.map(({ message }) => message).join('\n')).toContain(says.replaceAll('’', "'"));
  for (const finding of found) expect(finding.severity).toBe(severity ?? own);
}

/** The text on one line, and what else is given. */
function titleOf(row: Row, { notices, policy, text, usage }: Case): string {
  const shown = [(text ?? row.text).trim().replace(/\n/g, ' ⏎ ')];
  if (usage) shown.push(`usage ${JSON.stringify(usage)}`);
  if (policy ?? row.policy) shown.push(`policy ${(policy ?? row.policy ?? '').trim().replace(/\s+/g, ' ')}`);
  if (notices) shown.push(`notices “${notices.slice(0, 30)}…”`);
  return shown.join(', with ');
}

function levelOf(rule: RuleId, verdict: 'applies' | 'conditional'): Severity {
  const level = loud(rule)[rule] ?? LEVELS[rule][verdict];
  return level as Severity;
}

describe('the matrix of rules', () => {
  it('has a row for every rule', () => {
    expect(Object.keys(ROWS).sort()).toEqual([...RULE_IDS].sort());
  });

  it.each(RULE_IDS)('%s: a case of each kind, or why there is none', (rule) => {
    const { fires, quiet, cannotTell } = ROWS[rule];
    expect(fires.says).toMatch(/\w{3}/);
    expect(quiet).not.toEqual(fires);
    expect(typeof cannotTell === 'string' ? cannotTell : (cannotTell.says ?? cannotTell.silent)).toBeTruthy();
  });
});

describe.each(RULE_IDS)('%s', (rule) => {
  const row = ROWS[rule];

  it(`fires on ${titleOf(row, row.fires)}`, () => {
    const { found } = run(rule, row, row.fires);
    expect(found).not.toEqual([]);
    expectSaid(found, row.fires, levelOf(rule, 'applies'));
  });

  it(`is quiet on ${titleOf(row, row.quiet)}`, () => {
    const { card, clauses, found } = run(rule, row, row.quiet);
    expect(found).toEqual([]);
    if (row.quiet.says !== undefined) expect(card.join('\n')).toContain(row.quiet.says);
    for (const { verdict } of clauses) expect(verdict).not.toBe('conditional');
  });
});

describe('cannot tell', () => {
  const uncertain = RULE_IDS.flatMap((rule) => {
    const { cannotTell } = ROWS[rule];
    return typeof cannotTell === 'string' ? [] : [[rule, titleOf(ROWS[rule], cannotTell), cannotTell] as const];
  });

  it.each(uncertain)('%s: %s', (rule, _title, given) => {
    const { clauses, found } = run(rule, ROWS[rule], given);
    if (given.silent) {
      expect(found).toEqual([]);
      return;
    }
    expect(found).not.toEqual([]);
    expectSaid(found, given, levelOf(rule, 'conditional'));
    if (isClauseRule(rule)) expect(clauses.map(({ verdict }) => verdict)).toContain('conditional');
  });
});
