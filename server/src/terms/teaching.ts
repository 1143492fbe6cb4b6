/** Whether a document trains one model on another's outputs, as its keys tell. */
import { type DocumentFacts, factsOf, keyOf } from './document.ts';
import { isBase } from './roles.ts';
import type { Situation } from './situation.ts';
import type { AssessContext, ResolvedReference } from './types.ts';

/** Says so by itself: a teacher, or what writes the data that others are trained on. */
const TEACHER = /teacher|distill|synthetic_data|data_?gen(?:eration|erator)?(?![a-z])/;
/** Says so where the document has settings of training beside it; a judge alone may well only evaluate. */
const LIKELY_TEACHER = /judge|generator|annotator|labell?er|synthetic|preference_model|reward/;
/** The classes by which a pipeline of distilabel names its models: `vLLM`, `TransformersLLM`, `InferenceEndpointsLLM`. */
const PIPELINE_MODEL = /LLM$/;

/** The value's own key and the two above: `teacher_model: …` and `teacher: {llm: {model: …}}` alike. */
function keysOf({ reference }: ResolvedReference): string {
  const { path } = reference.slot.context;
  const above = path.filter((part) => typeof part === 'string').slice(-3);
  return [...above, keyOf(reference.slot)].join(' ').toLowerCase().replaceAll('-', '_');
}

function isTeacher(subject: ResolvedReference, { makesData, trains }: DocumentFacts): boolean {
  const { call } = subject.reference.slot.context;
  if (makesData && call && PIPELINE_MODEL.test(call.callee)) return true;
  const keys = keysOf(subject);
  return !/student/.test(keys) && (TEACHER.test(keys) || (trains && LIKELY_TEACHER.test(keys)));
}

/** What the subject teaches; undefined where the document shows no such thing. */
export function teachingOf(subject: ResolvedReference, context: AssessContext): Situation['teaches'] {
  const facts = factsOf(context);
  if (!isTeacher(subject, facts)) return undefined;
  if (facts.makesData) return { makesData: true };
  const others = context.references.filter(
    (other) => other.model.id !== subject.model.id && other.reference.role !== 'tokenizer' && !isTeacher(other, facts),
  );
  const named =
    others.find((other) => /student/.test(keysOf(other))) ?? others.find(({ reference }) => isBase(reference));
  const student = named ?? (others.length === 1 ? others[0] : undefined);
  return student ? { student } : {};
}
