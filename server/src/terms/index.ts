/** The terms of a model in this project: every clause weighed, findings worst first, a line and a card of them. */
import type { ResolvedModel } from '../models/types.ts';
import type { SlotContext } from '../references/types.ts';
import { applyExceptions } from './exceptions.ts';
import { byWeight, LEVELS } from './levels.ts';
import { documentFindings } from './rules/document-rules.ts';
import { situate } from './situate.ts';
import type { Assess, Assessment, Finding, Policy, ResolvedReference } from './types.ts';
import { severityOf, weighAll } from './weigh.ts';

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

/** A model on its own, outside any document: `modelterms explain`. */
export function assessModel(model: ResolvedModel, policy: Policy, today: string): Assessment {
  const { kind, id } = model;
  const span = { start: 0, end: 0 };
  const context: SlotContext = { format: 'text', path: [], siblings: () => new Map(), ancestors: () => [] };
  const slot = { value: id, span, context };
  const subject: ResolvedReference = { reference: { kind, id, text: id, span, role: 'model', why: [], slot }, model };
  return assess(subject, {
    policy,
    today,
    workspace: { holdsWords: () => undefined },
    document: { path: '', text: '' },
    references: [subject],
    licenseNamed: () => undefined,
  });
}

/** Two licences of one model often ask the same; it is told once, by the stricter, which comes first. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, brief, fix }) => {
    const key = JSON.stringify([rule, brief, fix?.kind === 'add-notice' ? fix.words : null]);
    return seen.size !== seen.add(key).size;
  });
}
