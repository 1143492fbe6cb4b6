import { describe, expect, it } from 'vitest';
import { assessText, told } from '../testkit-documents.ts';
import type { NameElsewhere, UsageProfile } from '../types.ts';

const RULE = 'derivative-name';

function renamed(text: string, path: string): string | undefined {
  const fixes = assessText(text, { path }).flatMap(({ assessment }) =>
    assessment.findings.flatMap(({ rule, fix }) => (rule === RULE && fix?.kind === 'rename' ? [fix] : [])),
  );
  const [fix] = fixes;
  return fix && text.slice(0, fix.span.start) + fix.name + text.slice(fix.span.end);
}

describe('derivative-name', () => {
  // [title, path, text, severity or nothing, text after the fix]
  it.each<[string, string, string, string | undefined, string?]>([
    [
      'a name on the Hub without the prefix',
      'axolotl.yaml',
      'base_model: meta-llama/Llama-3.1-8B\nhub_model_id: acme/support-8b\n',
      'warning',
      'base_model: meta-llama/Llama-3.1-8B\nhub_model_id: acme/Llama-support-8b\n',
    ],
    ['with it', 'axolotl.yaml', 'base_model: meta-llama/Llama-3.1-8B\nhub_model_id: acme/llama-support\n', undefined],
    [
      'Llama 3 wants its number',
      'axolotl.yaml',
      'base_model: meta-llama/Meta-Llama-3-8B\nhub_model_id: acme/Llama-support\n',
      'warning',
      'base_model: meta-llama/Meta-Llama-3-8B\nhub_model_id: acme/Llama-3-support\n',
    ],
    [
      'Llama 2 wants nothing',
      'axolotl.yaml',
      'base_model: meta-llama/Llama-2-7b-hf\nhub_model_id: acme/support-7b\n',
      undefined,
    ],
    [
      'Gemma wants nothing',
      'axolotl.yaml',
      'base_model: google/gemma-2-2b\nhub_model_id: acme/support-2b\n',
      undefined,
    ],
    [
      'the only model of a file that trains',
      'sft.yaml',
      'model_name_or_path: meta-llama/Llama-3.1-8B\nlearning_rate: 2.0e-5\nhub_model_id: support-8b\n',
      'warning',
      'model_name_or_path: meta-llama/Llama-3.1-8B\nlearning_rate: 2.0e-5\nhub_model_id: Llama-support-8b\n',
    ],
    [
      'a base below another key',
      'train.yaml',
      'model:\n  base_model: meta-llama/Llama-3.2-1B\npush:\n  hub_model_id: "acme/tiny"\n',
      'warning',
      'model:\n  base_model: meta-llama/Llama-3.2-1B\npush:\n  hub_model_id: "acme/Llama-tiny"\n',
    ],
    [
      'an option of a command',
      'train.sh',
      'python sft.py --base_model meta-llama/Llama-3.1-8B --hub_model_id acme/support\n',
      'warning',
      'python sft.py --base_model meta-llama/Llama-3.1-8B --hub_model_id acme/Llama-support\n',
    ],
    [
      'the name in a card',
      'README.md',
      '---\nbase_model: meta-llama/Llama-3.1-8B\nmodel-index:\n- name: support-bot\n---\n',
      'warning',
      '---\nbase_model: meta-llama/Llama-3.1-8B\nmodel-index:\n- name: Llama-support-bot\n---\n',
    ],
    [
      'a title that may be the name',
      'README.md',
      '---\nbase_model: meta-llama/Llama-3.1-8B\n---\n\n# Support-Bot 8B\n',
      'information',
      '---\nbase_model: meta-llama/Llama-3.1-8B\n---\n\n# Llama Support-Bot 8B\n',
    ],
    [
      'a name that serves two bases: “Llama 3” begins with “Llama”',
      'README.md',
      '---\nbase_model:\n- meta-llama/Meta-Llama-3-8B\n- meta-llama/Llama-3.1-8B\nmodel-index:\n- name: Llama-3-merge\n---\n',
      undefined,
    ],
    [
      'a name that serves one of two',
      'README.md',
      '---\nbase_model:\n- meta-llama/Meta-Llama-3-8B\n- meta-llama/Llama-3.1-8B\nmodel-index:\n- name: Llama-merge\n---\n',
      'warning',
      '---\nbase_model:\n- meta-llama/Meta-Llama-3-8B\n- meta-llama/Llama-3.1-8B\nmodel-index:\n- name: Llama-3-merge\n---\n',
    ],
    [
      'a title that is none',
      'README.md',
      '---\nbase_model: meta-llama/Llama-3.1-8B\n---\n\n# Introduction\n',
      undefined,
    ],
    [
      'a title that begins so',
      'README.md',
      '---\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Model Card for Llama-Support-8B\n',
      undefined,
    ],
    [
      'a model trained on outputs',
      'distil.yaml',
      'teacher_model: meta-llama/Llama-3.1-70B-Instruct\nstudent_model: Qwen/Qwen2.5-7B\nhub_model_id: acme/support-7b\n',
      'warning',
      'teacher_model: meta-llama/Llama-3.1-70B-Instruct\nstudent_model: Qwen/Qwen2.5-7B\nhub_model_id: acme/Llama-support-7b\n',
    ],
    ['no name is given', 'axolotl.yaml', 'base_model: meta-llama/Llama-3.1-8B\noutput_dir: ./out\n', undefined],
    ['nothing is made', 'serve.yaml', 'model: meta-llama/Llama-3.1-8B\nserved_model_name: support\n', undefined],
    [
      'a model beside, which is not what is made',
      'rag.yaml',
      'model: meta-llama/Llama-3.1-8B\nembedder:\n  hub_model_id: acme/x\n  base_model: BAAI/bge-m3\n',
      undefined,
    ],
  ])('%s', (_title, path, text, severity, after) => {
    const findings = told(assessText(text, { path }), RULE);
    expect(findings.map((finding) => finding.severity)).toEqual(severity ? [severity] : []);
    expect(renamed(text, path)).toBe(after);
  });

  it('says which words, by which licence', () => {
    const [finding] = told(
      assessText('base_model: meta-llama/Meta-Llama-3-8B\nhub_model_id: acme/x\n', { path: 'a.yaml' }),
      RULE,
    );
    expect(finding?.message).toBe('Llama 3 licence: the name “acme/x” must begin with “Llama 3”');
  });
});

describe('derivative-name of a Modelfile, by the command that makes a model of it', () => {
  const made = (name: string, pushed = false): NameElsewhere => ({ name, file: 'scripts/build.sh', pushed });
  it.each<[string, string, readonly NameElsewhere[], UsageProfile, string | undefined, string?]>([
    [
      'is a note while the model stays at home',
      'llama3.1:8b',
      [made('support-bot')],
      {},
      'information',
      'Llama 3.1 licence: the name “support-bot” must begin with “Llama” (given in scripts/build.sh; once the model is passed on)',
    ],
    [
      'warns where models go out',
      'llama3.1:8b',
      [made('support-bot')],
      { distributes: true },
      'warning',
      'Llama 3.1 licence: the name “support-bot” must begin with “Llama” (given in scripts/build.sh)',
    ],
    ['warns where it is pushed', 'llama3:8b', [made('acme/support-bot', true)], {}, 'warning'],
    ['is quiet where nothing goes out', 'llama3.1:8b', [made('support-bot')], { distributes: false }, undefined],
    ['is quiet on a name that begins so', 'llama3.1:8b', [made('acme/llama-support:8b', true)], {}, undefined],
    ['wants it of every command', 'llama3.1:8b', [made('llama-a', true), made('b', true)], {}, 'warning'],
    ['Llama 2 wants nothing', 'llama2', [made('support-bot', true)], {}, undefined],
    ['an unknown base cannot tell', 'acme/secret', [made('support-bot', true)], {}, undefined],
  ])('%s', (_title, base, namesGiven, usage, severity, message) => {
    const assessed = assessText(`FROM ${base}\nSYSTEM You help.\n`, {
      path: 'Modelfile',
      namesGiven,
      policy: { usage },
    });
    const findings = told(assessed, RULE);
    expect(findings.map((finding) => finding.severity)).toEqual(severity ? [severity] : []);
    if (message) expect(findings[0]?.message).toBe(message);
  });

  it('is asked for Modelfiles alone', () => {
    const text = 'model: meta-llama/Llama-3.1-8B\n';
    expect(told(assessText(text, { namesGiven: [made('support-bot', true)] }), RULE)).toEqual([]);
  });
});
