import { describe, expect, it } from 'vitest';
import type { Comment } from '../references/types.ts';
import type { Finding, RuleId } from '../terms/types.ts';
import { LineIndex, readSuppressions, Suppressions } from './suppressions.ts';

const finding = (rule: RuleId): Finding => ({ rule, severity: 'warning', message: rule, brief: rule });

/** Comments as a YAML reader gives them: from `#` to the end of the line. */
function comments(text: string): Comment[] {
  return [...text.matchAll(/(?:^|(?<=\s))#.*/gm)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    text: match[0].slice(1).trim(),
  }));
}

/** Which of the file's references (`MODEL`) stay silent for `rule`, and how many suppressions have nothing to do. */
function run(text: string, rule: RuleId = 'non-commercial') {
  const lines = new LineIndex(text);
  const references = [...text.matchAll(/MODEL/g)].map((match) => match.index);
  const suppressions = new Suppressions(readSuppressions(comments(text), lines), lines, references[0] ?? text.length);
  const silenced = references.map((offset) => suppressions.silence(finding(rule), offset)?.reason);
  return { silenced, unused: suppressions.unused().length };
}

describe('a suppression', () => {
  it.each([
    ['on the line', 'a: MODEL # modelterms-ignore -- why', ['why'], 0],
    ['on the line above', '# modelterms-ignore -- why\na: MODEL', ['why'], 0],
    ['above other comments and blank lines', '# modelterms-ignore -- why\n# more\n\na: MODEL', ['why'], 0],
    ['only for its line', 'a: MODEL # modelterms-ignore -- why\nb: MODEL', ['why', undefined], 0],
    ['only for the next line', '# modelterms-ignore -- why\na: MODEL\nb: MODEL', ['why', undefined], 0],
    ['not for the line before', 'a: MODEL\n# modelterms-ignore -- why\nb: 1', [undefined], 1],
    ['for a rule', 'a: MODEL # modelterms-ignore: non-commercial -- why', ['why'], 0],
    ['for several rules', 'a: MODEL # modelterms-ignore: hosting, non-commercial -- why', ['why'], 0],
    ['for another rule', 'a: MODEL # modelterms-ignore: hosting -- why', [undefined], 1],
    ['for a file', '# modelterms-ignore-file -- why\na: MODEL\nb: MODEL', ['why', 'why'], 0],
    ['for a file, not at its top', 'a: MODEL\n# modelterms-ignore-file -- why\nb: MODEL', [undefined, undefined], 1],
    ['for a rule in a file', '# modelterms-ignore-file: non-commercial -- why\na: MODEL', ['why'], 0],
    ['without a reason', 'a: MODEL # modelterms-ignore', [undefined], 1],
    ['with an empty reason', 'a: MODEL # modelterms-ignore -- ', [undefined], 1],
    ['with dashes in its reason', 'a: MODEL # modelterms-ignore -- a -- b', ['a -- b'], 0],
    ['behind another directive', 'a: MODEL # yamllint disable-line # modelterms-ignore -- why', ['why'], 0],
    ['with nothing to do', '# modelterms-ignore -- why\na: 1\n', [], 1],
    ['that only looks like one', 'a: MODEL # modelterms-ignored -- why', [undefined], 0],
    ['on lines that end in CR LF', '# modelterms-ignore -- why\r\na: MODEL\r\nb: MODEL', ['why', undefined], 0],
  ])('%s', (_, text, silenced, unused) => expect(run(text)).toEqual({ silenced, unused }));

  it.each([
    ['/* modelterms-ignore -- why */', 'why'],
    ['<!-- modelterms-ignore -- why -->', 'why'],
  ])('loses what closes its comment: %s', (text, reason) => {
    const lines = new LineIndex(text);
    expect(readSuppressions([{ span: { start: 0, end: text.length }, text }], lines)[0]?.reason).toBe(reason);
  });
});
