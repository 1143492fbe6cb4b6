/**
 * An inventory for people: which models the project names, under what terms, and what is due, as a checklist to work through.
 * Models of which the same is to be said share a section.
 */
import { markdown as escaped, markdownCode, markdownLink } from '../escape.ts';
import { t } from '../l10n.ts';
import { opennessLabel } from '../terms/index.ts';
import { REPORT_MARK } from '../workspace/ownReports.ts';
import { type Duty, type InventoryLicense, type InventoryModel, strictest } from './inventory.ts';
import type { ReportedFinding, ReportedReference } from './report.ts';
import type { Reporter } from './reporter.ts';
import { SEVERITY_NAMES } from './severityNames.ts';

export const markdown: Reporter = ({ inventory, report, tally }) => {
  const models = inventory.models();
  const sections = grouped(models).map(section);
  const about = t('What ModelTerms found in this folder; the database is of {0}.', report.tool.database);
  const blocks = [
    REPORT_MARK,
    `# ${t('AI models in this project')}`,
    escaped(`${tally.summary()}. ${about}`),
    models.length > 0 ? table(models) : '',
    sections.length > 0 ? `## ${t('What is due')}` : '',
    sections.length > 0
      ? escaped(
          t(
            'Tick what is done. What stands under “If it applies” hangs on facts that the policy file does not declare.',
          ),
        )
      : '',
    ...sections,
    ...remarks(report.findings ?? []),
    ...skipped(report.files.skipped),
    `_${escaped(t('ModelTerms reads licences for you; this is not legal advice.'))}_`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
};

const RANK = Object.keys(SEVERITY_NAMES);
const weight = ({ findings: [worst] }: InventoryModel): number => (worst ? RANK.indexOf(worst.severity) : RANK.length);

function table(models: readonly InventoryModel[]): string {
  const urgentFirst = [...models].sort((a, b) => weight(a) - weight(b));
  const rows = urgentFirst.map((model) =>
    [
      markdownCode(model.id),
      model.licenses.map(licenseLink).join(' + ') || escaped(t('unknown')),
      escaped(opennessLabel(model.openness)),
      escaped(model.findings[0] ? SEVERITY_NAMES[model.findings[0].severity]() : ''),
      String(model.places.length),
    ]
      // a pipe ends a cell even inside code
      .map((cell) => cell.replaceAll(/(?<!\\)\|/g, '\\|'))
      .join(' | '),
  );
  const head = [t('Model'), t('Licence'), t('Openness'), t('Worst finding'), t('Places')].join(' | ');
  return [`| ${head} |`, '|---|---|---|---|--:|', ...rows.map((row) => `| ${row} |`)].join('\n');
}

const licenseLink = ({ license: { documents, name } }: InventoryLicense): string =>
  markdownLink(name, documents.license?.url);

/** Models under the same licences share a section; the most urgent first. */
function grouped(models: readonly InventoryModel[]): InventoryModel[][] {
  const groups = new Map<string, InventoryModel[]>();
  for (const model of models) {
    const key = model.licenses.map(({ license }) => license.id).join('\n');
    const group = groups.get(key);
    if (group) group.push(model);
    else groups.set(key, [model]);
  }
  const worst = (group: readonly InventoryModel[]) => Math.min(...group.map(weight));
  return [...groups.values()].sort((a, b) => worst(a) - worst(b));
}

function section(group: readonly InventoryModel[]): string {
  const licenses = group[0]?.licenses ?? [];
  const title = licenses.map(({ license }) => license.shortName).join(' + ') || t('No licence is known');
  const duties = merged(
    group.map(({ duties: all }) => all),
    ({ place, rule, text }) => `${rule}\n${place}\n${text}`,
  ).map(({ one, others }) => strictest(one, ...others));
  const clauses = new Set(duties.map(({ rule }) => rule));
  const findings = merged(
    group.map(({ findings: all }) => all.filter((one) => pressing(one) || !clauses.has(one.rule))),
    ({ message, rule }) => `${rule}\n${message}`,
  ).sort((a, b) => RANK.indexOf(a.one.severity) - RANK.indexOf(b.one.severity));
  // what a finding tells whole need not stand in a list again
  const told = (duty: Duty) => findings.some(({ one: { message } }) => message.includes(duty.text));
  const due = (wanted: (duty: Duty) => boolean, line = dutyLine) =>
    duties.filter((duty) => wanted(duty) && !told(duty)).map(line);
  const blocks = [
    `### ${escaped(title)}`,
    group.map(modelLine).join('\n'),
    list(
      t('To settle'),
      findings.map(({ models, one }) =>
        findingLine(one, models.length < group.length ? models.flatMap((i) => group[i] ?? []) : []),
      ),
    ),
    list(
      t('To do'),
      due(({ group: part, verdict }) => part === 'must' && (verdict === 'applies' || verdict === 'met')),
    ),
    list(
      t('Not to do'),
      due(({ group: part, verdict }) => part === 'must-not' && verdict === 'applies'),
    ),
    list(
      t('If it applies'),
      due((duty) => duty.verdict === 'conditional' && !isFact(duty)),
    ),
    list(t('Good to know'), due(isFact, factLine)),
    list(
      t('Accepted'),
      merged(
        group.map(({ accepted }) => accepted),
        ({ reason, rules }) => `${reason}\n${rules.join()}`,
      ).map(
        ({ models, one }) =>
          `- [x] ${models.map((i) => markdownCode(group[i]?.id ?? '')).join(', ')}: ${escaped(one.reason)} (${escaped(one.rules.join(', '))})`,
      ),
    ),
  ];
  return blocks.filter(Boolean).join('\n\n');
}

interface Merged<T> {
  readonly one: T;
  /** The others of its like. */
  readonly others: T[];
  /** Which of the lists it stands in. */
  readonly models: number[];
}

/** What several lists have in common, once, in the order in which it first comes. */
function merged<T>(lists: readonly (readonly T[])[], keyOf: (one: T) => string): Merged<T>[] {
  const byKey = new Map<string, Merged<T>>();
  for (const [i, all] of lists.entries()) {
    for (const one of all) {
      const key = keyOf(one);
      const before = byKey.get(key);
      if (!before) byKey.set(key, { one, others: [], models: [i] });
      else {
        before.others.push(one);
        if (!before.models.includes(i)) before.models.push(i);
      }
    }
  }
  return [...byKey.values()];
}

/** What holds whatever the project does and declares: a place of jurisdiction, what ends the grant. */
const isFact = ({ asks, group, verdict }: Duty): boolean =>
  group === 'limits' && (verdict === 'applies' || (verdict === 'conditional' && asks === undefined));

const pressing = ({ severity }: ReportedFinding): boolean => severity === 'error' || severity === 'warning';

const list = (title: string, lines: readonly string[]): string =>
  lines.length > 0 ? [`**${escaped(title)}**`, '', ...lines].join('\n') : '';

/** A model with everywhere it stands, what it comes from, and how its licence is known. */
function modelLine({ evidence, id, lineage, places }: InventoryModel): string {
  const bases = lineage
    .slice(1)
    .map(({ id: base, name }) => (base === null ? escaped(name ?? '') : markdownCode(base)));
  const facts = [
    `${escaped(t('named in'))} ${places.map(placeOf).join(', ')}`,
    ...(bases.length > 0 ? [`${escaped(t('made from'))} ${bases.join(' ← ')}`] : []),
    ...(evidence.kind === 'none' ? [] : [escaped(t('known from: {0} ({1})', evidence.source, evidence.checked))]),
  ];
  return `- ${markdownCode(id)}: ${facts.join('; ')}`;
}

const placeOf = ({ file, range }: ReportedReference): string => markdownCode(`${file}:${range.start.line + 1}`);

/** `models`: those it is about, where it is not about every one of the section. */
function findingLine({ message, rule, severity }: ReportedFinding, models: readonly InventoryModel[]): string {
  const about = models.length > 0 ? `${models.map(({ id }) => markdownCode(id)).join(', ')}: ` : '';
  return `- [ ] **${escaped(SEVERITY_NAMES[severity]())}** ${about}${escaped(message)} (${escaped(rule)})`;
}

/** Ticked where the project does it already. */
const dutyLine = (duty: Duty): string => `- [${duty.verdict === 'met' ? 'x' : ' '}] ${dutyText(duty)}`;
/** Nothing that could be ticked. */
const factLine = (duty: Duty): string => `- ${dutyText(duty)}`;

function dutyText({ asks, place, reason, text }: Duty): string {
  const because = reason ? ` · ${escaped(reason)}` : '';
  const open = asks ? ` · ${escaped(t('hangs on'))} ${asks.map((fact) => markdownCode(fact)).join(', ')}` : '';
  return `${escaped(text)} · _${escaped(place)}_${because}${open}`;
}

function remarks(all: readonly { file: string; message: string; range: ReportedReference['range'] }[]): string[] {
  const lines = all.map(
    ({ file, message, range }) => `- [ ] ${markdownCode(`${file}:${range.start.line + 1}`)} ${escaped(message)}`,
  );
  return lines.length > 0 ? [`## ${escaped(t('Policy and suppressions'))}`, lines.join('\n')] : [];
}

function skipped(all: readonly { path: string; reason: string }[]): string[] {
  const lines = all.map(({ path, reason }) => `- ${markdownCode(path)}: ${escaped(reason)}`);
  return lines.length > 0 ? [`## ${escaped(t('Not looked at'))}`, lines.join('\n')] : [];
}
