/** Names by which providers serve models: open-weight ones (`hosted`) and closed ones behind an API (`api`). */
import { applied, evidenceOf, type Found, governing, opennessWith, type Step } from '../found.ts';

/** Suffixes by which routers tell price and speed, not the model: `:free`, `:nitro`. */
const ROUTING = /:(?:free|nitro|floor|online|extended|beta|thinking|exacto)$/i;

export const fromProvider: Step = ({ kind, id, provider }, context) => {
  if (kind !== 'hosted' && kind !== 'api') return undefined;
  const { database } = context;
  const name = id.replace(ROUTING, '');
  const match = database.api(id, provider) ?? database.api(name, provider);
  if (match?.kind === 'api') {
    const evidence = evidenceOf('catalogue', match.source);
    const terms = match.license === undefined ? undefined : applied(database, match.license, 'own', evidence);
    const licenses = terms ? [terms] : [];
    return { id, publisher: match.publisher.name, licenses, openness: 'closed', lineage: [], evidence };
  }
  const served = match?.model ?? (name.includes('/') ? name : undefined);
  const model = served === undefined ? undefined : context.resolve({ kind: 'huggingface', id: served });
  return model && servedAs(id, model);
};

/** A provider's name for a model: the model's own terms. */
function servedAs(id: string, model: Found): Found {
  const license = governing(model.licenses)?.id ?? null;
  return {
    ...model,
    id,
    openness: opennessWith([], undefined, [model.openness]),
    lineage: [{ id: model.id, name: model.id, relation: 'converted', license }, ...model.lineage],
  };
}
