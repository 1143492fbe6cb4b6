/** An exact entry of the database. */

import { applied, evidenceOf, inherit, opennessWith, type Step } from '../found.ts';
import { formInName, nameOf, parametersInName } from '../names.ts';
import { publisherName } from '../publisher.ts';
import { familyFacts } from './family.ts';

export const fromCatalogue: Step = ({ kind, id }, context) => {
  const { database } = context;
  const entry = kind === 'huggingface' ? database.model(id) : undefined;
  if (!entry) return undefined;
  const { model, publisher } = entry;
  // what the entry leaves out, its family may say
  const family = database.family(model.id);
  const evidence = evidenceOf('catalogue', model.source);
  const inherited = inherit(context, model.bases ?? family?.bases);
  const license = model.license ?? (model.bases ? undefined : family?.license);
  const own = [
    license === undefined ? undefined : applied(database, license, 'own', evidence),
    ...(model.disputed ?? []).map((dispute) =>
      applied(database, dispute.license, 'disputed', evidenceOf('catalogue', dispute.source)),
    ),
  ].filter((one) => one !== undefined);
  const facts = family && familyFacts(model.id, family);
  const components = model.components ?? facts?.components;
  return {
    ...facts,
    id: model.id,
    publisher: publisherName(publisher, model.id),
    parameters: model.parameters ?? facts?.parameters ?? parametersInName(nameOf(model.id)),
    task: model.task ?? facts?.task,
    form: model.form ?? facts?.form ?? formInName(nameOf(model.id)),
    context: model.context ?? facts?.context,
    released: model.released ?? facts?.released,
    multimodal: model.multimodal ?? facts?.multimodal,
    note: model.note ?? facts?.note,
    components,
    page: model.id,
    licenses: [...own, ...inherited.licenses],
    openness: opennessWith(own, components, inherited.openness),
    lineage: inherited.lineage,
    evidence,
  };
};
