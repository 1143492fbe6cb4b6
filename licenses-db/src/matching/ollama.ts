/** From an Ollama tag to the entry that covers it. */
import type { OllamaModel } from '../schema.ts';

/**
 * The key in `entry.tags` that covers a tag: the longest that is the tag or its head up to a dash. No tag, and `latest`, mean
 * the entry's `latest`. Undefined where no key covers it: nothing is known of that tag then.
 */
export function coveringKey(entry: OllamaModel, tag: string | undefined): string | undefined {
  const wanted = (tag ?? 'latest').toLowerCase();
  if (wanted === 'latest' && entry.latest !== undefined) return entry.latest;
  let best: string | undefined;
  for (const key of Object.keys(entry.tags)) {
    const lower = key.toLowerCase();
    if ((wanted === lower || wanted.startsWith(`${lower}-`)) && key.length > (best?.length ?? 0)) best = key;
  }
  return best;
}
