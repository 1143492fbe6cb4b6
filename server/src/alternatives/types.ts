/** The contract of this room: a resolved model in, ranked open stand-ins out. Pure. */
import type { License, OpennessClass, Task } from '@modelterms/licenses-db';
import type { ReferenceKind, Span } from '../references/types.ts';

export interface Suggestion {
  /** What to write in place of the reference, in the reference's own form: an HF id, an Ollama tag, a GGUF repository. */
  readonly replacement: string;
  readonly kind: ReferenceKind;
  /** The Hugging Face id of the model behind it. */
  readonly id: string;
  readonly name: string;
  readonly license: License;
  readonly openness: OpennessClass;
  readonly task: Task;
  /** Total parameters in billions. */
  readonly parameters: number;
  readonly context?: number;
  /** Why this one, one line. */
  readonly why: string;
  /** What is given up against the current model: "smaller context: 8k against 128k". */
  readonly losses: readonly string[];
  /** To be deleted together with the old id: a pinned revision right behind it, which no other model has. */
  readonly drops?: Span;
}
