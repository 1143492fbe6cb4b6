/** Which syntax a document has, from its name and the editor's language id. Tables only. */
import { sourceLanguages } from './tables/languages.ts';
import type { Format } from './types.ts';

const byLanguage: Readonly<Record<string, Format>> = {
  ...sourceLanguages,
  yaml: 'yaml',
  'docker-compose': 'yaml',
  dockercompose: 'yaml',
  'github-actions-workflow': 'yaml',
  'gitlab-ci': 'yaml',
  helm: 'yaml',
  ansible: 'yaml',
  'azure-pipelines': 'yaml',
  kubernetes: 'yaml',
  json: 'json',
  jsonc: 'json',
  jsonl: 'json',
  json5: 'json',
  toml: 'toml',
  dotenv: 'dotenv',
  env: 'dotenv',
  properties: 'properties',
  ini: 'properties',
  'java-properties': 'properties',
  'spring-boot-properties': 'properties',
  'spring-boot-properties-yaml': 'yaml',
  conf: 'properties',
  dockerfile: 'dockerfile',
  modelfile: 'modelfile',
  'ollama-modelfile': 'modelfile',
  markdown: 'markdown',
  mdx: 'markdown',
  shellscript: 'shell',
  sh: 'shell',
  bash: 'shell',
  zsh: 'shell',
  makefile: 'makefile',
  make: 'makefile',
  terraform: 'hcl',
  'terraform-vars': 'hcl',
  hcl: 'hcl',
  opentofu: 'hcl',
  python: 'python',
  javascript: 'javascript',
  typescript: 'javascript',
  javascriptreact: 'javascript',
  typescriptreact: 'javascript',
  jupyter: 'notebook',
  plaintext: 'text',
};

const byExtension: Readonly<Record<string, Format>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  jsonc: 'json',
  json5: 'json',
  jsonl: 'json',
  ndjson: 'json',
  toml: 'toml',
  env: 'dotenv',
  properties: 'properties',
  ini: 'properties',
  conf: 'properties',
  cfg: 'properties',
  cnf: 'properties',
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  modelfile: 'modelfile',
  md: 'markdown',
  mdx: 'markdown',
  markdown: 'markdown',
  qmd: 'markdown',
  rmd: 'markdown',
  sh: 'shell',
  bash: 'shell',
  zsh: 'shell',
  fish: 'shell',
  ksh: 'shell',
  ps1: 'shell',
  bat: 'shell',
  cmd: 'shell',
  mk: 'makefile',
  mak: 'makefile',
  tf: 'hcl',
  tfvars: 'hcl',
  hcl: 'hcl',
  nomad: 'hcl',
  py: 'python',
  pyi: 'python',
  pyw: 'python',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'javascript',
  mts: 'javascript',
  cts: 'javascript',
  tsx: 'javascript',
  ipynb: 'notebook',
  go: 'source',
  rs: 'source',
  java: 'source',
  cs: 'source',
  kt: 'source',
  kts: 'source',
  scala: 'source',
  rb: 'source',
  php: 'source',
  swift: 'source',
  cpp: 'source',
  cc: 'source',
  c: 'source',
  h: 'source',
  hpp: 'source',
  dart: 'source',
  lua: 'source',
  r: 'source',
  nix: 'source',
  ex: 'source',
  exs: 'source',
  jl: 'source',
  pl: 'source',
  groovy: 'source',
  gradle: 'source',
  hs: 'source',
  zig: 'source',
  txt: 'text',
  rst: 'text',
  adoc: 'text',
  tpl: 'yaml',
  gotmpl: 'yaml',
  webmanifest: 'json',
  code_workspace: 'json',
  example: 'dotenv',
  tmpl: 'text',
  template: 'text',
};

/** Written by tools from what is named elsewhere: lock files of package managers, in lower case. */
const generated: ReadonlySet<string> = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'bun.lock',
  'composer.lock',
  'conda-lock.yml',
  'packages.lock.json',
  'deno.lock',
  'flake.lock',
  'project.assets.json',
  '.terraform.lock.hcl',
  'pubspec.lock',
]);
const minified = /[.-]min\.(?:[cm]?js|json)$/;

/** Whole names, and the part before the first dot. */
const byName: Readonly<Record<string, Format>> = {
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  modelfile: 'modelfile',
  makefile: 'makefile',
  gnumakefile: 'makefile',
  justfile: 'makefile',
  '.env': 'dotenv',
  '.envrc': 'dotenv',
  env: 'dotenv',
  '.bashrc': 'shell',
  '.zshrc': 'shell',
  '.profile': 'shell',
  procfile: 'yaml',
  '.clinerules': 'text',
  '.gitlab-ci': 'yaml',
  readme: 'markdown',
  '.editorconfig': 'properties',
  '.flake8': 'properties',
  model_index: 'json',
};

/**
 * The syntax of a document, or undefined where there is no reader for it.
 * @param path with `/` as separator; only its last part counts
 * @param languageId the editor's, if any; wins where the editor was told (it is not `plaintext`)
 */
export function formatOf(path: string, languageId?: string): Format | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (generated.has(name) || minified.test(name)) return undefined;
  const own = fromName(name);
  const language = languageId === undefined ? undefined : byLanguage[languageId.toLowerCase()];
  // Editors open what they do not know as plain text, and .env files as shell or properties.
  if (language === undefined || language === 'text' || own === 'dotenv' || own === 'modelfile') return own ?? language;
  // a cell of a notebook, which has lines that are no Python
  if (own === 'notebook' && language === 'python') return own;
  return language;
}

function fromName(name: string): Format | undefined {
  const own = ownEntry(byName, name);
  if (own) return own;
  const parts = name.split('.');
  const first = parts[0] === '' ? `.${parts[1] ?? ''}` : (parts[0] as string);
  // `.env.example`, `env.sample`, `Dockerfile.rocm`, `Makefile-vllm`
  if (first === '.env' || (first === 'env' && parts.length > 1)) return 'dotenv';
  const extension = parts.length > 1 ? (parts.at(-1) as string) : '';
  const known = ownEntry(byExtension, extension);
  if (known && extension !== 'example') return known;
  const stem = first.split('-')[0] as string;
  for (const candidate of [first, stem, first.split('_')[0] as string]) {
    const format = ownEntry(byName, candidate);
    if (format && candidate !== 'env') return format;
  }
  // `config.yaml.example`, `settings.json.dist`, `docker-compose.yml.j2`
  if (
    parts.length > 2 &&
    /^(?:example|sample|dist|template|tmpl|j2|jinja|jinja2|in|erb|tpl|bak|default|local|orig)$/.test(extension)
  )
    return fromName(parts.slice(0, -1).join('.'));
  return known;
}

function ownEntry(table: Readonly<Record<string, Format>>, key: string): Format | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
