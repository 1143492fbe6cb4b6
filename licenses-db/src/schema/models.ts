/** models/<publisher>.yaml */
import { type Static, Type } from 'typebox';
import { COMPONENT_STATES, FORMS, RELATIONS, TASKS } from '../vocabulary.ts';
import { IsoDate, object, oneOf, optional, Source, text, Url } from './pieces.ts';

const LicenseId = text('id of a file in licenses/');
export const ModelId = Type.String({
  pattern: '^[A-Za-z0-9][\\w.-]*/[\\w.-]+$',
  description: 'ORG/NAME on Hugging Face',
});
export const TaskName = oneOf(TASKS);
export const Form = oneOf(
  FORMS,
  'base: completes text; instruct: follows instructions or chats; reasoning: thinks first',
);
export const Parameters = Type.Number({ exclusiveMinimum: 0, description: 'total parameters in billions, e.g. 7.6' });

const State = optional(oneOf(COMPONENT_STATES));
export const components = {
  weights: State,
  trainingData: State,
  trainingCode: State,
  evaluation: State,
  documentation: State,
  judgements: optional(Type.Array(text('what a named body found, e.g. OSAID validation: complies'))),
};
/** `open`: public under open terms; `described`: documented well enough to rebuild, not itself public; `closed`: neither. */
export const Components = object({ ...components, source: Source });

/** Facts that may stand on a family, a release, an exception or one model; the more specific one wins. */
const facts = {
  license: optional(LicenseId),
  task: optional(TaskName),
  form: optional(Form),
  parameters: optional(Parameters),
  context: optional(Type.Integer({ minimum: 1, description: 'tokens' })),
  released: optional(IsoDate),
  multimodal: optional(Type.Boolean({ description: 'takes or makes more than text (matters for territory clauses)' })),
  components: optional(Components),
  note: optional(text()),
};
/** Another licence that a different source states for the same model. The stricter of the two is shown, and that they differ. */
const disputes = { disputed: optional(Type.Array(object({ license: LicenseId, source: Source }))) };

const Base = object({ id: ModelId, relation: oneOf(RELATIONS) });
/** What the models of a release were made from. */
const FamilyBases = {
  bases: optional(
    Type.Array(
      object({
        id: text('Hugging Face id; $<size>, $<version>, $<variant> insert what the pattern captured'),
        relation: oneOf(RELATIONS),
      }),
      { description: 'what these models were made from; its licences come along' },
    ),
  ),
};

const Exception = object({
  sizes: optional(Type.Array(text('the size as captured, case-insensitive: 3B, 8x22B'))),
  variants: optional(
    Type.Array(text('pattern on the variant, matched whole and case-insensitively; * stands for anything')),
  ),
  ...facts,
  ...FamilyBases,
  ...disputes,
  source: Source,
});

const Release = object({
  range: optional(text('semver range over the captured version (2.5 is read as 2.5.0); every version where left out')),
  name: optional(text('e.g. Llama 3.1')),
  ...facts,
  license: LicenseId,
  ...FamilyBases,
  ...disputes,
  exceptions: optional(Type.Array(Exception)),
  source: Source,
});

/** Models of one publisher whose names follow one pattern. */
const Family = object({
  id: Type.String({ pattern: '^[a-z0-9][a-z0-9.-]*$' }),
  name: text(),
  orgs: optional(Type.Array(text(), { description: "which of the publisher's organisations; all where left out" })),
  patterns: Type.Array(
    text(
      'regular expression on NAME (not ORG/NAME), matched whole and case-insensitively, with named groups version, size, variant',
    ),
    { minItems: 1 },
  ),
  version: optional(text('the version where the pattern captures none')),
  anyNumber: optional(
    text(
      'why a name with a number that no spelled-out id has falls under the family, too: what its numbers tell, other than what comes next',
    ),
  ),
  inThirdPartyNames: optional(
    Type.Boolean({ description: "whether a third party's name that holds this pattern says what it derives from" }),
  ),
  mentions: optional(
    Type.Array(
      text(
        "regular expression, found anywhere in a third party's name at word boundaries, with named groups version, size: how others write this family, llama[-_ ]?(?<version>3\\.[12]); the patterns themselves where left out",
      ),
    ),
  ),
  ...facts,
  license: Type.Optional(Type.Never()),
  releases: Type.Array(Release, { minItems: 1 }),
  examples: Type.Array(ModelId, { minItems: 1, description: 'real ids that this family, and no other, must match' }),
});

/** One model that needs an entry of its own. */
const Model = object({
  id: ModelId,
  ...facts,
  ...disputes,
  bases: optional(Type.Array(Base, { description: 'what it was made from; its licences come along' })),
  source: Source,
});

/** One name of the Ollama library. */
const OllamaModel = object({
  name: Type.String({ pattern: '^[a-z0-9][\\w.-]*$' }),
  latest: optional(text('the key in `tags` that no tag, and `latest`, stand for')),
  ...facts,
  license: Type.Optional(Type.Never()),
  tags: Type.Record(
    text(
      'the head of a tag up to a dash: 3b covers 3b, 3b-instruct, 3b-instruct-q4_K_M; the longest key wins; a tag no key covers is unknown',
    ),
    object(
      {
        model: optional(ModelId),
        layer: optional(LicenseId),
        noLayer: optional(Type.Literal(true, { description: 'the manifest was seen to ship no licence' })),
        parameters: optional(Parameters),
        form: optional(Form),
        bases: optional(Type.Array(Base)),
        source: optional(Source),
        note: optional(text()),
      },
      "model: the publisher's model it packs; layer: the licence Ollama ships with it",
    ),
  ),
  source: Source,
});

/** Names by which a provider serves open-weight models, or of closed models behind an API. */
const ApiName = object({
  provider: text(
    'bedrock, azure, groq, together, fireworks, openrouter, nim, cloudflare, vertex, openai, anthropic, google, …',
  ),
  kind: oneOf(['hosted', 'api']),
  pattern: text('regular expression, matched whole and case-insensitively, with named groups usable in `model`'),
  model: optional(text('Hugging Face id of the open-weight model served; $<group> inserts a capture')),
  license: optional(LicenseId),
  examples: Type.Array(text(), { minItems: 1 }),
  source: Source,
});

/** models/<publisher>.yaml */
export const PublisherFile = object({
  publisher: Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$' }),
  name: optional(text('e.g. Meta; left out in a file of many small publishers, who go by their organisation')),
  url: optional(Url),
  orgs: Type.Array(text(), { description: 'Hugging Face organisations whose ids this file answers for' }),
  families: optional(Type.Array(Family)),
  models: optional(Type.Array(Model)),
  ollama: optional(Type.Array(OllamaModel)),
  apis: optional(Type.Array(ApiName)),
});
export type Components = Static<typeof Components>;
export type Family = Static<typeof Family>;
export type Release = Static<typeof Release>;
export type Model = Static<typeof Model>;
export type OllamaModel = Static<typeof OllamaModel>;
export type ApiName = Static<typeof ApiName>;
export type PublisherFile = Static<typeof PublisherFile>;
