/**
 * Which files are read, and in which syntax: the one list of it. The command line and the workspace check follow it, and
 * tests hold the editor's selector of documents and its manifest against it.
 */
import type { Format } from '../types.ts';

/** A table by name, from names by format. */
export function kinds(table: Readonly<Partial<Record<Format, string>>>): Readonly<Record<string, Format>> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([format, names]) => names.split(' ').map((name) => [name, format as Format])),
  );
}

/** The language ids of VS Code and of widespread extensions of it. Its manifest and its selector of documents name the same. */
export const editorLanguages = kinds({
  yaml: 'yaml dockercompose github-actions-workflow azure-pipelines helm ansible spring-boot-properties-yaml',
  json: 'json jsonc jsonl json5',
  toml: 'toml',
  dotenv: 'dotenv',
  properties: 'properties ini java-properties spring-boot-properties systemd-conf',
  dockerfile: 'dockerfile',
  modelfile: 'modelfile',
  markdown: 'markdown mdx quarto rmd',
  shell: 'shellscript fish',
  makefile: 'makefile just',
  hcl: 'terraform terraform-vars opentofu hcl',
  python: 'python',
  javascript: 'javascript javascriptreact typescript typescriptreact',
  html: 'html vue svelte astro',
  powershell: 'powershell',
  batch: 'bat',
  source:
    'go rust java csharp kotlin scala ruby php swift c cpp cuda-cpp objective-c objective-cpp lua r dart nix elixir julia perl groovy haskell zig',
  text: 'restructuredtext asciidoc',
});

/** And those of other editors. */
export const byLanguage: typeof editorLanguages = {
  ...editorLanguages,
  ...kinds({
    yaml: 'docker-compose gitlab-ci kubernetes',
    dotenv: 'env',
    properties: 'conf dosini jproperties systemd',
    modelfile: 'ollama-modelfile',
    shell: 'sh bash zsh',
    makefile: 'make',
    notebook: 'jupyter',
    powershell: 'ps1',
    batch: 'dosbatch',
    source: 'cs',
    text: 'rst',
  }),
};

/** The part behind the last dot of a file's name, in lower case. */
export const byExtension = kinds({
  yaml: 'yaml yml tpl gotmpl',
  json: 'json jsonc json5 jsonl ndjson webmanifest code-workspace',
  toml: 'toml',
  dotenv: 'env',
  // with the units of systemd and of Podman under it
  properties: 'properties ini conf cfg cnf service timer socket container kube desktop',
  dockerfile: 'dockerfile containerfile',
  modelfile: 'modelfile',
  markdown: 'md mdx markdown qmd rmd',
  shell: 'sh bash zsh fish ksh slurm sbatch pbs',
  makefile: 'mk mak just',
  hcl: 'tf tfvars hcl nomad',
  python: 'py pyi pyw',
  javascript: 'js mjs cjs jsx ts mts cts tsx',
  notebook: 'ipynb',
  html: 'html htm xhtml vue svelte astro ejs hbs njk',
  powershell: 'ps1 psm1',
  batch: 'bat cmd',
  source:
    'go rs java cs kt kts scala sc rb php swift cpp cc cxx c h hpp cu m mm dart lua r nix ex exs jl pl groovy gradle hs zig',
  text: 'txt rst adoc asciidoc org tex xml pug sql graphql tmpl template j2 jinja jinja2 csv tsv',
});

/** Whole names, and the part before the first dot, in lower case. */
export const byName = kinds({
  yaml: '.gitlab-ci',
  json: 'model_index',
  dotenv: '.env .envrc env',
  properties: '.editorconfig .flake8',
  dockerfile: 'dockerfile containerfile',
  modelfile: 'modelfile',
  markdown: 'readme',
  shell: '.bashrc .zshrc .profile .bash_profile .bash_aliases',
  makefile: 'makefile gnumakefile justfile .justfile procfile',
  source: 'jenkinsfile',
  text: '.clinerules .cursorrules .windsurfrules',
});

/** Programs that `#!` names, without the figures of a version. */
export const byInterpreter = kinds({
  shell: 'sh bash zsh dash ksh ash fish',
  python: 'python pypy uv uvx pipx',
  javascript: 'node nodejs deno bun tsx ts-node',
  makefile: 'make just',
  powershell: 'pwsh powershell',
  source: 'ruby perl php lua luajit rscript groovy julia elixir',
});

/** Written by tools from what is named elsewhere: lock files of package managers, in lower case. */
export const generated: ReadonlySet<string> = new Set([
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
export const minified = /[.-]min\.(?:[cm]?js|json|html?)$/;
