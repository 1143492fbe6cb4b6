/** What stands for a name of the hub where nothing near it speaks of models. */

import { fileEnding } from '../tables/shapes.ts';

/** `urchade/gliner_base`, not `and/or`, `a/b/c`, a part of an address or the path of a file. */
const pair = /(?<![\w./@:~-])[A-Za-z0-9][\w.-]{1,95}\/(?=[A-Za-z.]{0,95}[\d_-])[A-Za-z0-9][\w.-]{1,95}(?![\w/])/g;

/** Whether a text holds two words with a slash between them that could be the id of a model, as lists of models do. */
export function holdsPair(text: string): boolean {
  for (const [match] of text.matchAll(pair)) if (!fileEnding.test(match)) return true;
  return false;
}
