/**
 * SARIF 2.1.0: one result for each reference that has findings, under the worst one's rule, and one, suppressed, for everything that a
 * comment or an exception of the policy accepts. See https://docs.oasis-open.org/sarif/sarif/v2.1.0/.
 */
import { createHash } from 'node:crypto';
import type { Fix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { jsonText, visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { Severity } from '../terms/types.ts';
import type { Entry, ReportedFix, ReportedRange, ReportedRemark } from './report.ts';
import type { Reporter } from './reporter.ts';
import { pageParts } from './rulePage.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Under which the fingerprint is kept; the number changes with the way it is made. */
const FINGERPRINT = 'modelterms/v1';
const ROOT = 'SRCROOT';
const TAGS = ['ai-model', 'license'];

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export const sarif: Reporter = ({ entries, report, rulePage }) => {
  const fingerprint = fingerprints();
  const results = [
    ...entries.flatMap((entry) => [...resultOf(entry, fingerprint), ...acceptedOf(entry, fingerprint)]),
    ...(report.findings ?? []).map((remark) => resultOfRemark(remark, fingerprint)),
  ];
  const rules = [...new Set(results.map(({ ruleId = '' }) => ruleId))].sort();
  const files = [...entries.map(({ reference }) => reference.file), ...(report.findings ?? []).map(({ file }) => file)];
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ModelTerms',
            version: report.tool.version,
            semanticVersion: report.tool.version,
            rules: rules.map((id) => describeRule(id, rulePage(id))),
            properties: { database: report.tool.database },
          },
        },
        automationDetails: { id: 'modelterms/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: t('the working directory of the check') } } },
        artifacts: [...new Set(files)].map((file) => ({ location: artifact(file) })),
        results: results.map((result) => ({ ...result, ruleIndex: rules.indexOf(result.ruleId ?? '') })),
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

function resultOf({ fixes, reference, related, summary }: Entry, fingerprint: Fingerprint): Result[] {
  const { file, findings, id, license, openness, range, text } = reference;
  const [worst] = findings;
  if (!worst) return [];
  return [
    {
      ruleId: worst.rule,
      level: LEVELS[worst.severity],
      message: { text: `${visible(text)}: ${visible(summary)}` },
      locations: [locationOf(file, range)],
      ...(related.length > 0
        ? {
            relatedLocations: related.map(({ message, range: place }, i) => ({
              id: i + 1,
              ...locationOf(file, place),
              message: { text: visible(message) },
            })),
          }
        : {}),
      partialFingerprints: { [FINGERPRINT]: fingerprint(worst.rule, file, id) },
      properties: { model: id, license, openness, rules: findings.map(({ rule }) => rule) },
      ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixOf(file, fix)) } : {}),
    },
  ];
}

/** What was accepted, once for each reason, under the worst rule that it covers. */
function acceptedOf({ reference, silenced }: Entry, fingerprint: Fingerprint): Result[] {
  const { file, id, license, openness, range, text } = reference;
  const reasons = new Map<string, Entry['silenced'][number][]>();
  for (const one of silenced) {
    const key = `${one.by}\n${one.reason}`;
    reasons.set(key, [...(reasons.get(key) ?? []), one]);
  }
  return [...reasons.values()].flatMap((all) => {
    const [worst] = all;
    if (!worst) return [];
    const { by, finding, reason } = worst;
    return {
      ruleId: finding.rule,
      level: LEVELS[finding.severity],
      message: { text: `${visible(text)}: ${visible(finding.message)}` },
      locations: [locationOf(file, range)],
      partialFingerprints: { [FINGERPRINT]: fingerprint(finding.rule, file, id) },
      properties: { model: id, license, openness, rules: all.map((one) => one.finding.rule) },
      suppressions: [
        { kind: by === 'comment' ? 'inSource' : 'external', status: 'accepted', justification: visible(reason) },
      ],
    };
  });
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

/** Without an address: the pages ship with the tool, and what they say stands here whole. */
function describeRule(id: string, page: string | undefined): ReportingDescriptor {
  const words = id.split('-');
  const { body, meaning, title } = page === undefined ? {} : pageParts(page);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return {
    id,
    name,
    shortDescription: { text: title ?? `${words.join(' ').charAt(0).toUpperCase()}${words.join(' ').slice(1)}` },
    ...(meaning === undefined ? {} : { fullDescription: { text: meaning } }),
    help:
      body === undefined
        ? { text: t('A mistake in the policy file itself: its message says what to put right.') }
        : { text: body.replaceAll('**', ''), markdown: body },
    properties: { tags: TAGS },
  };
}

const fixOf = (file: string, { changes, title }: ReportedFix): Fix => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: artifact(file),
      replacements: changes.map(({ range, text }) => ({ deletedRegion: regionOf(range), insertedContent: { text } })),
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
