/** Reads deeply nested documents in a process of its own; see regressions.test.ts. Prints what is noticed. */
import { findReferences } from '../../server/src/references/index.ts';
import { fakeKnowledge } from './knowledge.ts';

const depth = 20_000;
const nested: Readonly<Record<string, string>> = {
  'items.yaml': '- '.repeat(depth),
  'brackets.yaml': '['.repeat(depth),
  'braces.yaml': '{a: '.repeat(depth),
  'questions.yaml': '? '.repeat(depth),
  'colons.yaml': 'a: '.repeat(depth),
  'indents.yaml': Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  'lines.yaml': Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}-`).join('\n'),
  'anchors.yaml': '&a '.repeat(depth),
  'array.json': '['.repeat(depth),
  'object.json': '{"a":'.repeat(depth),
  'array.toml': `a = ${'['.repeat(depth)}`,
  'block.tf': 'a { '.repeat(depth),
  'list.tf': `a = ${'['.repeat(depth)}`,
  'quotes.md': '> '.repeat(depth),
  'items.md': '- '.repeat(depth),
  'links.md': '['.repeat(depth),
  'stars.md': '*a '.repeat(depth),
  'parentheses.sh': '('.repeat(depth),
  'substitutions.sh': `x${'$('.repeat(depth)}`,
  'quoted.sh': '"$('.repeat(depth),
  'call.py': 'f('.repeat(depth),
  'call.js': 'f('.repeat(depth),
};

for (const [path, text] of Object.entries(nested)) {
  // Twice, since the abort of the YAML library came with the second parse.
  for (let times = 0; times < 2; times++) {
    const { notice } = findReferences({ path, text: `${text}\nmodel: a/b\n` }, fakeKnowledge, {
      includeCommented: true,
    });
    if (times === 1) console.log(`${path}: ${notice ?? 'read'}`);
  }
}
