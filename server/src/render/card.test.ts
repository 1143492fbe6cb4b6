import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { visible } from '../escape.ts';
import type { Card } from '../terms/index.ts';
import { cardMarkdown, cardText } from './card.ts';

/** A card in which every text is the given one. */
function cardOf(text: string): Card {
  const evidence = { label: text, source: text, checked: text };
  const line = { text, place: text, weighed: text, note: text, verdict: 'applies' as const };
  return {
    title: text,
    publisher: text,
    facts: [text, text],
    openness: 'restricted-weights',
    opennessLabel: text,
    headline: text,
    whyNotOpen: [text],
    licenses: [{ id: text, name: text, label: text, url: 'https://example.org/license', evidence }],
    may: [line],
    must: [line],
    mustNot: [line],
    limits: [line],
    components: [{ part: 'weights', state: 'open', name: text, label: text }],
    judgements: [text],
    lineage: [
      { name: text, id: text, relation: text, license: text },
      { name: text, id: null, relation: text, license: null },
    ],
    evidence,
    notes: [text],
    links: [{ label: text, url: 'https://example.org/card' }],
    accepted: text,
    disclaimer: text,
  };
}

type Node = { type: string; value?: string; url?: string; children?: Node[] };
const nodes = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodes)];

const HOSTILE = [
  '[x](command:workbench.action.quit)',
  '<img src=x>',
  '`a` ``b`` ```',
  'a'.repeat(10_000),
  'a\u0000b\u001B[31mc\r\n# d\n- e\n\n```\nf',
  '\u202Emodel\u202C\u200B',
  '![x](https://evil.example/x.png) <https://evil.example> https://evil.example',
  '_a_ **b** ~~c~~ [d][e]',
];

describe.each(HOSTILE)('a card full of %j', (text) => {
  const tree = nodes(fromMarkdown(cardMarkdown(cardOf(text))) as Node);

  it('has no links but its own', () => {
    const links = tree.filter(({ type }) => type === 'link').map(({ url }) => url);
    expect(links).toEqual(['https://example.org/license', 'https://example.org/card']);
    expect(tree.filter(({ url }) => url?.startsWith('command'))).toEqual([]);
  });

  it('has no markup but its own', () => {
    const kinds = new Set(tree.map(({ type }) => type));
    const allowed = ['root', 'paragraph', 'text', 'strong', 'emphasis', 'inlineCode', 'list', 'listItem', 'link'];
    expect([...kinds].filter((kind) => !allowed.includes(kind))).toEqual([]);
  });

  it('shows its name as it is, hidden characters made visible', () => {
    expect(tree.find(({ type }) => type === 'inlineCode')?.value?.trim()).toBe(visible(text).trim());
    expect(cardMarkdown(cardOf(text)).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('is plain in a terminal', () => {
    expect(cardText(cardOf(text)).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

it('lays a card out', () => {
  const evidence = { label: 'listed in the database', source: 'model card', checked: '2026-11-22' };
  const card: Card = {
    ...cardOf('x'),
    title: 'acme/bot',
    publisher: 'Acme',
    facts: ['Bot 1', '8 billion parameters'],
    headline: 'Weights for download: no commercial use',
    whyNotOpen: ['no commercial use', 'use is restricted', 'training data not published'],
    accepted: undefined,
    licenses: [{ id: 'bot', name: 'Bot License', label: 'Bot License', url: 'https://example.org/bot', evidence }],
    may: [{ text: 'Use it' }],
    must: [
      { text: 'Show “Bot”', place: 'Bot License, 2', weighed: 'met: in README.md', verdict: 'met' },
      { text: 'Keep it', place: 'Bot License, 3', weighed: 'cannot be told', verdict: 'conditional' },
    ],
    mustNot: [],
    limits: [],
    undeclared: 'Not declared, so not weighed: fields of use',
    components: [],
    judgements: [],
    lineage: [],
    evidence: { ...evidence, label: 'repacked by a republisher' },
    notes: [],
    links: [{ label: 'Model page', url: 'https://huggingface.co/acme/bot' }],
    disclaimer: 'Not legal advice',
  };
  expect(cardMarkdown(card)).toBe(`**\`acme/bot\`** · Acme

Bot 1 · 8 billion parameters

**Weights for download: no commercial use**

use is restricted · training data not published

**Licence**
- [Bot License](https://example.org/bot) · _listed in the database: model card (2026-11-22)_

**You may**
- Use it

**You must**
- Show “Bot” · _Bot License, 2_ · **met: in README.md**
- Keep it · _Bot License, 3_ · _cannot be told_

_Not declared, so not weighed: fields of use_

How this is known: repacked by a republisher: model card (2026-11-22)

[Model page](https://huggingface.co/acme/bot)

_Not legal advice_`);
  // how a model is known is told once: with its licence where that says the same, not at all where nothing is known
  const { licenses } = card;
  expect(cardText({ ...card, evidence })).not.toContain('How this is known');
  expect(cardText({ ...card, licenses: [], evidence })).toContain('How this is known: listed in the database');
  expect(cardText({ ...card, licenses, evidence: { ...evidence, source: '' } })).not.toContain('How this is known');
});
