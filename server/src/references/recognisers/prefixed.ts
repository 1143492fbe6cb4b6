/** Names behind a provider's prefix, as LiteLLM, promptfoo, LangChain, CrewAI and others write them. */

import { nameEvidence } from '../evidence.ts';
import type { Piece } from '../pieces.ts';
import type { DocumentFacts, Judgement } from '../surroundings/judgement.ts';
import { type Prefix, prefixOf } from '../tables/prefixes.ts';
import {
  closedName,
  noName,
  notOrganisations,
  ollamaTag,
  placeholderAnywhere,
  placeholderName,
  quantTag,
  sizeToken,
  weightsEnding,
} from '../tables/shapes.ts';
import type { Knowledge } from '../types.ts';
import type { Draft } from './draft.ts';
import { hosted } from './hosted.ts';
import { hubAddress } from './hubAddress.ts';
import { splitId } from './huggingface.ts';
import { splitOllama } from './ollama.ts';

export function prefixed(
  piece: Piece,
  judgement: Judgement,
  knowledge: Knowledge,
  facts: DocumentFacts,
): Draft | undefined {
  const prefix = prefixOf(piece.text, judgement.prefixed) ?? namedByClient(piece.text, judgement, knowledge);
  if (
    !prefix ||
    (prefix.ambiguous && judgement.veto !== 'provider' && (judgement.points < 3 || judgement.weak)) ||
    (judgement.veto && judgement.veto !== 'provider') ||
    (judgement.repository && prefix.kind !== 'ollama')
  )
    return undefined;
  // An organisation of the same name publishes it: no prefix.
  const name = piece.text.slice(prefix.text.length);
  if (!judgement.prefixed && !name.includes('/') && knowledge.isKnownModel(piece.text.split(':')[0] as string))
    return undefined;
  // `mistral:instruct` is Ollama's `mistral`, not a provider.
  const tagged = prefix.text.endsWith(':') && knowledge.isOllamaModel(prefix.text.slice(0, -1));
  if (tagged && (name === 'latest' || ollamaTag.test(name) || judgement.provider?.kind === 'ollama')) return undefined;
  const start = piece.start + prefix.text.length;
  const why = [`prefix ${prefix.text} of a provider`, ...judgement.why];
  const nested = inside({ ...piece, text: name, start }, prefix, judgement, knowledge, facts);
  if (nested) return { ...nested, provider: prefix.provider, why: [...why, ...nested.why] };
  if (prefix.kind === 'ollama') return ollamaName(name, prefix, start, judgement, knowledge, why);
  const id = splitId(name);
  if (id) return withOrganisation(id, prefix, start, judgement, knowledge, why);
  if (prefix.kind === 'huggingface' || !/^[\w.@:-]+$/.test(name)) return undefined;
  if (placeholderName.test(name) || noName.test(name)) return undefined;
  const bare = name.replace(/:free$/, '');
  const known = knowledge.api(bare);
  const family = knowledge.namesFamily(bare);
  // `groq/compound` takes a key that says model; a name that is known or holds a family's, no more than a hint.
  if (judgement.points < (known || family ? 1 : 2)) return undefined;
  const open = family || sizeToken.test(bare);
  const kind = known?.kind ?? (prefix.kind === 'hosted' && open ? 'hosted' : 'api');
  return { start, end: start + bare.length, kind, id: bare, provider: prefix.provider, why };
}

/** `mybox/ORG/NAME` for a model: some clients let their users name providers. Folders that hold models are none. */
function namedByClient(text: string, judgement: Judgement, knowledge: Knowledge): Prefix | undefined {
  if (judgement.points < 3 || judgement.weak || judgement.veto || judgement.repository) return undefined;
  const [name = '', organisation = '', model = '', more] = text.split('/');
  if (more !== undefined || !/^[a-z][a-z0-9-]{1,24}$/.test(name) || notOrganisations.has(name)) return undefined;
  const folder = /model|weight|pretrain|checkpoint|ckpt|llm|cache|data|download|store|repo/.test(name);
  if (folder || knowledge.isKnownPublisher(name) || !knowledge.isKnownPublisher(organisation)) return undefined;
  if (weightsEnding.test(model) || nameEvidence(organisation, model, knowledge).points < 3) return undefined;
  return { text: `${name}/`, provider: name, kind: 'huggingface' };
}

/** Behind the prefix stands a name of a shape of its own: an address on the hub, `docker:ai/NAME`, `litellm:ollama/NAME`. */
function inside(
  piece: Piece,
  prefix: Prefix,
  judgement: Judgement,
  knowledge: Knowledge,
  facts: DocumentFacts,
): Draft | undefined {
  const { points, role } = judgement;
  const provider = { id: prefix.provider, kind: prefix.kind };
  const own: Judgement = { points, role, provider, why: [] };
  if (prefix.provider === 'litellm') return prefixed(piece, own, knowledge, facts);
  return hubAddress(piece, own, knowledge, facts) ?? hosted(piece, own, knowledge);
}

function ollamaName(
  name: string,
  prefix: Prefix,
  start: number,
  judgement: Judgement,
  knowledge: Knowledge,
  why: readonly string[],
): Draft | undefined {
  const parts = splitOllama(name);
  if (!parts || placeholderName.test(parts.name) || placeholderAnywhere.test(name)) return undefined;
  const known = parts.namespace === undefined && knowledge.isOllamaModel(parts.name.toLowerCase());
  const { tag = '' } = parts;
  const byTag = ollamaTag.test(tag) || quantTag.test(tag) || (known && tag === 'latest');
  // Without a model's key, `ollama/x` is as likely a repository or an image.
  if (judgement.points < 2 && !known) return undefined;
  // `ollama:phi3` is nothing else; `ollama/phi3` may be a path.
  if (judgement.points === 0 && !byTag && !prefix.text.endsWith(':')) return undefined;
  return { start, end: start + name.length, kind: 'ollama', id: name, provider: 'ollama', why };
}

function withOrganisation(
  id: NonNullable<ReturnType<typeof splitId>>,
  prefix: Prefix,
  start: number,
  judgement: Judgement,
  knowledge: Knowledge,
  why: readonly string[],
): Draft | undefined {
  const evidence = nameEvidence(id.organisation, id.name, knowledge);
  if (judgement.points < 2 && evidence.points + judgement.points < 3) return undefined;
  const full = `${id.organisation}/${id.name}`;
  const end = start + full.length;
  const provider = { provider: prefix.provider };
  const all = [...why, ...evidence.why];
  if (closedName.test(id.name)) return { start, end, kind: 'api', id: full, ...provider, why: all };
  // What stands behind `openai/` with an organisation is served by a server of one's own.
  if (prefix.kind === 'huggingface' || prefix.provider === 'openai') {
    const file = id.file !== undefined ? { file: id.file } : {};
    const revision = id.revision !== undefined ? { revision: id.revision } : {};
    return { start, end, kind: 'huggingface', id: full, ...file, ...revision, ...provider, why: all };
  }
  const known = knowledge.api(full) ?? knowledge.api(id.name);
  const kind = known?.kind ?? (prefix.kind === 'hosted' || evidence.points >= 2 ? 'hosted' : 'api');
  return { start, end, kind, id: full, ...provider, why: all };
}
