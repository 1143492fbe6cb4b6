/** Who is shown as a model's publisher. */
import type { Publisher } from '@modelterms/licenses-db';

/** `publisher`'s name; where its file holds many small publishers, the organisation in the model's id. */
export function publisherName({ name }: Publisher, id: string): string | undefined {
  return name ?? (id.includes('/') ? id.slice(0, id.indexOf('/')) : undefined);
}
