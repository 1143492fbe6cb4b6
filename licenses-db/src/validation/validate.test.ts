import { describe, expect, test } from 'vitest';
import { formatProblem } from '../sources/problems.ts';
import { FIXTURE, type Files, license, SOURCE, sourcesOf } from '../testkit.ts';
import { validate } from './index.ts';

const problemsOf = (files: Files) => validate(sourcesOf(files), { today: '2026-11-22' }).map(formatProblem);
const fixture = (name: string) => FIXTURE[name] as string;

/** The fixture with one text replaced, and where the replaced text stood: the line that a problem should name. */
function broken(name: string, find: string, replace: string): { files: Files; line: number } {
  const text = fixture(name);
  const at = text.indexOf(find);
  if (at < 0) throw new Error(`${name} does not hold ${find}`);
  const files = { ...FIXTURE, [name]: text.replace(find, replace) };
  return { files, line: text.slice(0, at).split('\n').length };
}

test('a sound database has no problems', () => {
  expect(problemsOf(FIXTURE)).toEqual([]);
});

describe('mistakes are told with file and line', () => {
  const cases: [what: string, file: string, find: string, replace: string, message: RegExp][] = [
    ['unknown key', 'licenses/free.yaml', 'spdx:', 'spdxx:', /unknown key "spdxx"/],
    ['wrong type', 'licenses/bound.yaml', 'section: "1"', 'section: 1', /must be string, is 1 \(put it in quotes\)/],
    [
      'sections that are not one a line',
      'licenses/study.yaml',
      'may: []',
      'may: [Read it.], maySections: ["1", "2"]',
      /2 sections for the 1 lines of "may"/,
    ],
    [
      'brackets in what is shown in brackets',
      'licenses/study.yaml',
      '{ type: non-commercial, section: "1" }',
      '{ type: non-commercial, section: "1", obtain: ask (by letter) }',
      /"obtain" is shown in brackets: no brackets in it/,
    ],
    [
      'missing key',
      'licenses/bound.yaml',
      'type: license-copy, section: "2", ',
      'type: license-copy, ',
      /missing "section"/,
    ],
    [
      'unknown clause',
      'licenses/bound.yaml',
      'type: license-copy',
      'type: licence-copy',
      /unknown type "licence-copy"/,
    ],
    [
      'word outside the list',
      'licenses/bound.yaml',
      'openness: restricted-weights',
      'openness: shut',
      /"shut" is not one of/,
    ],
    [
      'base spelt in another way',
      'models/maker.yaml',
      'bases: [{ id: Maker/Lark-1-7B, relation: distilled }]',
      'bases: [{ id: maker/lark-1-7b, relation: distilled }]',
      /maker\/lark-1-7b is spelt Maker\/Lark-1-7B elsewhere/,
    ],
    ['broken YAML', 'licenses/bound.yaml', 'recognise: {', 'recognise: [', /./],
    ['id and file name', 'licenses/free.yaml', 'id: free', 'id: freed', /"freed" and file name differ/],
    [
      'name taken',
      'licenses/free.yaml',
      'aliases: [Free Licence]',
      'aliases: [Study]',
      /"Study" is taken by licenses\/study.yaml/,
    ],
    [
      'date to come',
      'licenses/free.yaml',
      'checked: 2026-11-22',
      'checked: 2026-11-23',
      /2026-11-23 lies in the future/,
    ],
    ['no such day', 'licenses/free.yaml', 'checked: 2026-11-22', 'checked: 2026-02-30', /there is no 2026-02-30/],
    ['no such document', 'licenses/bound.yaml', 'policy: license', 'policy: rules', /there is no document "rules"/],
    [
      'free, yet restricted',
      'licenses/bound.yaml',
      'openness: restricted-weights',
      'openness: open-weights',
      /a clause restricts use/,
    ],
    ['no such licence', 'models/maker.yaml', 'license: bound, context', 'license: bond, context', /no licence "bond"/],
    ['stray group', 'models/other.yaml', '(?<size>', '(?<weight>', /captures "weight", which is none of/],
    ['no expression', 'models/other.yaml', 'Finch-(?<size>', 'Finch-((?<size>', /not a regular expression/],
    ['no range', 'models/maker.yaml', 'range: <2.0.0', 'range: two', /"two" is no semver range/],
    [
      'range without end',
      'models/other.yaml',
      "range: '>=2.0.0 <3.0.0'",
      "range: '>=2.0.0'",
      /range >=2.0.0 has no upper bound/,
    ],
    [
      'range of any version',
      'models/maker.yaml',
      "range: '>=2.0.0 <3.0.0'",
      "range: '*'",
      /range \* has no upper bound/,
    ],
    ['ranges that meet', 'models/maker.yaml', "range: '>=2.0.0 <3.0.0'", "range: '>=1.0.0 <3.0.0'", /meets <2.0.0/],
    ['example of another', 'models/other.yaml', 'Other/Finch-270M', 'Other/Robin-270M', /does not match its example/],
    ['no such tag', 'models/maker.yaml', 'latest: 7b', 'latest: 8b', /none of the tags/],
    [
      'no such base',
      'models/maker.yaml',
      'id: Maker/Lark-1-7B, relation',
      'id: Maker/Larch-1-7B, relation',
      /answers for Maker\/Larch-1-7B/,
    ],
    [
      'pattern misses its example',
      'models/maker.yaml',
      'examples: [phoenix-4]',
      'examples: [lark-4]',
      /does not match its example lark-4/,
    ],
    [
      'a service that takes what runs at home',
      'models/maker.yaml',
      "pattern: 'phoenix-[",
      "pattern: 'lark2|phoenix-[",
      /a pattern of maker takes lark2 for its own/,
    ],
    [
      'wrong original',
      'republishers.yaml',
      'base: Maker/Lark-2-7B-Chat',
      'base: Maker/Lark-1-7B',
      /leads to Maker\/Lark-2-7B-Chat, not to/,
    ],
    [
      'not open enough',
      'alternatives/text-generation.yaml',
      'id: Maker/Lark-2-7B-Chat',
      'id: Maker/Lark-1-7B',
      /not open enough/,
    ],
    [
      'no such tag to recommend',
      'alternatives/text-generation.yaml',
      'lark2:7b',
      'lark2:9b',
      /no Ollama entry covers lark2:9b/,
    ],
  ];
  test.each(cases)('%s', (_, file, find, replace, message) => {
    const { files, line } = broken(file, find, replace);
    const [first = ''] = problemsOf(files);
    expect(first).toMatch(message);
    expect(first).toMatch(new RegExp(`^${file}:(?:${line}|${line - 1}|${line + 1}|1) `));
  });

  test('an unknown key stands on its own line', () => {
    const text = fixture('licenses/free.yaml').replace('osi: true', 'osi: true\ncolour: red');
    expect(problemsOf({ ...FIXTURE, 'licenses/free.yaml': text })).toEqual([
      'licenses/free.yaml:5 unknown key "colour"',
    ]);
  });

  test('a class without the clause that makes it', () => {
    const files = { ...FIXTURE, 'licenses/study.yaml': license('study', 'noncommercial-weights') };
    expect(problemsOf(files)).toEqual([expect.stringMatching(/no clause non-commercial or research-only/)]);
  });
});

describe('families', () => {
  const second = `
  - id: lark-chat
    name: Lark Chat
    patterns: ['Lark-(?<version>\\d)-(?<size>\\d+B)-Chat']
    releases: [{ license: free, source: ${SOURCE} }]
    examples: [Maker/Lark-9-9B-Chat]
models:`;

  test('no name falls under two', () => {
    const { files } = broken('models/maker.yaml', '\nmodels:', second);
    expect(problemsOf(files)).toContainEqual(
      expect.stringMatching(/families "lark" and "lark-chat" both match Maker\/Lark-2-7B-Chat/),
    );
  });

  test('exceptions that speak equally precisely of one name do not differ', () => {
    const { files } = broken(
      'models/maker.yaml',
      "variants: ['Chat*'], form: instruct",
      'sizes: [3b, 7B], license: bound',
    );
    expect(problemsOf(files)).toEqual([expect.stringMatching(/two exceptions state a different license for one name/)]);
  });

  test('what is left of a pattern for the names of others still names the family', () => {
    const named = `
  - id: wren
    name: Wren
    patterns: ['(?<variant>wren-1|robin-1).*']
    inThirdPartyNames: true
    releases: [{ license: free, source: ${SOURCE} }]
    examples: [Maker/wren-1]
models:`;
    const { files } = broken('models/maker.yaml', '\nmodels:', named);
    expect(problemsOf(files)).toEqual([expect.stringMatching(/would claim anybody's names/)]);
  });

  test('expressions run in linear time', () => {
    const { files } = broken('models/other.yaml', 'Finch-(?<size>\\d+M)', 'Finch-(?:\\w+-?)+(?<size>\\d+M)');
    expect(problemsOf(files)).toEqual([expect.stringMatching(/may take exponential time/)]);
  });

  test('a shared list of tails is told once', () => {
    const { files } = broken('republishers.yaml', "'-GGUF'", "'(?:-\\w+)*-GGUF'");
    expect(problemsOf(files)).toHaveLength(1);
  });
});
