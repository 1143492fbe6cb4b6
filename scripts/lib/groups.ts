/** What the programs load on demand, and in which pieces; see `onDemand.ts`. */
import type { Groups } from './onDemand.ts';

/** What reads files in one language only, by name of the file. */
export const PACKAGES: Groups = {
  shell: ['unbash'],
  toml: ['toml-eslint-parser'],
  dockerfile: ['dockerfile-ast'],
  markdown: ['mdast-util-from-markdown', 'mdast-util-frontmatter', 'micromark-extension-frontmatter'],
  code: ['@lezer/python', '@lezer/javascript'],
  spdx: ['spdx-satisfies', 'spdx-expression-parse'],
  globs: ['ignore', 'picomatch'],
};

const inFolder = (folder: string, ...names: string[]) => names.map((name) => `${folder}/${name}.ts`);

/** What no program needs before the first diagnostics of a YAML file, and most not at all. */
const FORMATS = inFolder(
  'references/formats',
  ...['dockerfile', 'dotenv', 'hcl', 'html', 'javascript', 'json', 'makefile', 'markdown', 'modelfile', 'notebook'],
  ...['properties', 'python', 'shell', 'source', 'text', 'toml', 'windows'],
);
const ANSWERS = [
  ...inFolder('terms/policy', 'edit', 'read', 'template'),
  'terms/card.ts',
  'render/card.ts',
  'alternatives/index.ts',
];
export const SERVER_MODULES: Groups = {
  formats: FORMATS,
  answers: [
    ...ANSWERS,
    ...inFolder('features', 'policyEdits', 'policyHelp', 'questions'),
    ...inFolder('features/actions', 'accept', 'finding', 'ignoreHere', 'replace', 'showAlternatives', 'tell'),
  ],
};
export const COMMAND_MODULES: Groups = {
  formats: FORMATS,
  answers: [...ANSWERS, 'commands/init.ts', ...inFolder('reports', 'markdown', 'sarif')],
  cyclonedx: ['reports/cyclonedx.ts'],
};
