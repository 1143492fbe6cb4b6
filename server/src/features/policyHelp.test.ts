import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { RULE_IDS, RULE_LEVELS } from '../terms/policy/index.ts';
import { KEYS } from '../terms/policy/read.ts';
import { policyCompletions, policyHover } from './policyHelp.ts';

/** `|` marks the cursor. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const document = TextDocument.create('file:///.modelterms.yaml', 'yaml', 0, text);
  return { document, position: document.positionAt(offset) };
}

const labels = (marked: string) => {
  const { document, position } = at(marked);
  return policyCompletions(document, position).map(({ label }) => label);
};

describe('completion', () => {
  it.each<[string, string, readonly string[]]>([
    ['keys at the top', '|', KEYS.top],
    ['keys at the top, begun', 'us|', KEYS.top],
    ['not those that are there', 'policy:\n  deny: []\n|\nusage:\n', ['exceptions', 'models', 'ignore']],
    ['keys of the profile', 'usage:\n  |', KEYS.usage],
    [
      'keys of the profile, others beside',
      'usage:\n  commercial: true\n  |\n  hosts: false\n',
      KEYS.usage.filter((key) => key !== 'commercial' && key !== 'hosts'),
    ],
    ['keys behind a comment', 'usage:\n  # ours\n\n  |', KEYS.usage],
    ['yes or no', 'usage:\n  commercial: |', ['true', 'false']],
    ['yes or no, begun', 'usage:\n  commercial: t|', ['true', 'false']],
    ['keys of an amount', 'usage:\n  annualRevenue:\n    |', KEYS.annualRevenue],
    ['rules for severities', 'policy:\n  severity:\n    |', RULE_IDS],
    ['levels', 'policy:\n  severity:\n    hosting: |', RULE_LEVELS],
    ['keys of an exception', 'exceptions:\n  - |', KEYS.exception],
    [
      'more keys of an exception',
      'exceptions:\n  - model: a/b\n    |',
      KEYS.exception.filter((key) => key !== 'model'),
    ],
    ['keys of another exception', 'exceptions:\n  - model: a/b\n    reason: x\n  - |\n', KEYS.exception],
    [
      'keys of an exception that is not indented',
      'exceptions:\n- model: a/b\n  |',
      KEYS.exception.filter((key) => key !== 'model'),
    ],
    ['rules of an exception', 'exceptions:\n  - model: a/b\n    rules: [hosting, |]', RULE_IDS],
    ['rules of an exception, one a line', 'exceptions:\n  - model: a/b\n    rules:\n      - |', RULE_IDS],
    ['keys of the profile, in one line', 'usage: { |', KEYS.usage],
    ['more of them', 'usage: { hosts: true, com| }', KEYS.usage.filter((key) => key !== 'hosts')],
    ['yes or no, in one line', 'usage: { commercial: | }', ['true', 'false']],
    ['rules for severities, in one line', 'policy:\n  severity: { |', RULE_IDS],
    ['levels, in one line', 'policy:\n  severity: { notice-missing: error, hosting: |', RULE_LEVELS],
    ['rules of an exception, all in one line', 'policy: { severity: { |', RULE_IDS],
    ['nothing where a mapping must stand below', 'usage: |', []],
    ['keys of a model', 'models:\n  - |', KEYS.model],
    ['nothing in a comment', 'usage: # |', []],
    ['nothing for words of one’s own', 'exceptions:\n  - reason: |', []],
    ['nothing below what is unknown', 'other:\n  |', []],
  ])('%s', (_, marked, expected) => expect(new Set(labels(marked))).toEqual(new Set(expected)));

  it.each([
    ['a key with its colon', 'us|', 'usage: '],
    ['a key that has its colon', 'us|:', 'usage:'],
    ['a value in place of what is begun', 'usage:\n  commercial: tr|', 'usage:\n  commercial: true'],
  ])('writes %s', (_, marked, after) => {
    const { document, position } = at(marked);
    const [first] = policyCompletions(document, position);
    expect(TextDocument.applyEdits(document, [first?.textEdit as never])).toBe(after);
  });
});

describe('hover', () => {
  it.each([
    ['a key', 'usage:\n  comm|ercial: true\n', /commercial purpose/],
    ['a key of an exception', 'exceptions:\n  - model: a/b\n    ex|pires: 2027-01-01\n', /YYYY-MM-DD/],
  ])('%s', (_, marked, said) => {
    const { document, position } = at(marked);
    expect(JSON.stringify(policyHover(document, position)?.contents)).toMatch(said);
  });

  it.each([['usage:\n  commercial: tr|ue\n'], ['# us|age:\n'], ['other|: 1\n'], ['|']])('nothing at %j', (marked) => {
    const { document, position } = at(marked);
    expect(policyHover(document, position)).toBeNull();
  });
});
