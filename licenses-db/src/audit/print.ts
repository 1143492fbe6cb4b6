/** The audit in words. */
import type { Agreement, Audit, Coverage } from './index.ts';
import { applyReviews, contradicted, type Difference, type Reviewed } from './reviewed.ts';

/** Lists longer than this are cut, unless everything is asked for. */
const SHORT = 20;

export interface PrintedAudit {
  readonly text: string;
  /** Differences nobody has reviewed. */
  readonly open: readonly Difference[];
}

export function printAudit(audit: Audit, reviewed: readonly Reviewed[], all: boolean): PrintedAudit {
  const lines: string[] = [];
  for (const one of audit.coverage) lines.push(...printCoverage(one, all));
  lines.push('');
  for (const one of audit.agreement) lines.push(...printAgreement(one, reviewed, all));
  const differences = audit.agreement.flatMap((one) => one.differences);
  const reviews = applyReviews(differences, reviewed);
  lines.push(
    '',
    `Differences: ${differences.length}, of them reviewed: ${reviews.reviewed}, open: ${reviews.open.length}`,
  );
  for (const { id, theirs, ours, from } of reviews.open)
    lines.push(`  ${id}: theirs ${theirs}, ours ${ours} (${from})`);
  for (const { id, theirs, ours } of reviews.stale) {
    lines.push(`  no longer needed in reviewed-differences.yaml: ${id}, theirs ${theirs}, ours ${ours}`);
  }
  return { text: lines.join('\n'), open: reviews.open };
}

function printCoverage({ of, total, by, missing }: Coverage, all: boolean): string[] {
  if (total === 0) return [];
  const kinds = Object.entries(by)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
  const head = `Coverage of ${of}: ${percent(total - missing.length, total)} of ${total} (${kinds})`;
  return missing.length === 0 ? [head] : [head, `  missing: ${cut(missing, all)}`];
}

function printAgreement(one: Agreement, reviewed: readonly Reviewed[], all: boolean): string[] {
  const { with: title, compared, agreed, unmapped } = one;
  if (compared === 0) return [];
  const unknown = Object.entries(unmapped)
    .sort(([, a], [, b]) => b - a)
    .map(([text, count]) => `${text.slice(0, 60)} (${count})`);
  const disputed = contradicted(one.differences, reviewed);
  const head = [
    `Agreement with ${title}: ${percent(agreed, compared)} of ${compared}`,
    ...(disputed > 0
      ? [`without ${disputed} that the maker itself contradicts: ${percent(agreed, compared - disputed)}`]
      : []),
  ].join('; ');
  return unknown.length === 0 ? [head] : [head, `  spellings that no licence answers for: ${cut(unknown, all)}`];
}

function cut(list: readonly string[], all: boolean): string {
  if (all || list.length <= SHORT) return list.join(', ');
  return `${list.slice(0, SHORT).join(', ')} … and ${list.length - SHORT} more (--all lists them)`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} % (${part})`;
}
