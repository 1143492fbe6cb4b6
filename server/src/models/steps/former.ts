/** The first models of the Hub have ids without an organisation; their addresses lead to the repositories of today. */
import type { Step } from '../found.ts';

const MOVED: readonly (readonly [RegExp, string])[] = [
  [/^albert-(?:base|large|xlarge|xxlarge)-v[12]$/, 'albert'],
  [/^bert-(?:base|large)-(?:cased|uncased|chinese|multilingual|german)(?:-.+)?$/, 'google-bert'],
  [/^camembert-base$/, 'almanach'],
  [/^ctrl$/, 'Salesforce'],
  [/^distil(?:bert-base-.+|gpt2|roberta-base)$/, 'distilbert'],
  [/^(?:gpt2(?:-medium|-large|-xl)?|openai-gpt|roberta-(?:base|large)-openai-detector)$/, 'openai-community'],
  [/^(?:roberta-base|roberta-large(?:-mnli)?|xlm-(?:mlm|clm|roberta)-.+)$/, 'FacebookAI'],
  [/^t5-(?:small|base|large|3b|11b)$/, 'google-t5'],
  [/^transfo-xl-wt103$/, 'transfo-xl'],
  [/^xlnet-(?:base|large)-cased$/, 'xlnet'],
];

export const fromFormerName: Step = ({ kind, id }, context) => {
  if (kind !== 'huggingface' || id.includes('/')) return undefined;
  const organisation = MOVED.find(([pattern]) => pattern.test(id))?.[1];
  return organisation === undefined ? undefined : context.resolve({ kind, id: `${organisation}/${id}` });
};
