/** `modelterms licenses [ID]`: the database's licences, or one of them clause by clause. */
import { type Clause, type License, OPENNESS_CLASSES } from '@modelterms/licenses-db';
import { createColors } from 'picocolors';
import { jsonText, visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { fitted } from '../reports/wrap.ts';
import { opennessLabel } from '../terms/index.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { didYouMean } from './meant.ts';

export interface LicensesOptions {
  readonly format: 'text' | 'json';
}

export function licenses(id: string | undefined, { format }: LicensesOptions, io: Io): number {
  const { database } = io.engine();
  if (id === undefined) {
    const all = [...database.licenses()].sort(
      (a, b) => OPENNESS_CLASSES.indexOf(a.openness) - OPENNESS_CLASSES.indexOf(b.openness) || (a.id < b.id ? -1 : 1),
    );
    io.out(format === 'json' ? `${jsonText(all.map(summaryOf))}\n` : list(all, io));
    return EXIT.clean;
  }
  const license = database.licenseNamed(id);
  if (!license) {
    const ids = database.licenses().map(({ id: known }) => known);
    const hint = didYouMean(id, ids) ?? t('“modelterms licenses” lists them.');
    throw new UsageError(t('no licence “{0}” in the database. {1}', visible(id), hint));
  }
  io.out(format === 'json' ? `${jsonText(license)}\n` : details(license, io));
  return EXIT.clean;
}

const summaryOf = ({ id, name, openness, osi, spdx, version }: License) => ({ id, name, version, spdx, osi, openness });

const WIDEST = 32;

function list(all: readonly License[], io: Io): string {
  const { dim } = createColors(io.colors);
  // a few ids are so long that they would push the names of all the others away
  const width = Math.min(WIDEST, Math.max(...all.map(({ id }) => id.length)));
  const lines = all.map(
    ({ id, name, openness, osi }) =>
      `${id.padEnd(width)}  ${name}  ${dim(osi ? t('{0}, OSI-approved', opennessLabel(openness)) : opennessLabel(openness))}`,
  );
  return `${lines.join('\n')}\n`;
}

function details(license: License, io: Io): string {
  const { bold, dim } = createColors(io.colors);
  const { clauses, documents, id, name, openness, source, summary } = license;
  const part = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', bold(title), ...lines.map((line) => `  - ${line}`)] : [];
  const lines = [
    bold(name),
    `${id} · ${opennessLabel(openness)}`,
    ...part(t('You may'), summary.may),
    ...part(t('You must'), summary.must),
    ...part(t('You must not'), summary.mustNot),
    ...part(
      t('Clauses'),
      clauses.map((clause) => clauseLine(clause, license)),
    ),
    ...part(
      t('Texts'),
      Object.values(documents).map(({ title, url }) => (url ? `${title}: ${url}` : title)),
    ),
    '',
    dim(t('Source: {0}, read {1}. Not legal advice.', source.title, source.checked)),
  ];
  return `${fitted(lines.join('\n'), io.columns)}\n`;
}

/** `user-threshold (2): count 700000000, period month` */
function clauseLine(clause: Clause, { documents }: License): string {
  const { document, note, section, type, ...parameters } = clause as Clause & { document?: string; note?: string };
  const place = document && documents[document] ? `${documents[document].title}, ${section}` : section;
  const told = Object.entries(parameters).map(([name, value]) => `${name} ${plain(value)}`);
  return [`${type} (${place})`, [...told, ...(note ? [note] : [])].join('; ')].filter(Boolean).join(': ');
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, one]) => `${key} ${plain(one)}`)
      .join(' ');
  }
  return typeof value === 'number' ? value.toLocaleString('en-US') : String(value);
}
