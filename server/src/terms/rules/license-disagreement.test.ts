import { describe, expect, it } from 'vitest';
import type { ResolvedModel } from '../../models/types.ts';
import { applied, model } from '../testkit.ts';
import { assessText, real, told } from '../testkit-documents.ts';

const research = real('qwen-research');
const apache = real('apache-2.0');

describe('license-disagreement', () => {
  it.each<[string, ResolvedModel, boolean]>([
    ['sources that differ', model([research, applied(apache, 'disputed')], { disagreement: true }), true],
    ['a registry that ships another text', model([research, applied(apache, 'layer')], { disagreement: true }), true],
    ['one licence', model([research]), false],
    ['a base that adds its own', model([applied(research, 'base'), apache]), false],
  ])('%s', (_title, subject, tells) => {
    const findings = told(
      assessText('model: acme/x-7b\n', { models: { 'acme/x-7b': subject } }),
      'license-disagreement',
    );
    expect(findings.map(({ severity }) => severity)).toEqual(tells ? ['information'] : []);
    if (tells)
      expect(findings[0]?.message).toMatch(/^Sources disagree: Qwen Research licence .* Apache 2.0 .* the stricter/);
  });
});
