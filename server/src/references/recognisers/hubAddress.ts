/** Addresses on the Hugging Face hub: `hf://`, `hf.co/…`, URLs of model pages, files and the API. */

import type { Piece } from '../pieces.ts';
import type { DocumentFacts, Judgement } from '../surroundings/judgement.ts';
import { fullId } from '../tables/bareNames.ts';
import { quantTag } from '../tables/shapes.ts';
import { trimTrailing } from '../trimTrailing.ts';
import type { Knowledge } from '../types.ts';
import type { Draft } from './draft.ts';
import { validId } from './huggingface.ts';

const scheme = /^(?:(?:hf|huggingface|hf[-_]hub):(?:\/\/)?|djl:\/\/ai\.djl\.huggingface\.\w{1,20}\/)/i;
const host = /^(?:https?:\/\/|ssh:\/\/|\/\/)?(?:[\w.:-]+@)?(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)[/:]/i;
/** Between host and id: the API, and the routes of the inference service. */
const route = /^(?:api\/(?:models|resolve-cache\/models)\/|models\/(?=[^/]+\/)|(?:hf-inference\/)?models\/)/;
const inference =
  /^(?:https?:\/\/)?(?:api-inference\.huggingface\.co|router\.huggingface\.co)\/(?:[\w-]+\/)?(?:models|pipeline\/[\w-]+)\//i;

/** First parts of pages that are no models. */
const pages = new Set(
  (
    'datasets spaces docs papers collections blog api settings join login new pricing tasks learn chat posts organizations models enterprise inference-endpoints inference-api subscribe support terms-of-service ' +
    'privacy about front brand changelog jobs storage buckets kernels notifications search welcome course robots.txt assets security status metrics oauth autotrain inference social-posts languages hub huggingface-hub org apps cli install agents mcp transformers datasets-server course learn'
  ).split(' '),
);

export function hubAddress(
  piece: Piece,
  judgement: Judgement,
  _knowledge: Knowledge,
  facts: DocumentFacts,
): Draft | undefined {
  const { text } = piece;
  const mirror = text.includes('://') ? facts.mirrors.find((one) => text.includes(`://${one}/`)) : undefined;
  if (!mirror && !/hf|huggingface/i.test(text)) return undefined;
  const byScheme = scheme.exec(text);
  const lead =
    byScheme ??
    inference.exec(text) ??
    host.exec(text) ??
    (mirror && text.startsWith('http') ? ([`${text.split(mirror)[0]}${mirror}/`] as const) : undefined);
  if (!lead || judgement.veto === 'dataset') return undefined;
  let from = lead[0].length;
  if (byScheme) {
    // `hf:chat:…` of some tools is a prefix with a task, not an address.
    if (/^[\w-]+:[^/]/.test(text.slice(from)) && !/^[\w-]+\/[^/]+:/.test(text.slice(from))) return undefined;
    if (/^models\/[^/]+\/[^/]/.test(text.slice(from))) from += 'models/'.length;
  } else from += route.exec(text.slice(from))?.[0].length ?? 0;
  const path = trimTrailing(text.slice(from).split(/[?#]/)[0] as string, '/.,;:!)]');
  const [organisation = '', second = '', verb, ref, ...rest] = path.split('/');
  if (pages.has(organisation.toLowerCase()) || organisation.startsWith('@')) return undefined;
  const why = [byScheme ? `scheme ${byScheme[0]}` : 'an address on the hub', ...judgement.why];
  if (second === '') {
    const id = fullId(organisation);
    if (!id) return undefined;
    return { start: piece.start + from, end: piece.start + from + organisation.length, kind: 'huggingface', id, why };
  }
  const [page] = rest.slice(-1);
  const match = /^([^@:]+)(?:@([^:]+))?(?::(.+))?$/.exec(second);
  // `git clone https://huggingface.co/ORG/NAME.git`
  const name = match?.[1]?.replace(/\.git$/, '');
  const inRepository = verb === 'resolve' || verb === 'blob' || verb === 'raw' || verb === 'tree';
  if (!match || name === undefined) return undefined;
  // A file's address shows that even a repository called `models` is one.
  if (!validId(organisation, name) && !(inRepository && rest.length > 0 && validId(organisation, `zz${name}`)))
    return undefined;
  // Pages of the site itself; a model may well be called `whisper.cpp`.
  if (!byScheme && verb === undefined && /\.(?:html?|sh|ps1|json|txt|xml)$/i.test(name)) return undefined;
  // A picture in a model's repository is a picture.
  if (page !== undefined && /\.(?:png|jpe?g|gif|svg|webp|mp[34]|wav|webm|pdf)$/i.test(page)) return undefined;
  const tag = match[3];
  const start = piece.start + from;
  const revision = match[2] ?? (inRepository && ref !== undefined && ref !== 'main' ? ref : undefined);
  const file = inRepository ? rest.join('/') : byScheme && verb ? [verb, ref, ...rest].filter(Boolean).join('/') : tag;
  return {
    start,
    end: start + organisation.length + 1 + name.length,
    kind: 'huggingface',
    id: `${organisation}/${name}`,
    ...(revision ? { revision } : {}),
    ...(file ? { file } : {}),
    ...(tag !== undefined && (quantTag.test(tag) || tag === 'latest') && !byScheme ? { provider: 'ollama' } : {}),
    why,
  };
}
