import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExpressionChecks } from './expressions.ts';

/** Harmless, but not to the eye: needs the slow check. */
const INTRICATE = String.raw`a(?:b[-_ ]?|c[-_ ]?|d[-_ ]?)*(?<size>[\d_]+b)?(?:[-_ ](?<variant>.+))?`;

describe('expressions of the database', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'expressions-'));
    file = path.join(folder, 'verdicts.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['[', 'not a regular expression'],
    ['(?<colour>a)', 'captures "colour"'],
    ['(?:a|a)*b', 'exponential'],
  ])('%s is refused', (source, reason) => {
    expect(new ExpressionChecks(file).problem(source, ['size'])).toContain(reason);
  });

  it('a verdict is kept for the next run', () => {
    const checks = new ExpressionChecks(file);
    expect(checks.problem(INTRICATE)).toBeUndefined();
    checks.save();
    expect(Object.values(JSON.parse(readFileSync(file, 'utf8')))).toEqual(['']);
  });

  it('no verdict for lack of time is a problem now, and tried again in the next run', () => {
    const checks = new ExpressionChecks(file, 1);
    expect(checks.problem(INTRICATE)).toContain('could not be told');
    checks.save();
    expect(existsSync(file)).toBe(false);
  });
});
