/** The rules' pages: each exists, states the level that the rule has, and its example is what the rule really says. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describe as cardOf, expiredExceptions, LEVELS, unusedExceptions } from './index.ts';
import type { Levels } from './levels.ts';
import { RULE_IDS, readPolicy } from './policy/index.ts';
import { TODAY } from './testkit.ts';
import { assessText } from './testkit-documents.ts';

const PAGES = new URL('../../../docs/rules/', import.meta.url);
const pageOf = (rule: string) => readFileSync(new URL(`${rule}.md`, PAGES), 'utf8');

function levelLine({ applies, conditional }: Levels): string {
  if (applies === conditional) {
    return applies === 'off' ? 'Default level: **off**; it stands on the card.' : `Default level: **${applies}**.`;
  }
  return `Default level: **${applies}** where it applies, **${conditional}** where it hangs on something you have not declared.`;
}

/** Fenced blocks by the file name behind their language, and the quoted line below them. */
function exampleOf(page: string) {
  const blocks = new Map(
    [...page.matchAll(/^```\w+ (\S+)\n([\s\S]*?)\n```$/gm)].map(([, file, text]) => [file, `${text}\n`]),
  );
  const policy = blocks.get('.modelterms.yaml') ?? '';
  blocks.delete('.modelterms.yaml');
  const [document] = blocks;
  return { policy, document, says: /^> (.*)$/m.exec(page)?.[1] };
}

/** Everything that is said of an example: findings, lines of the card, findings about the policy file. */
function saidOf(rule: string): readonly string[] {
  const { policy: written, document } = exampleOf(pageOf(rule));
  const { policy, problems } = readPolicy(written);
  expect(problems).toEqual([]);
  if (!document) {
    const about = rule === 'expired-exception' ? expiredExceptions(policy, TODAY) : unusedExceptions(policy, [], TODAY);
    return about.map(({ finding }) => finding.message);
  }
  const [path = '', text] = document;
  return assessText(text, { path, policy, notices: '' }).flatMap(({ model, assessment }) => {
    const { must, mustNot, limits } = cardOf(model, assessment);
    const own = assessment.findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
    return own.length > 0 ? own : [...must, ...mustNot, ...limits].map((line) => line.text);
  });
}

/** A licence's entry may change its wording further on; what the rule says of it stands in front. */
const beginning = (text: string): string => text.slice(0, 50);

describe('the pages of the rules', () => {
  it('are there for every rule, and for nothing else', () => {
    expect(readdirSync(PAGES).sort()).toEqual(RULE_IDS.map((rule) => `${rule}.md`).sort());
  });

  it.each(RULE_IDS)('%s', (rule) => {
    const page = pageOf(rule);
    expect(page).toMatch(new RegExp(`^# ${rule}: `));
    expect(page).toContain(levelLine(LEVELS[rule]));
    for (const [, target] of page.matchAll(/\]\(([\w-]+)\.md\)/g)) expect(RULE_IDS).toContain(target);
    expect(page).toContain('not legal advice');
    const { says } = exampleOf(page);
    // what comments suppress is told where comments are read
    if (rule !== 'unused-suppression') expect(saidOf(rule).map(beginning)).toContain(beginning(says ?? ''));
  });
});
