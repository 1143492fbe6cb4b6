import { describe, expect, it } from 'vitest';
import { assessText, real, told } from '../testkit-documents.ts';
import { clashOf } from './license-mismatch.ts';

const card = (head: string) => `---\n${head}\n---\n\nA model.\n`;
const RULE = 'license-mismatch';
const OWN = { models: [{ id: 'acme/encyclopedia-7b', license: 'cc-by-sa-4.0' }] };

/** The card after the fix, `license_name` included, as an editor applies it. */
function fixed(text: string, path: string): string | undefined {
  const [finding] = assessText(text, { path, policy: OWN }).flatMap(({ assessment }) =>
    assessment.findings.filter(({ rule }) => rule === RULE),
  );
  const fix = finding?.fix;
  if (fix?.kind !== 'set-license') return undefined;
  const edits = [
    { ...fix.span, insert: fix.license },
    ...(fix.name !== undefined && fix.nameSpan ? [{ ...fix.nameSpan, insert: fix.name }] : []),
  ].sort((a, b) => b.start - a.start);
  return edits.reduce((done, { start, end, insert }) => done.slice(0, start) + insert + done.slice(end), text);
}

describe('license-mismatch', () => {
  // [title, head of the card, severity or nothing, head after the fix]
  it.each<[string, string, string | undefined, string?]>([
    [
      'Apache over Llama',
      'license: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B',
      'warning',
      'license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B',
    ],
    [
      'quotes stay',
      'license: "mit"\nbase_model: ["google/gemma-2-2b"]',
      'warning',
      'license: "gemma"\nbase_model: ["google/gemma-2-2b"]',
    ],
    [
      'a licence without an id of the Hub',
      'license: other\nlicense_name: apache-2.0\nbase_model: Qwen/Qwen2.5-3B',
      'warning',
      'license: other\nlicense_name: qwen-research\nbase_model: Qwen/Qwen2.5-3B',
    ],
    [
      'the wrong version',
      'license: llama3\nbase_model: meta-llama/Llama-3.1-8B',
      'warning',
      'license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B',
    ],
    [
      'an adapter',
      'license: apache-2.0\nlibrary_name: peft\nbase_model: meta-llama/Llama-2-7b-hf\nbase_model_relation: adapter',
      'warning',
      'license: llama2\nlibrary_name: peft\nbase_model: meta-llama/Llama-2-7b-hf\nbase_model_relation: adapter',
    ],
    [
      'a derivative of a derivative',
      'license: mit\nbase_model: deepseek-ai/DeepSeek-R1-Distill-Llama-8B',
      'warning',
      'license: llama3.1\nbase_model: deepseek-ai/DeepSeek-R1-Distill-Llama-8B',
    ],
    ['the right licence', 'license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B', undefined],
    ['a free base, relicensed', 'license: mit\nbase_model: mistralai/Mistral-7B-v0.1', undefined],
    ['a free base under stricter terms', 'license: cc-by-nc-4.0\nbase_model: mistralai/Mistral-7B-v0.1', undefined],
    ['Gemma 4 is Apache and may be relicensed', 'license: mit\nbase_model: google/gemma-4-31B-it', undefined],
    ['a label that names no text', 'license: other\nbase_model: meta-llama/Llama-3.1-8B', undefined],
    ['no licence at all', 'base_model: meta-llama/Llama-3.1-8B', undefined],
    ['an unknown base', 'license: mit\nbase_model: acme/secret-7b', undefined],
    ['several licences, one of which fits', 'license: [mit, llama3.1]\nbase_model: meta-llama/Llama-3.1-8B', undefined],
    ['several, none of which fits', 'license: [mit, apache-2.0]\nbase_model: meta-llama/Llama-3.1-8B', 'warning'],
    ['several, one of which may fit', 'license: [mit, other]\nbase_model: meta-llama/Llama-3.1-8B', undefined],
    [
      'one in a list',
      'license:\n- mit\nbase_model:\n- google/gemma-2-2b',
      'warning',
      'license:\n- gemma\nbase_model:\n- google/gemma-2-2b',
    ],
    [
      'RAIL terms flow down',
      'license: apache-2.0\nbase_model: bigscience/bloom-7b1',
      'warning',
      'license: bigscience-bloom-rail-1.0\nbase_model: bigscience/bloom-7b1',
    ],
    [
      'share-alike stays',
      'license: mit\nbase_model: acme/encyclopedia-7b',
      'warning',
      'license: cc-by-sa-4.0\nbase_model: acme/encyclopedia-7b',
    ],
    [
      'non-commercial terms stay',
      'license: mit\nlicense_name: x\nbase_model: Qwen/Qwen2.5-3B',
      'warning',
      'license: other\nlicense_name: qwen-research\nbase_model: Qwen/Qwen2.5-3B',
    ],
    ['MIT to Apache', 'license: apache-2.0\nbase_model: microsoft/phi-4', undefined],
    [
      'a merge of free and restricted',
      'license: apache-2.0\ntags: [mergekit]\nbase_model:\n- mistralai/Mistral-7B-v0.1\n- google/gemma-2-2b',
      'warning',
      'license: gemma\ntags: [mergekit]\nbase_model:\n- mistralai/Mistral-7B-v0.1\n- google/gemma-2-2b',
    ],
    ['a merge of free ones', 'license: mit\nbase_model: [mistralai/Mistral-7B-v0.1, Qwen/Qwen2.5-7B]', undefined],
    ['other terms beside the base’s', 'license: cc-by-nc-4.0\nbase_model: meta-llama/Llama-3.1-8B', 'information'],
  ])('%s', (_title, head, severity, after) => {
    const text = card(head);
    const findings = told(assessText(text, { path: 'README.md', policy: OWN }), RULE);
    expect(findings.map((finding) => finding.severity)).toEqual(severity ? [severity] : []);
    expect(fixed(text, 'README.md')).toBe(after === undefined ? undefined : card(after));
  });

  it('says what it should be, and shows where it is declared', () => {
    const text = card('license: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B');
    const [subject] = assessText(text, { path: 'README.md' });
    const finding = subject?.assessment.findings[0];
    expect(finding?.message).toBe(
      'Declared as Apache 2.0, but the terms of the Llama 3.1 licence stay with everything made from meta-llama/Llama-3.1-8B: declare llama3.1',
    );
    const place = finding?.related?.[0]?.span;
    expect(text.slice(place?.start, place?.end)).toBe('apache-2.0');
  });

  it('reads other files than cards', () => {
    const text = '{"base_model": "meta-llama/Llama-3.1-8B", "license": "apache-2.0"}';
    expect(told(assessText(text, { path: 'adapter.json' }), RULE)).toHaveLength(1);
    expect(fixed(text, 'adapter.json')).toBe('{"base_model": "meta-llama/Llama-3.1-8B", "license": "llama3.1"}');
  });

  it('takes a licence further up for somebody else’s', () => {
    const text = '{"license": "MIT", "training": {"base_model": "meta-llama/Llama-3.1-8B"}}';
    expect(told(assessText(text, { path: 'package.json' }), RULE)).toEqual([]);
  });

  it('takes an example in a fence for one', () => {
    const text = '# How to\n\n```yaml\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n```\n';
    expect(told(assessText(text, { path: 'docs/howto.md' }), RULE)).toEqual([]);
  });

  it('does not let a fence hide what the head of the card says', () => {
    const text = `${card('license: mit\nbase_model: meta-llama/Llama-3.1-8B')}\n\`\`\`yaml\nlicense: llama3.1\n\`\`\`\n`;
    expect(told(assessText(text, { path: 'README.md' }), RULE)).toHaveLength(1);
  });

  it('lets one field name one of several bases', () => {
    const head = 'license: llama3.3\nbase_model:\n- meta-llama/Llama-3.1-70B\n- meta-llama/Llama-3.3-70B-Instruct';
    const findings = told(assessText(card(head), { path: 'README.md' }), RULE);
    expect(findings).toMatchObject([{ id: 'meta-llama/Llama-3.1-70B', severity: 'information' }]);
    expect(fixed(card(head), 'README.md')).toBeUndefined();
  });
});

describe('what a base lets a derivative say', () => {
  it.each<[string, string, ReturnType<typeof clashOf>]>([
    ['apache-2.0', 'mit', undefined],
    ['mit', 'llama3.1', undefined],
    ['cc-by-4.0', 'apache-2.0', undefined],
    ['openmdw-1.1', 'mit', undefined],
    ['llama2', 'apache-2.0', 'drops'],
    ['llama3', 'llama3.1', 'version'],
    ['gemma', 'mit', 'drops'],
    ['gemma', 'cc-by-sa-4.0', 'drops'],
    // Hugging Face has one id for every version of Gemma's terms
    ['gemma-2024-04-01', 'gemma', undefined],
    // and its terms let others join as long as the use restrictions stay
    ['gemma', 'deepseek', undefined],
    // RAIL: other terms may join as long as the use restrictions stay
    ['creativeml-openrail-m', 'mit', 'drops'],
    ['creativeml-openrail-m', 'bigscience-openrail-m', undefined],
    ['deepseek', 'mit', 'drops'],
    // non-commercial terms propagate, in whatever non-commercial text
    ['cc-by-nc-4.0', 'apache-2.0', 'drops'],
    ['cc-by-nc-4.0', 'cc-by-nc-sa-4.0', undefined],
    ['cc-by-nc-4.0', 'cc-by-4.0', 'drops'],
    ['qwen-research', 'qwen', 'version'],
    // share-alike stays as it is, or goes where its text lets it
    ['cc-by-sa-4.0', 'cc-by-sa-4.0', undefined],
    ['cc-by-sa-4.0', 'cc-by-4.0', 'share-alike'],
    ['cc-by-sa-4.0', 'gpl-3.0', undefined],
    ['gpl-3.0', 'cc-by-sa-4.0', 'share-alike'],
    ['gpl-3.0', 'agpl-3.0', undefined],
    ['agpl-3.0', 'mit', 'share-alike'],
    ['cc-by-nc-sa-4.0', 'cc-by-nc-4.0', 'share-alike'],
    ['cc-by-nd-4.0', 'cc-by-4.0', 'bars'],
  ])('%s as %s: %s', (base, declared, clash) => {
    expect(clashOf(real(base), real(declared))).toBe(clash);
  });
});
