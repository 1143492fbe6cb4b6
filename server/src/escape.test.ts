import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { jsonText, markdown, markdownCode, markdownLink, visible } from './escape.ts';

const RTL = '\u202Emodel\u202C';
const HOSTILE: Record<string, string> = {
  'a command link': '[x](command:workbench.action.quit)',
  'an image tag': '<img src=x>',
  'back-ticks': '`a` ``b`` ```',
  'ten thousand characters': 'a'.repeat(10_000),
  'control characters': 'a\u0000b\u0007c\u001B[31md\r\ne',
  'direction marks': RTL,
  'zero width': 'a\u200Bb\u2060c\uFEFFd\u00ADe',
  'tags and variation selectors': 'a\u{E0041}b\uFE0Fc',
  'an autolink': '<https://evil.example>',
  'a bare address': 'see https://evil.example or www.evil.example or me@evil.example',
  'an icon': '$(alert) $(sync~spin)',
  'a reference link': '[x][y]\n\n[y]: command:quit',
  'an image': '![x](https://evil.example/x.png)',
  emphasis: '**a** _b_ ~~c~~ *d*',
  'a heading': '# big',
  'a list': '- a',
  'an ordered list': '1. a',
  'a quotation': '> a',
  'a rule': '---',
  'an entity': '&lt;b&gt; &#x5b;',
  'a table': '| a | b |\n|---|---|\n| c | d |',
  'an unpaired surrogate': 'a\uD800b',
  backslashes: '\\[x\\](command:quit)',
};

type Node = { type: string; value?: string; children?: Node[] };
const nodes = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodes)];

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/u;

describe('visible', () => {
  it.each([
    ['plain/name-1.0', 'plain/name-1.0'],
    ['日本語 🦙', '日本語 🦙'],
    [RTL, '\\u202Emodel\\u202C'],
    ['a\nb', 'a\\u000Ab'],
    ['a\u00A0b', 'a\\u00A0b'],
    ['a\u{E0041}', 'a\\u{E0041}'],
  ])('shows %j as %j', (text, shown) => expect(visible(text)).toBe(shown));

  it('lets nothing hidden pass, whatever stands beside it', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      if (hidden.test(character) || /[^\S ]/.test(character)) expect(visible(character)).not.toContain(character);
    }
  });

  it('cuts what is too long, never inside a character', () => {
    expect(visible('a'.repeat(10_000), 10)).toBe(`${'a'.repeat(10)}…`);
    expect(visible('🦙🦙🦙', 3)).toBe('🦙…');
  });
});

describe.each(Object.entries(HOSTILE))('%s', (_, text) => {
  it('is one paragraph of plain text in Markdown', () => {
    const source = markdown(text);
    const tree = nodes(fromMarkdown(source) as Node);
    expect(tree.map((node) => node.type)).toEqual(['root', 'paragraph', 'text']);
    expect(tree[2]?.value).toBe(visible(text));
    expect(source).not.toMatch(hidden);
    // GFM's own links, which CommonMark does not know
    expect(source).not.toMatch(/[^\\]:\/\/|www\.|[^\\]@/);
  });

  it('is plain text inside a list item, too', () => {
    const tree = nodes(fromMarkdown(`- ${markdown(text)}`) as Node);
    expect(tree.map((node) => node.type)).toEqual(['root', 'list', 'listItem', 'paragraph', 'text']);
  });

  it('is inline code and nothing else', () => {
    const tree = nodes(fromMarkdown(`a ${markdownCode(text)} b`) as Node);
    expect(tree.map((node) => node.type)).toEqual(['root', 'paragraph', 'text', 'inlineCode', 'text']);
    expect(tree[3]?.value).toBe(visible(text));
  });

  it('stays itself in JSON, with nothing hidden in the source', () => {
    const source = jsonText({ text });
    expect(JSON.parse(source)).toEqual({ text });
    expect(source.replaceAll('\n', '')).not.toMatch(hidden);
  });
});

describe('markdownLink', () => {
  it.each([
    ['command:workbench.action.quit', 'x'],
    ['http://plain.example', 'x'],
    ['javascript:alert(1)', 'x'],
    ['not an address', 'x'],
    [undefined, 'x'],
    ['https://a.example/b', '[x](https://a.example/b)'],
    ['https://a.example/b) [y](command:quit', '[x](https://a.example/b%29%20%5By%5D%28command:quit)'],
  ])('%s → %s', (address, link) => expect(markdownLink('x', address)).toBe(link));

  it('escapes its text', () =>
    expect(markdownLink('](command:quit)', 'https://a.example/')).toBe('[\\](command:quit)](https://a.example/)'));
});
