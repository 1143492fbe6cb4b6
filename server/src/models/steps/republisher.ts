/** An account that repacks other people's models: the original's terms. */
import { findOriginal, type Relation } from '@modelterms/licenses-db';
import { type Context, type Found, governing, type Step } from '../found.ts';
import { formInName, nameOf } from '../names.ts';
import { foundByFamily } from './family.ts';

/** Relations that leave the model the same, so that what is open of the original is open of the copy. */
const SAME_MODEL = new Set<Relation>(['quantized', 'converted']);

export const fromRepublisher: Step = ({ kind, id }, context) => {
  const original = kind === 'huggingface' ? findOriginal(context.database, id) : undefined;
  if (!original) return undefined;
  const { republisher, model, match } = original;
  const found = model
    ? context.resolve({ kind: 'huggingface', id: model.id })
    : foundByFamily(original.id ?? id, match, 'family', context);
  if (!found) return undefined;
  const org = republisher.org;
  return repacked(`${org}/${nameOf(id)}`, original.id, found, republisher.relation, context);
};

/** A copy of `original` under another id. */
export function repacked(
  id: string,
  originalId: string | null,
  original: Found,
  relation: Relation,
  { database }: Context,
): Found {
  const same = SAME_MODEL.has(relation);
  const license = governing(original.licenses)?.id ?? null;
  const name = originalId ?? original.release ?? original.id;
  return {
    ...original,
    id: database.spelling(id),
    components: same ? original.components : undefined,
    openness: !same && original.openness === 'open-source' ? 'open-weights' : original.openness,
    form: formInName(nameOf(id)) ?? original.form,
    page: id,
    lineage: [{ id: originalId, name, relation, license }, ...original.lineage],
    evidence: { ...original.evidence, kind: 'republisher' },
  };
}
