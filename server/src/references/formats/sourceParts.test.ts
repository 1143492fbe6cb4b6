/** Long source is read in parts: the same is found, in the same places, as if it were read in one. */
import { describe, expect, test } from 'vitest';
import { fakeKnowledge } from '../../../../test/corpus/knowledge.ts';
import { findReferences } from '../index.ts';
import { cutSource } from './sourceParts.ts';

const python = (n: number) => `
def step_${n}(value, *, limit=${n}):
    """Does step ${n}; "quotes" and (brackets."""
    text = '''
def not_a_function():
    pass
'''
    return {"name": "step-${n}", "value": value + limit, "text": text}
`;
const typescript = (n: number) => `
export function step${n}(value: number, limit = ${n}) {
  const text = \`
const notAStatement = \${limit};
\`;
  return { name: 'step-${n}', value: value + limit, text };
}
`;
const many = (of: (n: number) => string) => Array.from({ length: 800 }, (_, n) => of(n)).join('');

describe.each([
  [
    'a.py',
    'NAME = "acme-lab/tern"\n',
    many(python),
    '\nm = AutoModel.from_pretrained(NAME)\nllm = LLM(model="acme-lab/harbor-7b")\n',
  ],
  [
    'a.ts',
    "const NAME = 'acme-lab/tern';\n",
    many(typescript),
    "\nawait pipeline('summarization', NAME);\nexport const model = 'acme-lab/harbor-7b';\n",
  ],
] as const)('%s', (path, first, middle, last) => {
  const text = first + middle + last;
  const document = { path, text };

  test('is cut between statements only', () => {
    const starts = cutSource(document, path === 'a.py' ? 'python' : 'javascript');
    expect(starts.length).toBeGreaterThan(10);
    for (const start of starts.slice(1)) expect(text.slice(start)).toMatch(/^(?:def step_|export |m = |llm = |await )/);
  });

  test('gives what is found in the short document, in its place', () => {
    const found = (of: string) =>
      findReferences({ path, text: of }, fakeKnowledge, { includeCommented: false }).references.map(
        ({ span, text: said }) => ({ said, fromEnd: span.start > first.length ? of.length - span.start : -span.start }),
      );
    expect(found(text)).toEqual(found(first + last));
    expect(found(text)).toHaveLength(2);
  });

  test('parts without a name are read where they say what a name is for', () => {
    const [use = ''] = last.trim().split('\n');
    const { references } = findReferences({ path, text: first + middle + use + middle }, fakeKnowledge, {
      includeCommented: false,
    });
    expect(references.map((one) => one.text)).toEqual(['acme-lab/tern']);
  });

  test('an error in one part leaves the others readable', () => {
    const broken = `${first}${middle}\n${path === 'a.py' ? 'def f(:' : 'function ('}\n${middle}${last}`;
    const { references } = findReferences({ path, text: broken }, fakeKnowledge, { includeCommented: false });
    expect(references.map((one) => one.text)).toContain('acme-lab/tern');
  });
});
