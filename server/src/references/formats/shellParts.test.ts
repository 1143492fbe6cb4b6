/** Long scripts are read in parts: the same is found, in the same places, as if they were read in one. */
import { expect, test } from 'vitest';
import { fakeKnowledge } from '../../../../test/corpus/knowledge.ts';
import { findReferences } from '../index.ts';

const step = (n: number) => `
# Step ${n}
step_${n}() {
  for file in "$1"/*.txt; do run_tool --input "$file" --level ${n}; done
}
cat <<EOF > note-${n}.txt
step ${n}: vllm serve is no command here
EOF
`;
const middle = Array.from({ length: 400 }, (_, n) => step(n)).join('');

/** A reference by its text, and how far from the beginning of the script's last lines, or of its first, it stands. */
const found = (first: string, between: string, last: string) =>
  findReferences({ path: 'a.sh', text: first + between + last }, fakeKnowledge, {
    includeCommented: false,
  }).references.map(({ span, text }) => [
    text,
    span.start - (span.start < first.length ? 0 : (first + between).length),
  ]);

test.each([
  ['a variable', 'NAME=acme-lab/tern\n', '\nvllm serve "$NAME"\n'],
  ['a function that passes on what it is given', 'fetch() {\n  hf download "$1"\n}\n', '\nfetch acme-lab/tern\n'],
  ['what a loop goes through', 'NAMES="acme-lab/tern"\n', '\nfor m in $NAMES; do hf download "$m"; done\n'],
  ['a command at each end', 'hf download acme-lab/tern\n', '\nvllm serve acme-lab/tern\n'],
])('%s', (_, first, last) => {
  const whole = found(first, middle, last);
  expect(whole).toEqual(found(first, '', last));
  expect(whole.map(([text]) => text)).toContain('acme-lab/tern');
});
