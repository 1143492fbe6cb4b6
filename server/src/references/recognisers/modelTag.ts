/** Tags of a model card that say what it was made from: `base_model:adapter:ORG/NAME`. */

import type { Piece } from '../pieces.ts';
import type { Judgement } from '../surroundings/judgement.ts';
import type { Draft } from './draft.ts';
import { validId } from './huggingface.ts';

const tag = /^base_model:(?:(?:adapter|finetune|merge|quantized):)?([^/:@\s]+)\/([^/:@\s]+)$/;

export function modelTag(piece: Piece, judgement: Judgement): Draft | undefined {
  const match = tag.exec(piece.text);
  const [, organisation = '', name = ''] = match ?? [];
  if (!match || !validId(organisation, name) || judgement.veto === 'dataset') return undefined;
  const id = `${organisation}/${name}`;
  const start = piece.start + piece.text.length - id.length;
  return { start, end: start + id.length, kind: 'huggingface', id, role: 'base', why: ['a tag for the base model'] };
}
