/** Entries of openness/*.yaml are about models and families that are there, and say something. */
import validRange from 'semver/ranges/valid.js';
import type { Database } from '../types.ts';
import { COMPONENT_PARTS } from '../vocabulary.ts';
import { isKnown } from './references.ts';
import { Claims, type Report } from './report.ts';

/** What can be judged without looking anything up; a range that is none would stop all looking up. */
export function checkOpennessEntries(report: Report): void {
  const claims = new Claims(report, 'openness of');
  const families = new Set(
    report.sources.publishers.flatMap(({ data }) => (data.families ?? []).map(({ id }) => `${data.publisher}/${id}`)),
  );
  for (const source of report.sources.openness) {
    source.data.openness.forEach((entry, i) => {
      const path = ['openness', i];
      const { models, family, range } = entry;
      if ((models === undefined) === (family === undefined)) {
        report.add(source, path, 'an entry is about either models or a family');
      }
      if (!entry.judgements && COMPONENT_PARTS.every((part) => entry[part] === undefined)) {
        report.add(source, path, 'says nothing of any part');
      }
      models?.forEach((id, j) => claims.claim(id, source.file.name, source, [...path, 'models', j]));
      if (family === undefined) return;
      claims.claim(`${family} ${range ?? ''}`.trim(), source.file.name, source, [...path, 'family']);
      if (!families.has(family)) report.add(source, [...path, 'family'], `there is no family ${family}`);
      if (range !== undefined && validRange(range) === null) {
        report.add(source, [...path, 'range'], `"${range}" is no semver range`);
      }
    });
  }
}

export function checkOpennessModels(report: Report, database: Database): void {
  for (const source of report.sources.openness) {
    source.data.openness.forEach(({ models }, i) => {
      models?.forEach((id, j) => {
        if (!isKnown(database, id)) {
          report.add(source, ['openness', i, 'models', j], `no entry or family answers for ${id}`);
        }
      });
    });
  }
}
