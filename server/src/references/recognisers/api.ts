/** Names that services give to models, closed (`gpt-4o`) or open (`llama-3.1-8b-instant`), as the database knows them. */

import type { Piece } from '../pieces.ts';
import type { Judgement } from '../surroundings/judgement.ts';
import type { Knowledge } from '../types.ts';
import type { Draft } from './draft.ts';

export function api(piece: Piece, judgement: Judgement, knowledge: Knowledge): Draft | undefined {
  if (judgement.veto || judgement.key || judgement.points < 2 || piece.as === 'word') return undefined;
  // `openai/gpt-4o` and `openai:gpt-4o`: the name is what counts.
  const match = /^(?:openai[/:])?([A-Za-z@][\w.@:/-]*)$/.exec(piece.text);
  const name = match?.[1]?.replace(/:free$/, '');
  if (!match || name === undefined) return undefined;
  const start = piece.start + piece.text.indexOf(name);
  const end = start + name.length;
  const known = knowledge.api(name);
  // An open-weight model's name is what local runtimes call it, too: there the key must say outright that it is one.
  if (known && (known.kind === 'api' || judgement.points >= 3))
    return { start, end, ...known, id: name, why: [...judgement.why, `${known.provider} offers a model of this name`] };
  const provider = judgement.provider;
  if (judgement.weak || provider?.kind !== 'hosted' || name.includes('/') || !knowledge.namesFamily(name))
    return undefined;
  return {
    start,
    end,
    kind: 'hosted',
    id: name,
    provider: provider.id,
    why: [...judgement.why, `${provider.id} hosts models`, 'its name holds that of a model family'],
  };
}
