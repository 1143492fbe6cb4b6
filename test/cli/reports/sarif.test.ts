/** SARIF as the command line writes it, against its published schema. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../../folderWith.ts';
import { modelterms } from '../kit.ts';
import { EXAMPLES, MODEL, sarifErrors } from './kit.ts';

function sarif(folder: string): Log {
  const { code, out } = modelterms(folder, 'check', '--format', 'sarif', '--fail-on', 'never');
  expect(code).toBe(0);
  return JSON.parse(out);
}

describe('SARIF', () => {
  it('is valid for the examples', () => expect(sarifErrors(sarif(EXAMPLES))).toEqual([]));

  it('has a result for each reference with a finding, with a fix that can be applied', () => {
    const folder = folderWith({ 'a b.yaml': MODEL, 'c.yaml': 'model: Qwen/Qwen2.5-7B-Instruct\n' });
    const log = sarif(folder);
    const [run] = log.runs;
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.results).toHaveLength(1);
    const [result] = run?.results ?? [];
    expect(result).toMatchObject({
      ruleId: 'non-commercial',
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b.yaml', uriBaseId: 'SRCROOT' },
            region: { startLine: 1, startColumn: 8, endLine: 1, endColumn: 32 },
          },
        },
      ],
    });
    const replacement = result?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    expect(replacement?.insertedContent?.text).toMatch(/^[\w.-]+\/[\w.-]+$/);
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(['non-commercial']);
  });

  it('keeps its fingerprints when lines move, and tells like from like', () => {
    const prints = (text: string) =>
      sarif(folderWith({ 'a.yaml': text })).runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
    const before = prints(`a: 1\n${MODEL}other_${MODEL}`);
    expect(prints(`# one\n# two\na: 1\n${MODEL}b: 2\nother_${MODEL}`)).toEqual(before);
    expect(new Set(before?.map((print) => JSON.stringify(print))).size).toBe(2);
  });

  it('describes its rules whole, each by its page', () => {
    const { rules = [] } = sarif(EXAMPLES).runs[0]?.tool.driver ?? {};
    expect(rules.length).toBeGreaterThan(5);
    for (const { fullDescription, help, id, shortDescription } of rules) {
      expect(shortDescription?.text, id).toMatch(/^[A-Z]/);
      expect(fullDescription?.text.length, id).toBeGreaterThan(40);
      expect(help?.markdown, id).toMatch(/^Default level: \*\*/);
      expect(help?.markdown, id).toContain('## How to settle it');
      expect(help?.markdown, id).not.toMatch(/\]\([^)]*\.md\)/);
      expect(help?.text, id).not.toContain('**');
    }
  });

  it('names files from the working directory, those that were skipped as well', () => {
    const { artifacts, invocations, originalUriBaseIds, results, tool } =
      sarif(folderWith({ 'a b/#1.yaml': MODEL, 'logo.png': '' })).runs[0] ?? {};
    const file = { uri: 'a%20b/%231.yaml', uriBaseId: 'SRCROOT' };
    expect(Object.keys(originalUriBaseIds ?? {})).toEqual(['SRCROOT']);
    expect(artifacts).toEqual([{ location: file }]);
    expect(results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual(file);
    expect(tool?.driver.rules?.[results?.[0]?.ruleIndex ?? -1]?.id).toBe(results?.[0]?.ruleId);
    expect(invocations).toMatchObject([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          {
            message: { text: 'skipped: not a text' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'logo.png' } } }],
          },
        ],
      },
    ]);
  });

  it('has fixes that settle what they are for', () => {
    const folder = folderWith({ 'a.yaml': `# 🦙\nserve: { ${MODEL.trim()} }\n` });
    const change = sarif(folder).runs[0]?.results?.[0]?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    const { deletedRegion, insertedContent } = change ?? {};
    const { endColumn = 0, startColumn = 0, startLine = 0 } = deletedRegion ?? {};
    const lines = readFileSync(path.join(folder, 'a.yaml'), 'utf8').split('\n');
    const line = lines[startLine - 1] ?? '';
    expect(line.slice(startColumn - 1, endColumn - 1)).toBe('Qwen/Qwen2.5-3B-Instruct');
    lines[startLine - 1] = line.slice(0, startColumn - 1) + insertedContent?.text + line.slice(endColumn - 1);
    expect(sarif(folderWith({ 'a.yaml': lines.join('\n') })).runs[0]?.results).toEqual([]);
  });

  it('corrects what a model card declares, and leaves alone what the model was made from', () => {
    const card = '---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.2-3B-Instruct\n---\n# Llama-helper-3b\n';
    const log = sarif(folderWith({ 'README.md': card }));
    expect(sarifErrors(log)).toEqual([]);
    const fixes = log.runs[0]?.results?.[0]?.fixes ?? [];
    expect(fixes.map(({ description }) => description?.text)).toEqual(['Declare the licence “llama3.2”']);
    expect(fixes[0]?.artifactChanges[0]?.replacements).toEqual([
      {
        deletedRegion: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 20 },
        insertedContent: { text: 'llama3.2' },
      },
    ]);
  });

  it('leads from one input of a merge to the other', () => {
    const folder = folderWith({
      'merge.yaml':
        'models:\n  - model: meta-llama/Llama-2-7b-hf\n  - model: mistralai/Mistral-7B-v0.1\nmerge_method: linear\n',
    });
    const results = sarif(folder).runs[0]?.results ?? [];
    expect(
      results.map(({ locations, relatedLocations, ruleId }) => [
        ruleId,
        locations?.[0]?.physicalLocation?.region?.startLine,
        relatedLocations?.[0]?.physicalLocation?.region?.startLine,
      ]),
    ).toEqual([
      ['merge-conflict', 2, 3],
      ['merge-conflict', 3, 2],
    ]);
  });

  it('tells what is accepted apart from what is left', () => {
    const folder = folderWith({ 'a.yaml': `${MODEL.trim()} # modelterms-ignore: non-commercial -- drafts only\n` });
    const log = sarif(folder);
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs[0]?.results?.map(({ ruleId, suppressions }) => [ruleId, suppressions?.[0]?.justification])).toEqual(
      [
        ['research-only', undefined],
        ['non-commercial', 'drafts only'],
      ],
    );
  });

  it('tells what was accepted, and why', () => {
    const log = sarif(
      folderWith({
        'a.yaml': `# modelterms-ignore -- drafts only\n${MODEL}`,
        'sub/b.yaml': MODEL,
        'sub/.modelterms.yaml': 'exceptions:\n  - model: Qwen/*\n    reason: evaluation\n',
      }),
    );
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs[0]?.results?.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', status: 'accepted', justification: 'drafts only' }],
      [{ kind: 'external', status: 'accepted', justification: 'evaluation' }],
    ]);
  });
});
