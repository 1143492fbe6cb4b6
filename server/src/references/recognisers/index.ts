/** The recognisers in the order they are asked; the first that answers wins. */

import { api } from './api.ts';
import type { Recogniser } from './draft.ts';
import { file } from './file.ts';
import { hosted } from './hosted.ts';
import { hubAddress } from './hubAddress.ts';
import { huggingface } from './huggingface.ts';
import { modelTag } from './modelTag.ts';
import { ollama } from './ollama.ts';
import { prefixed } from './prefixed.ts';

export const recognisers: readonly Recogniser[] = [
  modelTag,
  hubAddress,
  hosted,
  prefixed,
  huggingface,
  ollama,
  api,
  file,
];
