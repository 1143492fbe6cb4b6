/** What a model’s id may not do to any report. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../../folderWith.ts';
import { HOSTILE_IDS } from '../../protocol/firsts.ts';
import { modelterms } from '../kit.ts';
import { cyclonedxErrors, MODEL, sarifErrors } from './kit.ts';

type Node = { type: string; url?: string; children?: Node[] };
const nodes = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodes)];

describe('an id that tries to be something else', () => {
  it.each(HOSTILE_IDS)('%s', (_, id) => {
    const folder = folderWith({
      'a.json': JSON.stringify({ model: id, provider: 'ollama' }),
      'b.yaml': `model: ${JSON.stringify(id)}\n`,
      '[x](command:quit).yaml': MODEL,
      '.modelterms.yaml': `models:\n  - id: ${JSON.stringify(id)}\n    license: llama3.1\n`,
    });
    for (const format of ['sarif', 'cyclonedx', 'markdown', 'json', 'text']) {
      const { code, out } = modelterms(folder, 'report', '--format', format);
      expect(code).toBe(0);
      expect(out.replaceAll('\n', ''), format).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      if (format === 'sarif') expect(sarifErrors(JSON.parse(out))).toEqual([]);
      if (format === 'cyclonedx') expect(cyclonedxErrors(JSON.parse(out))).toEqual([]);
      if (format !== 'markdown') continue;
      const all = nodes(fromMarkdown(out.replace('<!-- modelterms report -->', '')) as Node);
      expect(all.filter(({ type }) => type === 'html' || type === 'image')).toEqual([]);
      expect(all.filter(({ url }) => url !== undefined && !url.startsWith('https://'))).toEqual([]);
    }
  });
});
