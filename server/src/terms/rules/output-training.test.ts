import { describe, expect, it } from 'vitest';
import { cases, model, type Parameters } from '../testkit.ts';
import { assessText, told } from '../testkit-documents.ts';
import type { ResolvedReference } from '../types.ts';

const student = (family: string, version: string): { student: ResolvedReference } => ({
  student: { reference: {} as ResolvedReference['reference'], model: model([], { family, version }) },
});
const LLAMA3: Parameters<'output-training'> = {
  stance: 'forbidden',
  except: 'improving Meta Llama 3 or its derivatives',
};
const of3 = { family: 'llama', version: '3' };

describe('output-training', () => {
  cases('output-training', [
    [
      'is a note while nothing is declared',
      { clause: LLAMA3 },
      {
        verdict: 'conditional',
        severity: 'information',
        asks: ['trainsOnOutputs'],
        text: /\(except: improving Meta Llama 3/,
      },
    ],
    [
      'is quiet where nothing is trained',
      { clause: LLAMA3, usage: { trainsOnOutputs: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'warns where it is',
      { clause: LLAMA3, usage: { trainsOnOutputs: true } },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'warns of a teacher, whatever the profile says',
      { clause: LLAMA3, usage: { trainsOnOutputs: false }, teaches: {} },
      { verdict: 'applies', severity: 'warning', reason: /this file trains another model/ },
    ],
    [
      'lets a model teach its own kind',
      { clause: LLAMA3, model: of3, teaches: student('llama', '3') },
      { verdict: 'does-not-apply', reason: /same family/ },
    ],
    [
      'but not another version',
      { clause: LLAMA3, model: of3, teaches: student('llama', '3.1') },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'is no exemption where the text has none',
      { clause: { stance: 'forbidden' }, model: of3, teaches: student('llama', '3') },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'asks for a name',
      { clause: { stance: 'with-name', words: 'Llama' }, teaches: {} },
      { verdict: 'applies', severity: 'information', text: /^Begin the names of models .* with “Llama”/ },
    ],
    [
      'asks for credit',
      { clause: { stance: 'with-credit', words: 'Built with Qwen' }, usage: { trainsOnOutputs: true } },
      { verdict: 'applies', severity: 'information', text: /Built with Qwen/ },
    ],
    [
      'asks for the same licence',
      { clause: { stance: 'license-follows' }, usage: { trainsOnOutputs: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'leaves it to people who competes',
      { clause: { stance: 'competitors-only' }, usage: { trainsOnOutputs: true } },
      { verdict: 'applies', severity: 'information' },
    ],
    [
      'but warns of an actual teacher',
      { clause: { stance: 'competitors-only' }, teaches: {} },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'is quiet on non-commercial training',
      { clause: { stance: 'noncommercial-only' }, usage: { trainsOnOutputs: true, commercial: false } },
      { verdict: 'does-not-apply' },
    ],
    [
      'warns of commercial training',
      { clause: { stance: 'noncommercial-only' }, usage: { commercial: true }, teaches: {} },
      { verdict: 'applies', severity: 'warning' },
    ],
    [
      'cannot tell which of the two',
      { clause: { stance: 'noncommercial-only' }, teaches: {} },
      { verdict: 'conditional', severity: 'information', asks: ['commercial'] },
    ],
  ]);
});

describe('output-training in files that name a teacher', () => {
  const LLAMA_3 = 'meta-llama/Meta-Llama-3-70B-Instruct';
  // [title, path, text, severity or nothing]
  it.each<[string, string, string, string | undefined]>([
    ['a key', 'a.yaml', `teacher_model: ${LLAMA_3}\nstudent_model: Qwen/Qwen2.5-7B\n`, 'warning'],
    ['a key below one', 'a.yaml', `teacher:\n  llm:\n    model: ${LLAMA_3}\n`, 'warning'],
    [
      'an option',
      'a.sh',
      `python gkd.py --model_name_or_path Qwen/Qwen2-0.5B --teacher_model_name_or_path ${LLAMA_3}\n`,
      'warning',
    ],
    ['a variable', 'a.py', `teacher = AutoModelForCausalLM.from_pretrained("${LLAMA_3}")\n`, 'warning'],
    ['a judge of training', 'a.yaml', `judge: ${LLAMA_3}\nlearning_rate: 1e-5\n`, 'warning'],
    ['a reward model of training', 'a.yaml', `reward_model: ${LLAMA_3}\nlearning_rate: 1e-5\n`, 'warning'],
    ['a generator of a dataset', 'a.yaml', `generator:\n  model: ${LLAMA_3}\noutput_dataset: acme/x\n`, 'warning'],
    ['settings of synthetic data', 'a.yaml', `synthetic_data:\n  llm:\n    model: ${LLAMA_3}\n`, 'warning'],
    ['settings that generate data', 'a.toml', `[data-generation]\nmodel = "${LLAMA_3}"\n`, 'warning'],
    [
      'a pipeline of distilabel',
      'a.py',
      `from distilabel.llms import vLLM\ntask = TextGeneration(llm=vLLM(model="${LLAMA_3}"))\nd.push_to_hub("acme/x")\n`,
      'warning',
    ],
    ['a judge of an evaluation', 'a.yaml', `judge_model: ${LLAMA_3}\ntasks: [mmlu]\n`, 'information'],
    ['a student', 'a.yaml', `teacher_model: Qwen/Qwen2.5-7B\nstudent_model: ${LLAMA_3}\n`, 'information'],
    ['a model that is served', 'a.yaml', `model: ${LLAMA_3}\n`, 'information'],
    ['a teacher that nobody knows', 'a.yaml', 'teacher_model: acme/secret-7b\n', undefined],
  ])('%s', (_title, path, text, severity) => {
    const [finding] = told(assessText(text, { path }), 'output-training');
    expect(finding?.severity).toBe(severity);
  });

  it('a dataset that a pipeline pushes may bear any name', () => {
    const text =
      'import distilabel\nvLLM(model="meta-llama/Llama-3.1-8B-Instruct")\ndistiset.push_to_hub("acme/questions")\n';
    expect(told(assessText(text, { path: 'a.py' }), 'derivative-name', 'notice-missing')).toEqual([]);
    const [finding] = told(assessText(text, { path: 'a.py' }), 'output-training');
    expect(finding?.message).toMatch(/this file makes data of its outputs to train other models on$/);
  });
});
