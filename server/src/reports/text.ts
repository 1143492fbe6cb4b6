/** For people at a terminal: grouped by file, one line for each reference that has a finding, and a closing line. */
import type { Colors, Formatter } from 'picocolors/types';
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { Severity } from '../terms/types.ts';
import type { ReportedRange, ReportedReference } from './report.ts';
import type { Reporter } from './reporter.ts';
import { SEVERITY_NAMES } from './severityNames.ts';
import { beside } from './wrap.ts';

interface Line {
  readonly range: ReportedRange;
  readonly severity: Severity | undefined;
  readonly rule: string | undefined;
  readonly subject: string;
  readonly message: string;
  readonly more: readonly string[];
}

const COLORS: Readonly<Record<Severity, (colors: Colors) => Formatter>> = {
  error: ({ red }) => red,
  warning: ({ yellow }) => yellow,
  information: ({ blue }) => blue,
  hint: ({ dim }) => dim,
};

/** Columns of the place and of the level, with the spaces around them. */
const PLACE = 11;
const LEVEL = 9;

export const text: Reporter = ({ colors, columns, entries, explain, report, tally }) => {
  const files = new Map<string, Line[]>();
  const add = (file: string, line: Line) => {
    const lines = files.get(file);
    if (lines) lines.push(line);
    else files.set(file, [line]);
  };
  for (const { reference, summary } of entries) {
    const { file, findings, range, text: subject } = reference;
    const [worst] = findings;
    if (!worst && !explain) continue;
    const more = explain ? explanation(reference) : [];
    add(file, { range, severity: worst?.severity, rule: worst?.rule, subject, message: summary, more });
  }
  for (const { file, message, range, rule, severity } of report.findings ?? []) {
    add(file, { range, severity, rule, subject: '', message, more: [] });
  }
  const groups = [...files].map(([file, lines]) => {
    lines.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
    return [colors.underline(visible(file)), ...lines.flatMap((line) => show(line, colors, columns)), ''].join('\n');
  });
  // a reader who gets nothing, or wants to know all, is told what was left out
  const { scanned, skipped } = report.files;
  const left = scanned === 0 || explain ? skipped : [];
  const notRead = left.map(({ path, reason }) => `${t('skipped {0}: {1}', visible(path), visible(reason))}\n`).join('');
  return [...groups, ...(notRead === '' ? [] : [notRead]), `${tally.summary()}\n`].join('\n');
};

function show(
  { message, more, range, rule, severity, subject }: Line,
  colors: Colors,
  columns: number | undefined,
): string[] {
  // people count from one
  const place = `${range.start.line + 1}:${range.start.character + 1}`.padEnd(PLACE - 3);
  const name = (severity ? SEVERITY_NAMES[severity]() : t('fine')).padEnd(LEVEL - 1);
  const level = severity ? COLORS[severity](colors)(name) : colors.green(name);
  const said = [subject && colors.bold(visible(subject)), visible(message), rule && colors.dim(rule)]
    .filter(Boolean)
    .join('  ');
  const width = PLACE + LEVEL;
  return [
    beside(`  ${colors.dim(place)} ${level} `, width, said, columns),
    ...more.map((line) => beside(' '.repeat(width), width, colors.dim(line), columns)),
  ];
}

/** All there is to say of one reference: what it is, how that is known, every finding. */
function explanation({ evidence, findings, id, kind, license, openness, role, why }: ReportedReference): string[] {
  return [
    t('{0}, {1}, {2}: licence {3}, {4}', visible(id), kind, role, license ?? t('unknown'), openness),
    ...(evidence.kind === 'none'
      ? []
      : [t('known by {0}: {1} ({2})', evidence.kind, visible(evidence.source), evidence.checked)]),
    ...(why && why.length > 0 ? [t('found by: {0}', why.map((reason) => visible(reason)).join('; '))] : []),
    ...findings.map(({ message, rule, severity }) => `${SEVERITY_NAMES[severity]()} ${rule}: ${visible(message)}`),
  ];
}
