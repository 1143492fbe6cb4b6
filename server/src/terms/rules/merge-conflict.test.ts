import { describe, expect, it } from 'vitest';
import type { ResolvedModel } from '../../models/types.ts';
import { model } from '../testkit.ts';
import { assessText, real, told } from '../testkit-documents.ts';
import { conflictOf } from './merge-conflict.ts';

const of = (id: string, parts: Partial<ResolvedModel> = {}) => model([real(id)], parts);

describe('two models in one', () => {
  it.each<[string, ResolvedModel, ResolvedModel, RegExp | undefined]>([
    ['free ones', of('apache-2.0'), of('mit'), undefined],
    ['free and restricted', of('apache-2.0'), of('gemma'), undefined],
    ['restrictions that add up', of('cc-by-nc-4.0'), of('llama3.1'), undefined],
    ['two use policies', of('gemma'), of('llama3.1'), undefined],
    ['the same text', of('llama2', { family: 'a' }), of('llama2', { family: 'b' }), undefined],
    [
      'copyleft with non-commercial',
      of('gpl-3.0'),
      of('cc-by-nc-4.0'),
      /GPL 3 wants the result under its own terms alone/,
    ],
    [
      'share-alike with a use policy',
      of('llama3.1'),
      of('cc-by-sa-4.0'),
      /CC BY-SA 4.0 wants the result under its own terms alone/,
    ],
    ['non-commercial share-alike with non-commercial', of('cc-by-nc-sa-4.0'), of('cc-by-nc-4.0'), undefined],
    ['two copyleft texts that do not mix', of('gpl-3.0'), of('cc-by-nc-sa-4.0'), /each want the result/],
    ['two that do', of('gpl-3.0'), of('cc-by-sa-4.0'), undefined],
    ['two names that both come first', of('llama3.1'), of('exaone-1.2-nc'), /begin with “Llama” .* and with “EXAONE”/],
    [
      'two versions that want one name',
      of('llama3.1', { family: 'llama' }),
      of('llama3.3', { family: 'llama' }),
      undefined,
    ],
    ['two bans on each other', of('llama2'), of('llama3'), /Llama 2 licence forbids/],
    ['non-commercial with share-alike', of('cc-by-nc-4.0'), of('cc-by-sa-4.0'), /CC BY-SA 4.0 wants the result/],
    [
      'two names of which one serves both',
      of('llama3.1'),
      of('llama3', { family: 'llama', version: '3' }),
      /forbids using the model/,
    ],
    [
      'a ban on improving others',
      of('llama2', { family: 'llama', version: '2' }),
      of('apache-2.0'),
      /Llama 2 licence forbids/,
    ],
    ['the ban told from the other side', of('apache-2.0'), of('llama3'), /Llama 3 licence forbids/],
    [
      'derivatives of the one that bans',
      of('llama3', { family: 'llama', version: '3' }),
      of('apache-2.0', { family: 'llama', version: '3' }),
      undefined,
    ],
    ['a label that tells nothing', of('other'), of('gpl-3.0'), undefined],
    ['unknown terms', model([]), of('gpl-3.0'), undefined],
  ])('%s', (_title, one, other, reason) => {
    const conflict = conflictOf(one, other);
    if (reason) expect(conflict).toMatch(reason);
    else expect(conflict).toBeUndefined();
    expect(conflictOf(other, one) === undefined).toBe(conflict === undefined);
  });
});

const MODELS = {
  'acme/nc-7b': of('cc-by-nc-4.0'),
  'acme/gpl-7b': of('gpl-3.0'),
  'acme/free-7b': of('apache-2.0'),
  'acme/nd-7b': of('cc-by-nd-4.0'),
};
const mergekit = (...ids: string[]) =>
  `models:\n${ids.map((id) => `  - model: ${id}\n`).join('')}merge_method: linear\n`;

describe('merge-conflict', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['tells it on both inputs', mergekit('acme/nc-7b', 'acme/gpl-7b'), 'merge.yaml', ['acme/nc-7b', 'acme/gpl-7b']],
    [
      'leaves out what has no part in it',
      mergekit('acme/nc-7b', 'acme/free-7b', 'acme/gpl-7b'),
      'merge.yaml',
      ['acme/nc-7b', 'acme/gpl-7b'],
    ],
    ['is quiet on inputs that mix', mergekit('acme/nc-7b', 'acme/free-7b'), 'merge.yaml', []],
    ['is quiet on unknown inputs', mergekit('acme/unheard-7b', 'acme/gpl-7b'), 'merge.yaml', []],
    [
      'counts the base in',
      `${mergekit('acme/nc-7b')}base_model: acme/gpl-7b\n`,
      'merge.yaml',
      ['acme/nc-7b', 'acme/gpl-7b'],
    ],
    [
      'reads slices',
      'slices:\n- sources:\n  - model: acme/nc-7b\n    layer_range: [0, 8]\n  - model: acme/gpl-7b\n    layer_range: [0, 8]\nmerge_method: slerp\n',
      'merge.yaml',
      ['acme/nc-7b', 'acme/gpl-7b'],
    ],
    [
      'tells of an input that may not be changed at all',
      mergekit('acme/nd-7b', 'acme/free-7b'),
      'merge.yaml',
      ['acme/nd-7b'],
    ],
    [
      'reads the bases of a card',
      '---\nbase_model:\n- acme/nc-7b\n- acme/gpl-7b\n---\n',
      'README.md',
      ['acme/nc-7b', 'acme/gpl-7b'],
    ],
    [
      'does not take every list for a merge',
      'models:\n  - model: acme/nc-7b\n  - model: acme/gpl-7b\n',
      'serve.yaml',
      [],
    ],
  ])('%s', (_title, text, path, expected) => {
    const findings = told(assessText(text, { path, models: MODELS }), 'merge-conflict');
    expect(findings.map(({ id }) => id)).toEqual(expected);
    for (const { severity } of findings) expect(severity).toBe('warning');
  });

  it('shows the other place and why', () => {
    const text = mergekit('acme/nc-7b', 'acme/gpl-7b');
    const [subject] = assessText(text, { path: 'merge.yaml', models: MODELS });
    const finding = subject?.assessment.findings.find(({ rule }) => rule === 'merge-conflict');
    const place = finding?.related?.[0];
    expect(text.slice(place?.span.start, place?.span.end)).toBe('acme/gpl-7b');
    expect(finding?.message).toMatch(/^Cannot be merged with acme\/gpl-7b: /);
  });
});
