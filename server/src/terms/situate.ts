/** From a reference among the others of its document to the situation in which its model's clauses are weighed. */
import { type DocumentFacts, factsOf } from './document.ts';
import { governing } from './governing.ts';
import { isIngredient } from './roles.ts';
import { clausesOf } from './rules/traits.ts';
import type { GivenName, Situation } from './situation.ts';
import { teachingOf } from './teaching.ts';
import type { AssessContext, ResolvedReference } from './types.ts';

/** Whether what the document makes is made with this model: an ingredient, or the only model of a document that trains. */
function isMadeWith(subject: ResolvedReference, context: AssessContext): boolean {
  if (isIngredient(subject.reference)) return true;
  if (subject.reference.role !== 'model' || !factsOf(context).trains) return false;
  return context.references.every(
    ({ reference, model }) => model.id === subject.model.id || (reference.role !== 'model' && !isIngredient(reference)),
  );
}

export function situate(subject: ResolvedReference, context: AssessContext): Situation {
  const { policy, workspace, document } = context;
  const facts = factsOf(context);
  const teaches = teachingOf(subject, context);
  const makes = teaches !== undefined || isMadeWith(subject, context);
  const published = publishedIn(facts, makes, subject);
  return {
    model: subject.model,
    usage: policy.usage,
    ...(published ? { published } : {}),
    ...(teaches ? { teaches } : {}),
    names: [...(makes ? facts.names : []), ...namesElsewhere(subject, context)],
    // a model card is itself a place where notices stand
    holdsWords: (words) => (facts.isCard && document.text.includes(words) ? true : workspace.holdsWords(words)),
    showsWords: (words) => workspace.showsWords?.(words) === true,
  };
}

/** What commands elsewhere call the model that a Modelfile makes; looked for only where its base cares. */
function namesElsewhere({ model, reference }: ResolvedReference, { workspace }: AssessContext): readonly GivenName[] {
  if (reference.slot.context.format !== 'modelfile') return [];
  const cares = governing(model).some(({ license }) => clausesOf(license, 'derivative-name-prefix').length > 0);
  const names = cares ? (workspace.namesGiven?.() ?? []) : [];
  return names.map(({ name, file, pushed }) => ({ text: name, file, local: !pushed }));
}

function publishedIn(facts: DocumentFacts, makes: boolean, { reference }: ResolvedReference): Situation['published'] {
  if (makes && facts.publishes) return 'hub';
  if (makes && facts.isCard) return 'card';
  return reference.slot.context.format === 'modelfile' ? 'modelfile' : undefined;
}
