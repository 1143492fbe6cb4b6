/** A family of the publisher: pattern, version range, exceptions. */
import type { FamilyMatch } from '@modelterms/licenses-db';
import {
  applied,
  type Context,
  evidenceOf,
  type Found,
  inherit,
  type ModelFacts,
  opennessWith,
  type Step,
} from '../found.ts';
import { formInName, nameOf, parametersOf } from '../names.ts';
import { publisherName } from '../publisher.ts';
import type { EvidenceKind } from '../types.ts';

export const fromFamily: Step = ({ kind, id }, context) => {
  const match = kind === 'huggingface' ? context.database.family(id) : undefined;
  return match && foundByFamily(context.database.spelling(id), match, 'family', context);
};

/** A model's terms as its family release tells them. */
export function foundByFamily(id: string, match: FamilyMatch, kind: EvidenceKind, context: Context): Found {
  const evidence = evidenceOf(kind, match.source);
  const inherited = inherit(context, match.bases);
  const own = [
    applied(context.database, match.license, 'own', evidence),
    ...match.disputed.map(({ license, source }) =>
      applied(context.database, license, 'disputed', evidenceOf(kind, source)),
    ),
  ].filter((one) => one !== undefined);
  const facts = familyFacts(id, match);
  return {
    ...facts,
    id,
    form: facts.form ?? formInName(nameOf(id)),
    page: id,
    licenses: [...own, ...inherited.licenses],
    openness: opennessWith(own, match.components, inherited.openness),
    lineage: inherited.lineage,
    evidence,
  };
}

export function familyFacts(id: string, match: FamilyMatch): ModelFacts {
  const { task, form, context, released, multimodal, components, note } = match;
  return {
    publisher: publisherName(match.publisher, id),
    release: match.release.name ?? match.family.name,
    family: match.family.name,
    version: match.version || undefined,
    parameters: match.parameters ?? parametersOf(match.size),
    task,
    form,
    context,
    released,
    multimodal,
    components,
    note,
  };
}
