/**
 * SARIF 2.1.0: one result for each reference that has findings, under the worst one's rule, and one, suppressed, for each whose
 * findings are all accepted. See https://docs.oasis-open.org/sarif/sarif/v2.1.0/.
 */
import { createHash } from 'node:crypto';
import type { Fix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { jsonText, visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { Severity } from '../terms/types.ts';
import type { Entry, ReportedRange, ReportedRemark } from './report.ts';
import type { Reporter } from './reporter.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Under which the fingerprint is kept; the number changes with the way it is made. */
const FINGERPRINT = 'modelterms/v1';
const ROOT = 'SRCROOT';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export const sarif: Reporter = ({ entries, report }) => {
  const fingerprint = fingerprints();
  const results = [
    ...entries.flatMap((entry) => resultOf(entry, fingerprint)),
    ...(report.findings ?? []).map((remark) => resultOfRemark(remark, fingerprint)),
  ];
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ModelTerms',
            version: report.tool.version,
            rules: [...new Set(results.map(({ ruleId = '' }) => ruleId))].sort().map(describeRule),
            properties: { database: report.tool.database },
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: t('the working directory of the check') } } },
        results,
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.files.skipped.map(({ path, reason }) => ({
              level: 'note',
              message: { text: t('skipped: {0}', visible(reason)) },
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
      },
    ],
  };
  return `${jsonText(log)}\n`;
};

function resultOf({ reference, replacements, silenced, summary }: Entry, fingerprint: Fingerprint): Result[] {
  const { file, findings, id, license, openness, range, text } = reference;
  const [worst] = findings;
  const accepted = worst ? undefined : silenced[0];
  const rule = worst?.rule ?? accepted?.finding.rule;
  const severity = worst?.severity ?? accepted?.finding.severity;
  if (rule === undefined || severity === undefined) return [];
  return [
    {
      ruleId: rule,
      level: LEVELS[severity],
      message: { text: `${visible(text)}: ${visible(worst ? summary : (accepted?.finding.message ?? ''))}` },
      locations: [locationOf(file, range)],
      partialFingerprints: { [FINGERPRINT]: fingerprint(rule, file, id) },
      properties: { model: id, license, openness, rules: findings.map((finding) => finding.rule) },
      ...(accepted
        ? {
            suppressions: [
              {
                kind: accepted.by === 'comment' ? 'inSource' : 'external',
                status: 'accepted',
                justification: visible(accepted.reason),
              },
            ],
          }
        : {}),
      ...(worst && replacements.length > 0 ? { fixes: replacements.map((one) => fixOf(file, range, one)) } : {}),
    },
  ];
}

function resultOfRemark({ file, message, range, rule, severity }: ReportedRemark, fingerprint: Fingerprint): Result {
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: visible(message) },
    locations: [locationOf(file, range)],
    partialFingerprints: { [FINGERPRINT]: fingerprint(rule, file, message) },
  };
}

const describeRule = (id: string): ReportingDescriptor => {
  const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  return {
    id,
    shortDescription: { text: title },
    help: { text: t('What this rule means, and how to settle it, is told in docs/rules/{0}.md of ModelTerms.', id) },
  };
};

const fixOf = (file: string, range: ReportedRange, { license, replacement }: Entry['replacements'][number]): Fix => ({
  description: { text: t('Replace with {0} ({1})', visible(replacement), visible(license)) },
  artifactChanges: [
    {
      artifactLocation: artifact(file),
      replacements: [{ deletedRegion: regionOf(range), insertedContent: { text: replacement } }],
    },
  ],
});

const locationOf = (file: string, range: ReportedRange): Location => ({
  physicalLocation: { artifactLocation: artifact(file), region: regionOf(range) },
});

/** SARIF counts from one; its end column is exclusive like ours. */
const regionOf = ({ end, start }: ReportedRange): Region => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

const artifact = (file: string) => ({
  uri: file.split('/').map(encodeURIComponent).join('/'),
  uriBaseId: ROOT,
});

type Fingerprint = (rule: string, file: string, subject: string) => string;

/** The same for a finding that only moved: made of what it is about, and which one of its like it is in the file. */
function fingerprints(): Fingerprint {
  const seen = new Map<string, number>();
  return (...parts) => {
    const key = parts.join('\n');
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return createHash('sha256').update(`${key}\n${nth}`).digest('hex').slice(0, 32);
  };
}
