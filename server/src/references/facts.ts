/** What is to be known of a document as a whole, beside its strings. */
import type { DocumentFacts } from './surroundings/judgement.ts';
import { type Provider, serviceOf } from './tables/providers.ts';
import { artificialIntelligence } from './tables/things.ts';
import type { Format, Knowledge, SourceDocument } from './types.ts';

/** The formats of program source. */
export const programs: ReadonlySet<Format> = new Set(['python', 'javascript', 'source', 'notebook']);

const ollamaTagged = /(?<![\w/.-])([a-z][a-z0-9._-]{1,40}):\d+(?:\.\d+)?b\b/g;

const mirror = /HF_ENDPOINT["']?\s{0,3}[=:]\s{0,3}["']?https?:\/\/([\w.-]+)/g;

/** Each fact is found out when first asked for. */
export function factsOf({ path, text }: SourceDocument, format: Format, knowledge: Knowledge): DocumentFacts {
  let ollama: boolean | undefined;
  let models: boolean | undefined;
  let imports: boolean | undefined;
  let containers: boolean | undefined;
  let names: ReadonlyMap<string, string> | undefined;
  let mirrors: readonly string[] | undefined;
  let service: Provider | undefined | null = null;
  return {
    fileName: path.slice(path.lastIndexOf('/') + 1),
    get speaksOllama() {
      ollama ??=
        /ollama|:11434\b/i.test(text) ||
        [...text.matchAll(ollamaTagged)].some((match) => knowledge.isOllamaModel(match[1] as string));
      return ollama;
    },
    get speaksContainers() {
      containers ??= /\bdocker\b|\bpodman\b|\bimage\b|\bcontainers?\b|\bkube/i.test(text);
      return containers;
    },
    get importsOllama() {
      imports ??= importsOllama(text) || (programs.has(format) && (/:11434\b/.test(text) || /ollama/i.test(path)));
      return imports;
    },
    get imported() {
      names ??= importedNames(text);
      return names;
    },
    get speaksModels() {
      models ??= artificialIntelligence.test(text) || artificialIntelligence.test(path);
      return models;
    },
    get service() {
      if (service === null) service = serviceOf(text);
      return service;
    },
    get mirrors() {
      mirrors ??= [...text.matchAll(mirror)].map((match) => match[1] as string);
      return mirrors;
    },
  };
}

const importing =
  /^[\s(]*(?:from|import|using|use|require|require_once|require_relative|library|#include)\b|\brequire\(\s{0,4}["'][^"']*$|\bfrom\s{1,4}["'][^"']*$/;
/** A line of an import of several modules. */
const moduleAlone = /^\s*(?:\w+ )?["'][\w./@-]+["'];?\s*$/;
const longestLine = 300;

/** Whether a line makes a library for Ollama known to a program, in whatever language. */
function importsOllama(text: string): boolean {
  let looked = -1;
  for (const { index } of text.matchAll(/ollama/gi)) {
    if (index < looked) continue;
    const start = text.lastIndexOf('\n', index) + 1;
    const end = text.indexOf('\n', index);
    looked = end < 0 ? text.length : end;
    if (looked - start > longestLine) continue;
    const line = text.slice(start, looked);
    if (importing.test(text.slice(start, index)) || moduleAlone.test(line)) return true;
  }
  return false;
}

/** What Python's imports call the things of other modules: `load` → `mlx_lm.load`, `m` → `mlx_lm`. */
function importedNames(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const note = (part: string, origin: string) => {
    const [name = '', as, own = name] = part.trim().split(/\s+/);
    if (/^[\w.]+$/.test(name) && (as === undefined || as === 'as')) found.set(own, origin + name);
  };
  for (let at = 0; at >= 0 && at < text.length; at = text.indexOf('\n', at) + 1 || -1) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, Math.min(end < 0 ? text.length : end, at + longestLine)).trim();
    if (line.startsWith('import ')) for (const part of line.slice(7).split(',')) note(part, '');
    if (!line.startsWith('from ')) continue;
    const [module = '', rest = ''] = line.slice(5).split(' import ');
    const close = rest.startsWith('(') ? text.indexOf(')', at) : -1;
    const list = close < 0 ? rest : text.slice(text.indexOf('(', at) + 1, Math.min(close, at + longestList));
    for (const part of list.split(',')) note(part, `${module.trim().split('.')[0]}.`);
  }
  return found;
}

const longestList = 4000;
