/** All checks of the database's source files. */
import { compile } from '../compile.ts';
import { openDatabase } from '../lookup.ts';
import type { Sources } from '../sources/load.ts';
import type { Problem } from '../sources/problems.ts';
import { toText } from '../text.ts';
import { checkDates } from './dates.ts';
import { ExpressionChecks } from './expressions.ts';
import { checkFamilies, checkFamilyExpressions } from './families.ts';
import { checkLicenses } from './licenses.ts';
import { checkOpennessEntries, checkOpennessModels } from './openness.ts';
import { checkOverlaps } from './overlaps.ts';
import {
  checkAlternatives,
  checkApiExpressions,
  checkApisKeepOff,
  checkClaims,
  checkLicenseIds,
  checkModelIds,
  checkRepublisherExpressions,
  checkRepublishers,
} from './references.ts';
import { Report } from './report.ts';
import { checkShape } from './shape.ts';

export interface ValidationOptions {
  /** YYYY-MM-DD; dates after it are mistakes. */
  readonly today: string;
}

/**
 * Every problem found. Later checks build on earlier ones: meaning is looked at only where all shapes are right, and
 * looking up only where all expressions are.
 */
export function validate(sources: Sources, { today }: ValidationOptions): Problem[] {
  const shape = checkShape(sources);
  if (shape.length > 0) return shape;

  const report = new Report(sources, today);
  const expressions = new ExpressionChecks();
  checkFamilyExpressions(report, expressions);
  checkApiExpressions(report, expressions);
  checkRepublisherExpressions(report, expressions);
  expressions.save();
  const sound = report.problems.length === 0;

  checkDates(report);
  checkClaims(report);
  checkLicenses(report);
  checkLicenseIds(report);
  if (!sound) return report.problems;

  const before = report.problems.length;
  checkFamilies(report);
  checkOpennessEntries(report);
  checkOverlaps(report);
  if (report.problems.length > before) return report.problems;
  const database = openDatabase(toText(compile(sources)));
  checkModelIds(report, database);
  checkApisKeepOff(report, database);
  checkRepublishers(report, database);
  checkOpennessModels(report, database);
  checkAlternatives(report, database);
  return report.problems;
}
