/** What a call says of its argument: the evidence that is found in program source only. */

import { readKey } from '../tables/keys.ts';
import { benchmarkWords } from '../tables/keyWords.ts';
import { providers } from '../tables/providers.ts';
import { argumentSense, callRow, providerOfCall, searches } from '../tables/sourceCalls.ts';
import type { SlotContext } from '../types.ts';
import type { DocumentFacts, Judgement } from './judgement.ts';
import { providerBeside } from './provider.ts';

const loads = new Set(['load', 'download', 'pull', 'loader', 'downloader', 'pretrained', 'serve']);

const ofOllama = new Set(['pull', 'generate', 'chat', 'embed', 'embeddings', 'show', 'new']);

/**
 * The judgement of an argument. `byName` judges by the names around the call, which count less for what is computed
 * from the argument: `model = load("x")`.
 */
export function ofCall(context: SlotContext, facts: DocumentFacts, byName: () => Judgement): Judgement {
  const { callee: written, argument: position } = context.call as NonNullable<SlotContext['call']>;
  const callee = context.format === 'python' ? imported(written, facts) : written;
  // In Go and its like what is called for comes first: `ollama.Chat(ctx, "gemma3")`.
  const argument = position === 1 && context.format === 'source' && !context.siblings().has('#0') ? 0 : position;
  const last = callee.slice(callee.lastIndexOf('.') + 1);
  const said = typeof argument === 'number' ? `argument of ${last}` : `${argument} of ${last}`;
  const hub = callRow(callee)?.hub === true;
  const plain = {
    argument: true,
    fragment: searches(callee),
    repository: hub,
    prefixed: callRow(callee)?.prefixed === true,
    points: 0,
    role: 'model',
    provider: undefined,
    why: [said],
  } as const;
  const sense = argumentSense(callee, argument);
  if (argument === 0 && callRow(callee)?.known) return plain;
  if (sense === 'dataset' || sense === 'other') return { ...plain, veto: sense };
  const type = context.siblings().get('repo_type') ?? '';
  if (/^(?:dataset|space)$/.test(type)) return { ...plain, veto: 'dataset', why: [`${last} of a ${type}`] };
  // What is done with git is done with code.
  if (sense === undefined && /(?:^|[._])git(?:hub|lab)?(?:[._]|$)/i.test(callee)) return { ...plain, veto: 'other' };
  const reading = readKey(typeof argument === 'string' ? argument : last);
  const provider = () => {
    const named = providerOfCall(callee) ?? providerBeside(context, readKey(callee));
    // A service's client speaks to whatever has its interface: the address beside says to whom.
    return named?.kind === 'api' ? (providerBeside(context, readKey('model')) ?? named) : named;
  };
  if (sense === 'model') {
    const role = callRow(callee)?.role ?? reading.role;
    return { ...plain, points: 3, role, provider: provider(), why: [`${said}, which takes models`] };
  }
  if (typeof argument === 'string') {
    const judged = byName();
    return judged.provider || judged.points === 0 ? judged : { ...judged, provider: provider() };
  }
  if (reading.sense === 'dataset' && !reading.words.some((word) => benchmarkWords.has(word)))
    return { ...plain, veto: 'dataset' };
  if (reading.sense === 'model' || reading.sense === 'hint')
    return {
      ...plain,
      points: reading.sense === 'model' ? 2 : 1,
      role: reading.role,
      provider: provider(),
      why: [`${said}, whose name speaks of models`],
    };
  // `ollama.PullAsStreamAsync("…")`, `gollama.New("…")`: one of the library's names.
  const qualifier = callee.slice(0, -last.length);
  if (/ollama/i.test(qualifier) && reading.words.some((word) => ofOllama.has(word)))
    return { ...plain, points: 2, provider: providers.get('ollama'), why: [`${said} of ${qualifier.slice(0, -1)}`] };
  const judged = byName();
  // `cached_folder = X.download("…")`: what a call returns says nothing of what it is given.
  if (judged.veto === 'other') return plain;
  // `model: huggingface("…")`: the function of a provider that has no row.
  const own = providers.get(last.toLowerCase());
  if (own && own.kind !== 'ollama' && judged.points > 2 && !judged.veto) return { ...judged, provider: own };
  // `download_artifacts("…")` takes the name of something that is loaded.
  if (judged.points === 0 && !judged.veto && reading.words.some((word) => loads.has(word)))
    return { ...plain, points: 1, provider: provider(), why: [`${said}, which loads something`] };
  if (judged.points === 0 && !judged.veto) {
    const beside = providerBeside(context, reading);
    if (beside?.kind === 'ollama')
      return { ...plain, points: 2, provider: beside, why: [`${said}, with Ollama beside it`] };
  }
  return {
    ...judged,
    argument: true,
    fragment: plain.fragment,
    points: judged.points > 2 ? 2 : judged.points,
    provider: judged.provider ?? provider(),
  };
}

/** What a program calls `load` is `mlx_lm.load`, where it imports it from there and that is known. */
function imported(callee: string, facts: DocumentFacts): string {
  const first = callee.split('.')[0] as string;
  const origin = facts.imported.get(first);
  if (origin === undefined) return callee;
  const whole = origin + callee.slice(first.length);
  return callRow(whole) ? whole : callee;
}
