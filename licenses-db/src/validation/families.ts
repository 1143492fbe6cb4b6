/** Whether each family's patterns, releases and exceptions are sound in themselves. */
import Range from 'semver/classes/range.js';
import intersects from 'semver/ranges/intersects.js';
import validRange from 'semver/ranges/valid.js';
import { globMatches, precision } from '../matching/families.ts';
import { mentionSource, mentionsOfFamily, readingOf } from '../matching/pattern-source.ts';
import type { Family, PublisherFile, Release } from '../schema.ts';
import type { SourceFile } from '../sources/load.ts';

import type { Path } from '../sources/problems.ts';
import type { ExpressionChecks } from './expressions.ts';
import type { Report } from './report.ts';

type Exception = NonNullable<Release['exceptions']>[number];
const GROUPS = ['version', 'size', 'variant'];

/** Problems in the expressions of every family; where there are any, nothing can be looked up yet. */
export function checkFamilyExpressions(report: Report, expressions: ExpressionChecks): void {
  eachFamily(report, (source, family, path) => {
    family.patterns.forEach((pattern, i) => {
      const problem = expressions.problem(`^(?:${pattern})$`, GROUPS);
      if (problem) report.add(source, [...path, 'patterns', i], `pattern ${pattern}: ${problem}`);
    });
    if (report.problems.length > 0) return;
    if (!family.inThirdPartyNames && !family.mentions) return;
    const mentions = mentionsOfFamily(family.patterns, family.mentions ?? null);
    for (const expression of [...mentions, ...family.patterns.map(readingOf)]) {
      const problem = expressions.problem(`^(?:${expression})`, GROUPS);
      const at = family.mentions?.includes(expression) ? 'mentions' : 'patterns';
      if (problem) report.add(source, [...path, at], `for third parties' names, ${expression}: ${problem}`);
    }
    if (report.problems.length > 0) return;
    for (const mention of mentions.filter(isAnybodys))
      report.add(source, path, `would claim anybody's names as mentions of it (${mention}): state \`mentions\``);
  });
}

/** Names that mention nothing; an expression from which too much was left out takes them all the same. */
const NOBODYS = ['zq', 'zq-7b', 'zq-70m-v2.5-base', 'zq_1.1_en_chat'];
const isAnybodys = (mention: string): boolean =>
  NOBODYS.some((name) => new RegExp(mentionSource(mention), 'i').test(name));

export function checkFamilies(report: Report): void {
  eachFamily(report, (source, family, path) => {
    checkVersions(report, source, family, path);
    family.releases.forEach((release, i) => {
      checkExceptions(report, source, release, [...path, 'releases', i]);
    });
  });
}

export function eachFamily(
  report: Report,
  visit: (source: SourceFile<PublisherFile>, family: Family, path: Path) => void,
): void {
  for (const source of report.sources.publishers) {
    source.data.families?.forEach((family, i) => visit(source, family, ['families', i]));
  }
}

function checkVersions(report: Report, source: SourceFile<PublisherFile>, family: Family, path: Path): void {
  const ranges = family.releases.map(({ range }) => range ?? '*');
  ranges.forEach((range, i) => {
    if (validRange(range) === null)
      report.add(source, [...path, 'releases', i, 'range'], `"${range}" is no semver range`);
    else if (family.releases[i]?.range !== undefined && !isBoundedAbove(range)) {
      const message = `range ${range} has no upper bound: the next version may come under other terms, end it before that (<X.Y.0)`;
      report.add(source, [...path, 'releases', i, 'range'], message);
    }
    for (let j = 0; j < i; j++) {
      const other = ranges[j] as string;
      if (validRange(range) && validRange(other) && intersects(range, other)) {
        report.add(source, [...path, 'releases', i], `range ${range} meets ${other} of the same family`);
      }
    }
  });
  const versionless =
    family.version === undefined && family.patterns.some((pattern) => !pattern.includes('(?<version>'));
  if (versionless && ranges.some((range) => range !== '*')) {
    report.add(source, path, 'a pattern captures no version and the family states none, yet a release asks for one');
  }
}

/** Whether each alternative of a semver range ends: below a version, or at the one that it names. */
function isBoundedAbove(range: string): boolean {
  return new Range(range).set.every((all) => all.some(({ value }) => /^[<\d]/.test(value)));
}

/** Of two exceptions that speak equally precisely of the same name, neither could have the last word. */
function checkExceptions(report: Report, source: SourceFile<PublisherFile>, release: Release, path: Path): void {
  const exceptions = release.exceptions ?? [];
  exceptions.forEach((exception, i) => {
    if (!exception.sizes && !exception.variants) {
      report.add(source, [...path, 'exceptions', i], 'an exception needs sizes or variants');
    }
    for (const other of exceptions.slice(0, i)) {
      if (precision(other) !== precision(exception) || !overlap(exception, other)) continue;
      const fact = contradiction(exception, other);
      if (fact) report.add(source, [...path, 'exceptions', i], `two exceptions state a different ${fact} for one name`);
    }
  });
}

function overlap(a: Exception, b: Exception): boolean {
  const sizes = !a.sizes || !b.sizes || a.sizes.some((size) => b.sizes?.some((other) => same(size, other)));
  const variants =
    !a.variants || !b.variants || a.variants.some((glob) => b.variants?.some((other) => meet(glob, other)));
  return sizes && variants;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
/** Whether one pattern plainly covers the other; patterns that meet in part only are for the author to see. */
const meet = (a: string, b: string) => globMatches(a, b.replaceAll('*', '')) || globMatches(b, a.replaceAll('*', ''));

const FACTS = ['license', 'task', 'form', 'context', 'released', 'multimodal', 'parameters'] as const;

function contradiction(a: Exception, b: Exception): string | undefined {
  return FACTS.find((fact) => a[fact] !== undefined && b[fact] !== undefined && a[fact] !== b[fact]);
}
