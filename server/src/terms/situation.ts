/** What is known of how the project uses one model: its profile, and what this very document shows. */
import type { ResolvedModel } from '../models/types.ts';
import type { Span } from '../references/types.ts';
import type { ResolvedReference, UsageProfile } from './types.ts';

/** A name given to a model made from others. */
export interface GivenName {
  /** As written: `acme/support-bot-8b`, or a title. */
  readonly text: string;
  /** In the document; absent where the name is given in another file. */
  readonly span?: Span;
  /** The other file. */
  readonly file?: string;
  /** Only likely a name: the title of a model card. */
  readonly weak?: boolean;
  /** Made on this machine, and so far not passed on: the target of `ollama create`. */
  readonly local?: boolean;
}

export interface Situation {
  readonly model: ResolvedModel;
  readonly usage: UsageProfile;
  /**
   * Where the document itself shows that something made with the model is given to others: it pushes to the Hub, is a model
   * card, or is a Modelfile (which may well stay at home).
   */
  readonly published?: 'hub' | 'card' | 'modelfile';
  /** The document trains another model on this one's outputs, or makes the data for it; that other, where it is named. */
  readonly teaches?: { readonly student?: ResolvedReference; readonly makesData?: true };
  /** Names given to what is made with the model or its outputs, by the document or by commands that make something of it. */
  readonly names: readonly GivenName[];
  /** Whether these exact words stand in the project or this document; undefined: not looked. */
  holdsWords(words: string): boolean | undefined;
  /** Whether they are shown to the project's users. */
  showsWords(words: string): boolean;
}
