import { describe, expect, it } from 'vitest';
import type { ResolvedModel } from '../../models/types.ts';
import { applied, licence, model } from '../testkit.ts';
import { assessText, real, told } from '../testkit-documents.ts';
import { EMPTY_POLICY, type Policy } from '../types.ts';
import { denial } from './policy-denied.ts';

const LLAMA = model([real('llama3.1')], { id: 'meta-llama/Llama-3.1-8B', publisher: 'Meta' });
const QWEN = model([real('apache-2.0')], { id: 'Qwen/Qwen2.5-7B', publisher: 'Alibaba' });
const OLMO = model([real('apache-2.0')], { id: 'allenai/OLMo-2-1124-7B', openness: 'open-source' });
const DISTILL = model([applied(real('llama3.1'), 'base'), real('mit')], { id: 'deepseek-ai/R1-Distill' });
const DUAL = model([licence({ id: 'dual', spdx: 'MIT OR GPL-3.0-only', openness: 'open-weights' })], { id: 'a/dual' });
const UNKNOWN = model([], { id: 'acme/secret-7b' });

describe('policy-denied', () => {
  it.each<[string, Partial<Policy>, ResolvedModel, RegExp | undefined]>([
    ['an empty policy lets all in', {}, UNKNOWN, undefined],
    ['denied by id', { deny: ['meta-llama/Llama-3.1-8B'] }, LLAMA, /denied by “meta-llama/],
    ['denied by pattern, whatever its case', { deny: ['META-llama/*'] }, LLAMA, /denied by/],
    ['a pattern that does not fit', { deny: ['meta-llama/*-70B'] }, LLAMA, undefined],
    ['denied by licence', { deny: ['llama3.1'] }, LLAMA, /Llama 3.1 licence is denied/],
    ['by another spelling of it', { deny: ['LicenseRef-scancode-llama-3.1-license-2024'] }, LLAMA, /is denied/],
    ['by a licence that comes from the base', { deny: ['llama3.1'] }, DISTILL, /is denied/],
    ['by SPDX expression', { deny: ['MIT OR Apache-2.0'] }, QWEN, /Apache 2.0 is denied/],
    ['by class', { deny: ['restricted-weights'] }, LLAMA, /restricted weights are denied/],
    ['by publisher', { deny: ['meta'] }, LLAMA, /models of Meta are denied/],
    ['by organisation', { deny: ['qwen'] }, QWEN, /denied/],
    ['a dual licence with another choice', { deny: ['GPL-3.0-only'] }, DUAL, undefined],
    ['a dual licence whose every side is denied', { deny: ['MIT OR GPL-3.0-only'] }, DUAL, /is denied/],
    ['on the list by class', { allow: ['open-weights'] }, QWEN, undefined],
    ['more open than a class on the list', { allow: ['open-weights'] }, OLMO, undefined],
    ['less open than a class on the list', { allow: ['open-weights'] }, LLAMA, /not on the list/],
    ['unknown is on no list of classes', { allow: ['noncommercial-weights'] }, UNKNOWN, /not on the list/],
    ['unless the list names it', { allow: ['unknown'] }, UNKNOWN, undefined],
    [
      'not open enough',
      { minimumOpenness: 'open-weights' },
      LLAMA,
      /asks for open weights or more open; this model: restricted weights/,
    ],
    ['open enough', { minimumOpenness: 'open-weights' }, QWEN, undefined],
    ['more open than asked', { minimumOpenness: 'open-weights' }, OLMO, undefined],
    [
      'not known to be open enough',
      { minimumOpenness: 'closed' },
      UNKNOWN,
      /the openness of acme\/secret-7b is not known/,
    ],
    ['not on the list', { allow: ['Apache-2.0'] }, LLAMA, /not on the list/],
    ['on the list by licence', { allow: ['Apache-2.0 OR MIT'] }, QWEN, undefined],
    ['on the list by one side of a dual licence', { allow: ['MIT'] }, DUAL, undefined],
    ['not by a licence it does not offer', { allow: ['Apache-2.0'] }, DUAL, /not on the list/],
    ['a later version will do where the list says so', { allow: ['GPL-2.0-or-later'] }, DUAL, undefined],
    ['all its licences have to be on it', { allow: ['MIT'] }, DISTILL, /not on the list/],
    ['and may be, one by one', { allow: ['MIT', 'llama3.1'] }, DISTILL, undefined],
    ['on the list by id', { allow: ['acme/*'] }, UNKNOWN, undefined],
    ['the list lets in what is not open enough', { minimumOpenness: 'open-source', allow: ['Meta'] }, LLAMA, undefined],
    ['what is open enough needs no list', { minimumOpenness: 'open-weights', allow: ['Meta'] }, QWEN, undefined],
    ['denial wins over the list', { allow: ['qwen/*'], deny: ['Apache-2.0'] }, QWEN, /denied/],
  ])('%s', (_title, policy, subject, reason) => {
    const why = denial(subject, { ...EMPTY_POLICY, ...policy });
    if (reason) expect(why).toMatch(reason);
    else expect(why).toBeUndefined();
  });

  it.each<[string, readonly string[]]>([
    ['MIT', ['acme/both-7b', 'acme/odd-7b']],
    ['GPL-3.0-only', ['acme/both-7b', 'acme/odd-7b']],
    ['Apache-2.0', ['acme/dual-7b', 'acme/both-7b', 'acme/odd-7b']],
  ])('reads the expressions that a policy file states: only %s is allowed', (entry, expected) => {
    const models = [
      { id: 'acme/dual-7b', license: 'MIT OR GPL-3.0-only' },
      { id: 'acme/both-7b', license: 'MIT AND CC-BY-NC-4.0' },
      { id: 'acme/odd-7b', license: 'MIT OR Frobnicate' },
    ];
    const text = models.map(({ id }) => `- model: ${id}\n`).join('');
    const assessed = assessText(text, { policy: { allow: [entry], models } });
    expect(told(assessed, 'policy-denied').map(({ id }) => id)).toEqual(expected);
  });

  it.each<[string, string, readonly string[]]>([
    ['qwen2.5:3b', 'qwen2.5', ['qwen2.5:3b']],
    ['qwen2.5:3b', 'qwen2.5:*', ['qwen2.5:3b']],
    ['qwen2.5:3b', 'qwen2.5:7b', []],
  ])('knows an Ollama name %s by %s', (id, entry, expected) => {
    const assessed = assessText(`FROM ${id}\n`, { path: 'Modelfile', policy: { deny: [entry] } });
    expect(told(assessed, 'policy-denied').map((finding) => finding.id)).toEqual(expected);
  });

  it('is a warning that comes first, and an error where the policy says so', () => {
    const text = 'model: Qwen/Qwen2.5-3B-Instruct\n';
    const [subject] = assessText(text, { policy: { minimumOpenness: 'open-weights' } });
    expect(subject?.assessment.findings[0]).toMatchObject({ rule: 'policy-denied', severity: 'warning' });
    const [strict] = assessText(text, {
      policy: { minimumOpenness: 'open-weights', severity: { 'policy-denied': 'error' } },
    });
    expect(strict?.assessment.findings[0]).toMatchObject({ rule: 'policy-denied', severity: 'error' });
  });
});
