/** Which syntax a document has, from its name, the editor's language id and, where these do not tell, its first line. */
import { byExtension, byInterpreter, byLanguage, byName, generated, minified } from './tables/fileKinds.ts';
import { trimTrailing } from './trimTrailing.ts';
import type { Format, SourceDocument } from './types.ts';

/**
 * The syntax of a document, or undefined where there is no reader for it.
 * @param path with `/` as separator; only its last part counts
 * @param languageId the editor's, if any; wins where it is one of ours (so not `plaintext`)
 */
export function formatOf(path: string, languageId?: string): Format | undefined {
  const name = nameOf(path);
  if (isGenerated(name)) return undefined;
  const own = fromName(name);
  const language = languageId === undefined ? undefined : ownEntry(byLanguage, languageId.toLowerCase());
  // Editors open what they do not know as plain text, and .env files as shell or properties.
  if (language === undefined || language === 'text' || own === 'dotenv' || own === 'modelfile') return own ?? language;
  // a cell of a notebook, which has lines that are no Python
  if (own === 'notebook' && language === 'python') return own;
  return language;
}

/**
 * The same of a document: where its name does not tell, the program does that is to run it.
 * @param text all of it, or at least its first `shebangLength` characters
 */
export function formatOfDocument({ path, languageId, text }: SourceDocument): Format | undefined {
  return formatOf(path, languageId) ?? (isGenerated(nameOf(path)) ? undefined : formatOfScript(text));
}

/** Longer than any line that names an interpreter. */
export const shebangLength = 200;

/** The syntax of a script by its first line: `#!/usr/bin/env -S uv run --script`. */
export function formatOfScript(head: string): Format | undefined {
  if (!head.startsWith('#!')) return undefined;
  const line = head.slice(2, shebangLength).split('\n', 1)[0] as string;
  for (const word of line.split(/\s+/)) {
    const program = trimTrailing(word.slice(word.lastIndexOf('/') + 1), '.0123456789');
    const format = ownEntry(byInterpreter, program.toLowerCase());
    if (format) return format;
  }
  return undefined;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();
const isGenerated = (name: string): boolean => generated.has(name) || minified.test(name);

function fromName(name: string): Format | undefined {
  const own = ownEntry(byName, name);
  if (own) return own;
  const parts = name.split('.');
  const first = parts[0] === '' ? `.${parts[1] ?? ''}` : (parts[0] as string);
  // `.env.example`, `env.sample`, `Dockerfile.rocm`, `Makefile-vllm`
  if (first === '.env' || (first === 'env' && parts.length > 1)) return 'dotenv';
  const extension = parts.length > 1 ? (parts.at(-1) as string) : '';
  // `config.yaml.example`, `Dockerfile.template`, `docker-compose.yml.j2`
  const inner = templateEnding.test(extension) ? fromName(parts.slice(0, -1).join('.')) : undefined;
  if (inner) return inner;
  // `modelfile.txt`, `MarioModelfile`
  if (name === 'modelfile.txt' || name.endsWith('modelfile')) return 'modelfile';
  const known = ownEntry(byExtension, extension);
  if (known) return known;
  const stem = first.split('-')[0] as string;
  for (const candidate of [first, stem, first.split('_')[0] as string]) {
    const format = ownEntry(byName, candidate);
    if (format && candidate !== 'env') return format;
  }
  return undefined;
}

const templateEnding =
  /^(?:example|sample|dist|template|tmpl|j2|jinja|jinja2|in|erb|tpl|gotmpl|bak|default|local|orig)$/;

function ownEntry(table: Readonly<Record<string, Format>>, key: string): Format | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
