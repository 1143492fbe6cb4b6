/** Whether the licences make sense, each and together. */
import type { Clause, License } from '../schema.ts';
import type { SourceFile } from '../sources/load.ts';
import { Claims, type Report } from './report.ts';

export function checkLicenses(report: Report): void {
  const names = new Claims(report, 'licence name');
  for (const source of report.sources.licenses) names.claim(source.data.id, source.file.name, source, ['id']);
  for (const source of report.sources.licenses) {
    const { id, spdx, aliases = [] } = source.data;
    const own = new Set([id.toLowerCase()]);
    const claim = (name: string, path: (string | number)[]) => {
      // an SPDX id and an alias may say the licence's own id in another case
      if (own.has(name.toLowerCase())) return;
      own.add(name.toLowerCase());
      names.claim(name, source.file.name, source, path);
    };
    if (spdx) claim(spdx, ['spdx']);
    aliases.forEach((alias, i) => claim(alias, ['aliases', i]));
    checkLicense(report, source);
  }
}

function checkLicense(report: Report, source: SourceFile<License>): void {
  const license = source.data;
  if (source.file.name !== `licenses/${license.id}.yaml`) {
    report.add(source, ['id'], `id "${license.id}" and file name differ`);
  }
  if (license.kind !== 'placeholder' && !('license' in license.documents)) {
    report.add(source, ['documents'], 'documents must hold the licence itself, under the key "license"');
  }
  license.clauses.forEach((clause, i) => {
    const path = ['clauses', i];
    if (clause.document !== undefined && !(clause.document in license.documents)) {
      report.add(source, [...path, 'document'], `there is no document "${clause.document}"`);
    }
    if (clause.type === 'acceptable-use' && !(clause.policy in license.documents)) {
      report.add(source, [...path, 'policy'], `there is no document "${clause.policy}"`);
    }
  });
  const { may, maySections } = license.summary;
  if (maySections && maySections.length !== may.length) {
    report.add(
      source,
      ['summary', 'maySections'],
      `${maySections.length} sections for the ${may.length} lines of "may"`,
    );
  }
  checkBrackets(report, source);
  checkOpenness(report, source);
}

/** Parameters that a card shows in brackets. */
const IN_BRACKETS = new Set(['allows', 'obtain', 'except', 'exempts', 'detail', 'how', 'what']);

/** Brackets within brackets are hard to read. */
function checkBrackets(report: Report, source: SourceFile<License>): void {
  source.data.clauses.forEach((clause, i) => {
    for (const [key, value] of Object.entries(clause)) {
      if (IN_BRACKETS.has(key) && [value].flat().some((one) => typeof one === 'string' && one.includes('('))) {
        report.add(source, ['clauses', i, key], `"${key}" is shown in brackets: no brackets in it`);
      }
    }
  });
}

/** The class of a licence and what else the entry says must not contradict each other. */
function checkOpenness(report: Report, source: SourceFile<License>): void {
  const { openness, osi, fsf, kind, clauses, verification } = source.data;
  const has = (type: string) => clauses.some((clause) => clause.type === type);
  const freelyUsable = osi || fsf || ['permissive', 'copyleft', 'public-domain', 'data'].includes(kind);
  if (openness === 'open-weights' && !freelyUsable && clauses.some(restricts)) {
    report.add(source, ['openness'], 'open-weights, yet a clause restricts use; see docs/database.md');
  }
  if (osi && openness !== 'open-weights') {
    report.add(source, ['openness'], 'weights under an OSI-approved licence are open-weights');
  }
  if (openness === 'noncommercial-weights' && !has('non-commercial') && !has('research-only')) {
    report.add(source, ['openness'], 'noncommercial-weights, yet no clause non-commercial or research-only');
  }
  if (openness === 'restricted-weights' && verification === 'read' && clauses.length === 0) {
    report.add(source, ['clauses'], 'restricted-weights and read, yet no clause says what is restricted');
  }
}

/** A policy that bars no more than the law does takes nothing away. */
function restricts(clause: Clause): boolean {
  const barsMore = clause.type !== 'acceptable-use' || clause.forbids.some((use) => use !== 'illegal activity');
  return RESTRICTIONS.has(clause.type) && barsMore;
}

const RESTRICTIONS = new Set<string>([
  'non-commercial',
  'research-only',
  'user-threshold',
  'revenue-threshold',
  'acceptable-use',
  'territory-exclusion',
  'field-of-use',
  'competitor-bar',
  'no-derivatives',
]);
