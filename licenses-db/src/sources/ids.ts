/** The Hugging Face ids that the source files spell out. */
import type { PublisherFile } from '../schema.ts';
import type { Sources } from './load.ts';

/** Every id that any source file names: entries, examples, tags' models, bases, alternatives, originals of repacked models. */
export function spelledIds(sources: Sources): Set<string> {
  const ids = new Set<string>();
  const add = (values: readonly (string | undefined)[]) => {
    for (const value of values) if (value) ids.add(value);
  };
  for (const { data } of sources.publishers) add(idsOfPublisher(data));
  for (const { data } of sources.alternatives) add(data.alternatives.flatMap(({ id, gguf }) => [id, gguf]));
  for (const { data } of sources.republishers) {
    add(data.republishers.flatMap(({ examples }) => examples.flatMap(({ id, base }) => [id, base])));
  }
  return ids;
}

function idsOfPublisher({ families = [], models = [], ollama = [] }: PublisherFile): (string | undefined)[] {
  const tags = ollama.flatMap((entry) => Object.values(entry.tags));
  return [
    ...families.flatMap(({ examples }) => examples),
    ...models.map(({ id }) => id),
    ...tags.map(({ model }) => model),
    ...[...models, ...tags].flatMap((entry) => (entry.bases ?? []).map(({ id }) => id)),
  ];
}
