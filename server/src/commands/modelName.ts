/** What kind of name somebody typed on a command line, where no document tells. */
import type { Database } from '@modelterms/licenses-db';
import type { ModelQuery } from '../models/types.ts';
import type { ReferenceKind } from '../references/types.ts';

export function queryFor(id: string, kind: ReferenceKind | undefined, database: Database): ModelQuery {
  if (kind !== undefined) return { kind, id };
  const provider = database.api(id);
  if (provider) return { kind: provider.kind, id, provider: provider.provider };
  if (/\.(?:gguf|ggml|safetensors)$/i.test(id)) return { kind: 'file', id };
  // ORG/NAME; Ollama names of users have a tag behind them
  const isHuggingFace = /^[\w.-]+\/[\w.-]+$/.test(id);
  return { kind: isHuggingFace ? 'huggingface' : 'ollama', id };
}
