import { describe, expect, it } from 'vitest';
import type { ResolvedModel } from '../../models/types.ts';
import { applied, licence, model } from '../testkit.ts';
import { assessText, real, told } from '../testkit-documents.ts';

const UNREAD = licence({ id: 'unread', openness: 'unknown' });

describe('unknown-license', () => {
  it.each<[string, ResolvedModel, RegExp | undefined]>([
    ['nothing known', model([]), /^No licence is known for acme\/x-7b/],
    ['a label that names no text', model([real('other')]), /labelled “other”/],
    ['a text nobody read', model([UNREAD]), /whose terms ModelTerms does not know/],
    ['a known one', model([real('mit')]), undefined],
    ['a label beside a known base', model([applied(real('llama3.1'), 'base'), real('other')]), undefined],
  ])('%s', (_title, subject, message) => {
    const findings = told(assessText('model: acme/x-7b\n', { models: { 'acme/x-7b': subject } }), 'unknown-license');
    expect(findings.map(({ severity }) => severity)).toEqual(message ? ['hint'] : []);
    if (message) expect(findings[0]?.message).toMatch(message);
  });

  it.each([
    ['made by the script itself', 'ollama create support-bot -f Modelfile\nollama run support-bot\n', 0],
    ['made by another', 'ollama create another -f Modelfile\nollama run support-bot\n', 1],
  ])('%s', (_title, script, count) => {
    expect(told(assessText(script, { path: 'run.sh' }), 'unknown-license')).toHaveLength(count);
  });

  it('of a licence that the policy file names, says where the mistake is', () => {
    const models = [{ id: 'acme/x-7b', license: 'frobnicate' }];
    const [finding] = told(assessText('model: acme/x-7b\n', { policy: { models } }), 'unknown-license');
    expect(finding?.message).toBe('The policy file names a licence for acme/x-7b that ModelTerms does not know');
  });

  it('shows what hides in a name', () => {
    const [subject] = assessText('model: acme/x-7b\n', { models: { 'acme/x-7b': model([]) } });
    expect(subject?.assessment.findings[0]?.message).not.toMatch(/[\u202E\u200B]/);
  });
});
