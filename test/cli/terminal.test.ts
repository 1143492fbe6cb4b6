/** What a person sees: lines that fit the terminal, and one line for each reference where nobody looks. */
import { describe, expect, it } from 'vitest';
import { folderWith } from '../folderWith.ts';
import { runHere } from './inProcess.ts';

const PROJECT = {
  'a.yaml': 'x: 1\nmodel: meta-llama/Llama-3.1-8B-Instruct\n',
  'b/Modelfile': 'FROM qwen2.5:3b\n',
  'c.py': 'AutoModel.from_pretrained("mistralai/Mistral-Large-Instruct-2411")\n',
};

describe('a check', () => {
  it.each([30, 60, 80, 120, 200])('fits %i columns', async (columns) => {
    const { out } = await runHere(folderWith(PROJECT), ['check'], { columns });
    const lines = out.split('\n').slice(0, -2);
    expect(lines.filter((line) => line.length >= columns)).toEqual([]);
    // where it takes several lines, they stand below each other
    const level = lines.findIndex((line) => line.includes('note'));
    const indent = columns < 44 ? 4 : 20;
    expect(lines[level + 1]).toMatch(new RegExp(`^ {${indent}}\\S`));
  });

  it('is one line for each reference in a pipe', async () => {
    const { out } = await runHere(folderWith(PROJECT), ['check']);
    expect(out.match(/^ {2}\d/gm)).toHaveLength(3);
    expect(out.split('\n')).toHaveLength(3 * 3 + 2);
  });

  it('--explain stands below what it is about', async () => {
    const { out } = await runHere(folderWith(PROJECT), ['check', '--explain'], { columns: 80 });
    expect(out.split('\n').filter((line) => line.length >= 80)).toEqual([]);
    expect(out).toMatch(/^ {20}found by: /m);
  });

  it('says what was skipped where there is nothing else, or when asked', async () => {
    const folder = folderWith({ 'logo.png': '', 'a.yaml': 'a: 1\n' });
    expect((await runHere(folder, ['check', 'logo.png'])).out).toMatch(
      /^skipped logo\.png: not a text\n\n0 files checked/,
    );
    expect((await runHere(folder, ['check'])).out).toBe(
      '1 file checked (1 skipped), 0 model references: nothing to report\n',
    );
    expect((await runHere(folder, ['check', '--explain'])).out).toContain('skipped logo.png: not a text');
  });
});

describe('a card', () => {
  it.each([40, 80])('fits %i columns, what follows a mark right of it', async (columns) => {
    const { out } = await runHere(folderWith({}), ['explain', 'meta-llama/Llama-3.1-8B-Instruct'], { columns });
    // an address is not broken before its end of the line
    expect(out.split('\n').filter((line) => line.length >= columns && !line.includes('https://'))).toEqual([]);
    expect(out).toMatch(/^ {2}- Show “Built with Llama”.*\n {4}\S/m);
  });
});

describe('modelterms without a command', () => {
  it('shows its commands, and fails', async () => {
    const { code, error, out } = await runHere(folderWith({}), []);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(/^Usage: modelterms /);
    expect(error).toContain('Examples:');
  });
});
