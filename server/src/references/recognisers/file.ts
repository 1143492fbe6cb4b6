/** Weights in local files, where the name tells the family: `Meta-Llama-3-8B.Q4_K_M.gguf`. */

import type { Piece } from '../pieces.ts';
import type { Judgement } from '../surroundings/judgement.ts';
import type { Knowledge } from '../types.ts';
import type { Draft } from './draft.ts';

const weights = /\.(?:gguf|ggml|safetensors|llamafile)$/i;
const path = /^[^\s?*<>|"'`]+$/;

export function file(piece: Piece, judgement: Judgement, knowledge: Knowledge): Draft | undefined {
  if (!weights.test(piece.text)) return undefined;
  // `llm_path:name.gguf` in a list of options.
  const lead = /^[a-z_]+:(?!\/)/.exec(piece.text)?.[0].length ?? 0;
  const text = piece.text.slice(lead);
  if (!path.test(text) || /^(?:https?|s3|gs|gcs|oci|hf|az|ftp):/i.test(text)) return undefined;
  if (
    judgement.veto === 'dataset' ||
    judgement.veto === 'other' ||
    judgement.veto === 'listed' ||
    judgement.key ||
    piece.as === 'word'
  )
    return undefined;
  const name = text.slice(text.lastIndexOf('/') + 1).replace(weights, '');
  if (!knowledge.namesFamily(name)) return undefined;
  const why = ['a file of weights', 'its name holds that of a model family', ...judgement.why];
  return { start: piece.start + lead, end: piece.start + piece.text.length, kind: 'file', id: text, why };
}
