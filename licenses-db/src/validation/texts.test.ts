import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem } from '../sources/problems.ts';
import { databaseOf, FIXTURE, license, sourcesOf } from '../testkit.ts';
import { checkTexts } from './texts.ts';

const files = {
  ...FIXTURE,
  'licenses/show.yaml': license(
    'show',
    'restricted-weights',
    `clauses:
  - { type: notice-file, section: "1", file: NOTICE, words: "Shown under the Show Licence, (c) Shower." }
  - type: attribution-display
    section: "2"
    words: Built on Show
    orWords: [Powered by Show]
    where: [website]
    when: you share it
    prominent: false
aliases: [LicenseRef-show]
recognise: { title: [Show Licence], phrases: [for all to see] }`,
  ),
};
const TEXT = `Show Licence

for all to see

1. Put in a file: "Shown under the
   Show Licence, (c) Shower."
2. Say “Built on Show” or “Powered by Show”.`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'texts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function check(text: string, index?: string) {
  writeFileSync(path.join(folder, 'show.txt'), text);
  if (index !== undefined) writeFileSync(path.join(folder, 'index.tsv'), index);
  const { problems, summary } = checkTexts(sourcesOf(files), databaseOf(files), folder);
  return { problems: problems.map(formatProblem), summary };
}

describe('words that are owed stand in the text', () => {
  test('all there, line breaks and kinds of quotes aside', () => {
    expect(check(TEXT)).toEqual({
      problems: [],
      summary: '1 texts, 1 of them told (1 by their words); 3 exact words sought',
    });
  });

  test.each([
    ['another case', TEXT.replace('Built on Show', 'Built On Show'), /words "Built on Show" do not stand/],
    ['another notice', TEXT.replace('(c) Shower', '(c) Shown'), /words "Shown under the Show Licence, \(c\) Shower\."/],
    ['words that would do as well', TEXT.replace('Powered by', 'Made with'), /words "Powered by Show" do not stand/],
  ])('%s', (_, text, message) => {
    const [problem, ...rest] = check(text).problems;
    expect(problem).toMatch(message);
    expect(problem).toMatch(/^licenses\/show\.yaml:\d+ /);
    expect(rest).toEqual([]);
  });

  test('a text that only the index tells, and a licence whose text is not there', () => {
    const unlike = TEXT.replace('for all to see', '');
    const { summary } = check(unlike);
    expect(summary).toMatch(/0 of them told .*; 0 exact words sought; exact words, but no text: show$/);
    const index = 'id\tspdx_or_scancode_id\nshow\tLicenseRef-show\n';
    expect(check(unlike, index).summary).toMatch(/1 of them told \(0 by their words\); 3 exact words sought$/);
  });
});
