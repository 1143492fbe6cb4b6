/** An inventory for people: which models the project names, under what terms, and what is due, as a checklist. */
import { markdown as escaped, markdownCode, markdownLink } from '../escape.ts';
import { t } from '../l10n.ts';
import { opennessLabel } from '../terms/index.ts';
import { type InventoryModel, inventoryOf } from './inventory.ts';
import type { ReportedReference } from './report.ts';
import type { Reporter } from './reporter.ts';

export const markdown: Reporter = ({ database, entries, report, tally }) => {
  const models = inventoryOf(entries, database);
  const blocks = [
    `# ${t('AI models in this project')}`,
    escaped(tally.summary()),
    models.length > 0 ? table(models) : '',
    ...models.filter(({ accepted, findings }) => findings.length + accepted.length > 0).map(section),
    (report.findings ?? []).length > 0
      ? [
          `## ${t('Policy and suppressions')}`,
          '',
          ...(report.findings ?? []).map(
            ({ file, message, range }) =>
              `- [ ] ${markdownCode(`${file}:${range.start.line + 1}`)} ${escaped(message)}`,
          ),
        ].join('\n')
      : '',
    `_${escaped(t('Database of {0}. Not legal advice.', report.tool.database))}_`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
};

function table(models: readonly InventoryModel[]): string {
  const rows = models.map((model) =>
    [
      markdownCell(markdownCode(model.id)),
      licenseOf(model),
      escaped(opennessLabel(model.openness as Parameters<typeof opennessLabel>[0])),
      String(model.places.length),
    ].join(' | '),
  );
  const head = [t('Model'), t('Licence'), t('Openness'), t('Places')].join(' | ');
  return [`| ${head} |`, '|---|---|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n');
}

/** A pipe ends a cell even inside code. */
const markdownCell = (content: string): string => content.replaceAll('|', '\\|');

const licenseOf = ({ license }: InventoryModel): string =>
  license ? markdownLink(license.name, license.documents.license?.url) : escaped(t('unknown'));

function section(model: InventoryModel): string {
  const { accepted, evidence, findings, id, places } = model;
  return [
    `## ${markdownCode(id)}`,
    '',
    ...findings.map(({ message, rule, section: where }) => {
      const place = where === null ? '' : ` · ${escaped(t('section {0}', where))}`;
      return `- [ ] ${escaped(message)} (${escaped(rule)}${place})`;
    }),
    ...accepted.map((reason) => `- [x] ${escaped(t('Accepted: {0}', reason))}`),
    '',
    [
      `${t('Named in')} ${places.map(placeOf).join(', ')}.`,
      ...(evidence.kind === 'none' ? [] : [escaped(t('Known from: {0} ({1})', evidence.source, evidence.checked))]),
    ].join(' '),
  ].join('\n');
}

const placeOf = ({ file, range }: ReportedReference): string => markdownCode(`${file}:${range.start.line + 1}`);
