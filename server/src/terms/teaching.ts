/** Whether a document trains one model on another's outputs, as its keys tell. */
import { factsOf, keyOf } from './document.ts';
import { isBase } from './roles.ts';
import type { Situation } from './situation.ts';
import type { AssessContext, ResolvedReference } from './types.ts';

/** Says so by itself. */
const TEACHER = /teacher|distill/;
/** Says so where the document has settings of training beside it; a judge alone may well only evaluate. */
const LIKELY_TEACHER = /judge|generator|annotator|labell?er|synthetic|preference_model/;

/** The value's own key and the one above: `teacher_model: …` and `teacher: {model: …}` alike. */
function keysOf({ reference }: ResolvedReference): string {
  const { path } = reference.slot.context;
  const above = path.filter((part) => typeof part === 'string').slice(-2);
  return [...above, keyOf(reference.slot)].join(' ').toLowerCase();
}

const isTeacher = (subject: ResolvedReference, trains: boolean): boolean => {
  const keys = keysOf(subject);
  return !/student/.test(keys) && (TEACHER.test(keys) || (trains && LIKELY_TEACHER.test(keys)));
};

/** What the subject teaches; undefined where the document shows no such thing. */
export function teachingOf(subject: ResolvedReference, context: AssessContext): Situation['teaches'] {
  const { trains } = factsOf(context);
  if (!isTeacher(subject, trains)) return undefined;
  const others = context.references.filter(
    (other) => other.model.id !== subject.model.id && other.reference.role !== 'tokenizer' && !isTeacher(other, trains),
  );
  const named =
    others.find((other) => /student/.test(keysOf(other))) ?? others.find(({ reference }) => isBase(reference));
  const student = named ?? (others.length === 1 ? others[0] : undefined);
  return student ? { student } : {};
}
