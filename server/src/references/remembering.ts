/** Knowledge that remembers its answers: documents name the same models again and again. */
import type { Knowledge } from './types.ts';

const limit = 20_000;
const remembered = new WeakMap<Knowledge, Knowledge>();

/** The same knowledge, asked once for each name. Its answers never change while it lives. */
export function remembering(knowledge: Knowledge): Knowledge {
  let known = remembered.get(knowledge);
  if (!known) {
    known = {
      isKnownModel: memo((id) => knowledge.isKnownModel(id)),
      isListedModel: memo((id) => knowledge.isListedModel(id)),
      isKnownPublisher: memo((organisation) => knowledge.isKnownPublisher(organisation)),
      isOllamaModel: memo((name) => knowledge.isOllamaModel(name)),
      api: memo((name) => knowledge.api(name)),
      namesFamily: memo((name) => knowledge.namesFamily(name)),
    };
    remembered.set(knowledge, known);
  }
  return known;
}

function memo<T>(ask: (name: string) => T): (name: string) => T {
  const answers = new Map<string, T>();
  return (name) => {
    if (answers.has(name)) return answers.get(name) as T;
    const answer = ask(name);
    if (answers.size >= limit) answers.clear();
    answers.set(name, answer);
    return answer;
  };
}
