import type { Piece } from '../pieces.ts';
import type { DocumentFacts, Judgement } from '../surroundings/judgement.ts';
import type { Knowledge, ReferenceKind, Role } from '../types.ts';

/** A reference in the making: positions are in the slot's value. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  readonly kind: ReferenceKind;
  readonly id: string;
  readonly role?: Role;
  readonly revision?: string;
  readonly file?: string;
  readonly provider?: string;
  readonly why: readonly string[];
}

/** A file in this folder: one kind of reference. Undefined where the piece is none of that kind. */
export type Recogniser = (
  piece: Piece,
  judgement: Judgement,
  knowledge: Knowledge,
  facts: DocumentFacts,
) => Draft | undefined;
