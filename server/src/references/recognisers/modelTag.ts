/** Tags of a model card that say what it was made from: `base_model:adapter:ORG/NAME`, or an old NAME of the hub. */

import type { Piece } from '../pieces.ts';
import type { Judgement } from '../surroundings/judgement.ts';
import { fullId } from '../tables/bareNames.ts';
import type { Draft } from './draft.ts';
import { validId } from './huggingface.ts';

const tag = /^base_model:(?:(?:adapter|finetune|merge|quantized):)?(?:([^/:@\s]+)\/)?([^/:@\s]+)$/;

export function modelTag(piece: Piece, judgement: Judgement): Draft | undefined {
  const match = tag.exec(piece.text);
  const [, organisation, name = ''] = match ?? [];
  if (!match || judgement.veto === 'dataset') return undefined;
  if (organisation === undefined ? !fullId(name) : !validId(organisation, name)) return undefined;
  const id = organisation === undefined ? name : `${organisation}/${name}`;
  const start = piece.start + piece.text.length - id.length;
  return { start, end: start + id.length, kind: 'huggingface', id, role: 'base', why: ['a tag for the base model'] };
}
