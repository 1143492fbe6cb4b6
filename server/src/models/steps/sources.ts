/** Evidence from outside the database: local caches and stores, the hub. */
import { applied, type Context, type Found, inherit, opennessWith, type Step } from '../found.ts';
import { formInName, nameOf, parametersInName } from '../names.ts';
import type { EvidenceSource, ModelQuery } from '../types.ts';

/** The first injected source that knows a licence of which the database has the text, or a base. */
export const fromSources: Step = (query, context) => {
  for (const source of context.options.sources ?? []) {
    const found = fromSource(source, query, context);
    if (found) return found;
  }
  return undefined;
};

function fromSource(source: EvidenceSource, { kind, id }: ModelQuery, context: Context): Found | undefined {
  const answer = source.license(kind, id);
  if (!answer) return undefined;
  const license = context.database.licenseNamed(answer.license);
  const one = license && applied(context.database, license.id, 'own', answer.evidence);
  const own = one ? [one] : [];
  const inherited = inherit(context, answer.base === undefined ? [] : [{ id: answer.base, relation: 'finetune' }]);
  const licenses = [...own, ...inherited.licenses];
  if (licenses.length === 0) return undefined;
  return {
    id: kind === 'huggingface' ? context.database.spelling(id) : id,
    form: formInName(nameOf(id)),
    parameters: parametersInName(nameOf(id)),
    page: kind === 'huggingface' ? id : undefined,
    licenses,
    openness: opennessWith(own, undefined, inherited.openness),
    lineage: inherited.lineage,
    evidence: answer.evidence,
  };
}
