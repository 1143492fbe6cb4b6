/** Program languages read by their string literals alone, as editors and fences of Markdown both call them. */
import type { Format } from '../types.ts';

const names = 'go rust java csharp kotlin scala ruby php swift cpp c lua r nix elixir julia perl groovy haskell'.split(
  ' ',
);

export const sourceLanguages: Readonly<Record<string, Format>> = Object.fromEntries(
  names.map((name) => [name, 'source']),
);
