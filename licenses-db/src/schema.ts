/**
 * The one description of the database's source files. TypeScript types are inferred from it here, and the
 * JSON Schemas in `../schema/` (completion and validation for whoever edits the YAML) are generated from it
 * by `npm run db schema`.
 *
 * Rules for every entry: a fact names its source and the date it was checked; what could not be verified is
 * left out (unknown is an honest answer) or carries `verification: unverified` with a note that says why.
 */
import { type Static, type TObject, type TSchema, Type } from 'typebox';
import {
  CLAUSE_TYPES,
  type ClauseType,
  COMPONENT_STATES,
  FORMS,
  OPENNESS_CLASSES,
  RELATIONS,
  TASKS,
  type Task,
} from './vocabulary.ts';

const closed = { additionalProperties: false } as const;
const object = <T extends Record<string, TSchema>>(properties: T, description?: string) =>
  Type.Object(properties, description ? { ...closed, description } : closed);
const text = (description?: string) => Type.String({ minLength: 1, ...(description ? { description } : {}) });
const optional = Type.Optional;
const oneOf = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Unsafe<T[number]>({ enum: [...values], ...(description ? { description } : {}) });

export const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });
const Url = Type.String({ pattern: '^https://', description: 'an https address' });

/** Where a fact comes from and when somebody last looked. */
export const Source = object({
  title: text('what was read: a licence text, a model card, a publisher README, a registry manifest'),
  url: optional(Url),
  checked: IsoDate,
  note: optional(text('what a reader must know to weigh this source')),
});

export const OpennessClass = oneOf(OPENNESS_CLASSES);

// ---------------------------------------------------------------------------------------------- clauses

const money = object({ amount: Type.Number({ exclusiveMinimum: 0 }), currency: text('ISO 4217') });
const PERIODS = ['month', 'year'] as const;

/** Parameters of each clause type. One entry here, one rule (or a stated reason for none) in the server. */
const CLAUSE_PARAMETERS = {
  'non-commercial': {
    allows: optional(
      Type.Array(text(), { description: 'purposes the text names as allowed, e.g. research, personal, evaluation' }),
    ),
    outputs: optional(Type.Boolean({ description: 'whether the ban reaches the outputs too' })),
    obtain: optional(text('how the text says a commercial licence is had')),
  },
  'research-only': { allows: optional(Type.Array(text())) },
  'user-threshold': {
    count: Type.Integer({ minimum: 1 }),
    period: oneOf(PERIODS, 'users are counted per calendar month or year'),
    measured: oneOf(['at-release', 'any-time'], 'at-release: only the month before the version was released counts'),
    affiliates: Type.Boolean({ description: "whether the licensee's affiliates are counted in" }),
    above: oneOf(['needs-license', 'not-permitted']),
    licensor: text('who must be asked'),
  },
  'revenue-threshold': {
    ...money.properties,
    period: oneOf(PERIODS),
    affiliates: Type.Boolean(),
    above: oneOf(['needs-license', 'not-permitted']),
    licensor: text(),
  },
  'threshold-attribution': {
    users: optional(object({ count: Type.Integer({ minimum: 1 }), period: oneOf(PERIODS) })),
    revenue: optional(object({ ...money.properties, period: oneOf(PERIODS) })),
    words: text('the exact words owed'),
    where: Type.Array(text()),
  },
  attribution: {
    what: Type.Array(text(), { description: 'what must be retained or credited, in our words' }),
    words: optional(text('the exact notice, where the text gives one but names no file for it')),
  },
  'attribution-display': {
    words: text('the exact words owed'),
    orWords: optional(Type.Array(text(), { description: 'other words the text accepts in their place' })),
    where: Type.Array(text(), { description: 'places the text names, e.g. website, user interface, about page' }),
    when: text('what triggers the duty, in our words'),
    prominent: Type.Boolean(),
  },
  'notice-file': { words: text('the exact words of the notice'), file: text('the file the text names, e.g. Notice') },
  'derivative-name-prefix': {
    words: text('the exact words the name must hold'),
    position: oneOf(['prefix', 'anywhere']),
    covers: Type.Array(oneOf(['materials', 'outputs']), {
      description: 'models made from the materials, models trained on outputs, or both',
    }),
  },
  'license-copy': { when: text() },
  'state-changes': {},
  'output-training': {
    stance: oneOf([
      'forbidden',
      'with-name',
      'with-credit',
      'competitors-only',
      'noncommercial-only',
      'license-follows',
    ]),
    words: optional(text('exact name or credit owed, where one is')),
    except: optional(text('what the text exempts, in our words')),
  },
  'distilled-is-derivative': {},
  'output-commercial-use': { stance: oneOf(['allowed', 'forbidden']) },
  'acceptable-use': {
    policy: text('key of the document in `documents` that holds the rules (license, if in the licence itself)'),
    forbids: Type.Array(text(), { description: 'short names of the kinds of use forbidden, in our words' }),
  },
  'flow-down': { what: oneOf(['use-restrictions', 'license', 'both']) },
  'territory-exclusion': {
    regions: Type.Array(text('ISO 3166-1 alpha-2, or EU'), { minItems: 1 }),
    covers: oneOf(['all', 'multimodal']),
    exempts: optional(Type.Array(text())),
  },
  'field-of-use': { forbids: Type.Array(text(), { minItems: 1 }) },
  hosting: { stance: oneOf(['forbidden', 'needs-license', 'terms-must-pass']), detail: optional(text()) },
  'competitor-bar': { against: text('whom or what one may not compete with, in our words') },
  registration: { with: text(), when: text(), url: optional(Url) },
  'share-alike': { scope: oneOf(['derivatives', 'outputs-too', 'network-use-too']), license: optional(text()) },
  'no-derivatives': {},
  'source-disclosure': { when: text() },
  'ip-litigation-termination': { covers: Type.Array(oneOf(['patent', 'copyright', 'any-ip'])) },
  'guardrail-bypass-termination': {},
  'remote-restriction': {},
  'latest-version': {},
  revocable: { how: text() },
  disclosure: { what: text('what must be told, and to whom') },
  'publication-credit': { words: optional(text('exact citation or credit where one is given')) },
  jurisdiction: { law: text(), venue: optional(text()) },
} as const satisfies Record<ClauseType, Record<string, TSchema>>;

const clause = <K extends ClauseType>(type: K) =>
  Type.Object(
    {
      type: Type.Literal(type),
      section: text('as the text numbers it: 2, 1.b.i, Attachment A'),
      document: optional(text('key in `documents`; the licence itself where left out')),
      note: optional(text('what the parameters cannot say, in our words')),
      ...CLAUSE_PARAMETERS[type],
    },
    closed,
  );
const clauseSchemas = Object.fromEntries(CLAUSE_TYPES.map((type) => [type, clause(type)]));
/** Said here and not inferred from `clause()`: a schema spread together in a generic function loses its properties. */
type ClauseBody<K extends ClauseType> = { type: K; section: string; document?: string; note?: string } & Static<
  TObject<(typeof CLAUSE_PARAMETERS)[K]>
>;
export const Clause = Type.Unsafe<{ [K in ClauseType]: ClauseBody<K> }[ClauseType]>({
  type: 'object',
  // lets a validator judge a clause by its own type alone, so that a mistake is told once and precisely
  discriminator: { propertyName: 'type' },
  required: ['type'],
  oneOf: Object.values(clauseSchemas),
});

// --------------------------------------------------------------------------------------------- licences

/** licenses/<id>.yaml */
export const License = object({
  id: Type.String({
    pattern: '^[a-z0-9][a-z0-9.+-]*$',
    description: "Hugging Face's `license:` id where one exists, else our own",
  }),
  name: text("the text's own title"),
  shortName: text('as shown inline, e.g. Llama 3.1 licence'),
  licensor: optional(text()),
  version: optional(text()),
  released: optional(IsoDate),
  spdx: optional(text('SPDX id, only where SPDX lists one')),
  osi: Type.Boolean({ description: 'approved by the Open Source Initiative' }),
  fsf: optional(Type.Boolean({ description: 'free/libre according to the FSF' })),
  kind: oneOf(
    ['permissive', 'copyleft', 'public-domain', 'ai', 'data', 'api-terms', 'placeholder'],
    'ai: written for models; placeholder: `other`, `unknown` and families that name no one text',
  ),
  openness: oneOf(
    ['open-weights', 'restricted-weights', 'noncommercial-weights', 'closed', 'unknown'],
    'the class of weights under this licence when nothing else is known',
  ),
  aliases: optional(
    Type.Array(text(), {
      description: 'other identifiers in use: `license_name` values, ScanCode ids, registry spellings',
    }),
  ),
  documents: Type.Record(
    Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
    object({ title: text(), url: optional(Url), date: optional(IsoDate) }),
    { description: '`license` and the policies it incorporates, each a separate document' },
  ),
  recognise: optional(
    object({
      title: Type.Array(text(), { description: 'lines that stand at the head of the text', minItems: 1 }),
      phrases: Type.Array(text(), { description: 'distinctive words, all of which stand in the text' }),
    }),
  ),
  summary: object(
    { may: Type.Array(text()), must: Type.Array(text()), mustNot: Type.Array(text()) },
    'plain language, our own words',
  ),
  clauses: Type.Array(Clause),
  verification: oneOf(
    ['read', 'partial', 'unverified'],
    'read: from the whole text; partial: some document was not to be had; unverified: second-hand',
  ),
  source: Source,
  notes: optional(text()),
});

// ---------------------------------------------------------------------------------------------- models

const LicenseId = text('id of a file in licenses/');
const ModelId = Type.String({ pattern: '^[A-Za-z0-9][\\w.-]*/[\\w.-]+$', description: 'ORG/NAME on Hugging Face' });
const TaskSchema = oneOf(TASKS);
export const Form = oneOf(
  FORMS,
  'base: completes text; instruct: follows instructions or chats; reasoning: thinks first',
);
const Parameters = Type.Number({ exclusiveMinimum: 0, description: 'total parameters in billions, e.g. 7.6' });

const State = optional(oneOf(COMPONENT_STATES));
const components = {
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
  task: optional(TaskSchema),
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
  name: text('e.g. Meta'),
  url: optional(Url),
  orgs: Type.Array(text(), { description: 'Hugging Face organisations whose ids this file answers for' }),
  families: optional(Type.Array(Family)),
  models: optional(Type.Array(Model)),
  ollama: optional(Type.Array(OllamaModel)),
  apis: optional(Type.Array(ApiName)),
});

// ---------------------------------------------------------------------------- republishers, alternatives

/** republishers.yaml: accounts that repack other people's models under a name that tells which. */
export const RepublisherFile = object({
  republishers: Type.Array(
    object({
      org: text(),
      strip: Type.Array(
        text('regular expression for a tail (or head) of NAME that tells the packing, not the model: -GGUF, -bnb-4bit'),
      ),
      separator: optional(
        text('what stands between the publisher and the name in NAME, e.g. _ in meta-llama_Llama-3.1-8B'),
      ),
      relation: oneOf(RELATIONS),
      assume: optional(Type.Array(text(), { description: 'organisations to try for the bare name, in order' })),
      examples: Type.Array(object({ id: ModelId, base: ModelId }), { minItems: 1 }),
      source: Source,
    }),
  ),
});

/** openness/<source>.yaml: which parts of models are open, where the publisher's file does not say so itself. */
export const OpennessFile = object({
  source: Source,
  openness: Type.Array(
    object({
      models: optional(Type.Array(ModelId, { minItems: 1 })),
      family: optional(text('PUBLISHER/FAMILY, ids of a file in models/ and of a family in it; instead of `models`')),
      range: optional(text('semver range over the version of the family; every version where left out')),
      ...components,
      source: optional(Source),
    }),
    { minItems: 1 },
  ),
});

/** alternatives/<task>.yaml: models open enough to recommend. Licence and openness come from the models' own entries. */
export const AlternativesFile = object({
  task: TaskSchema,
  alternatives: Type.Array(
    object({
      id: ModelId,
      name: text('e.g. OLMo 2 7B Instruct'),
      ollama: optional(text('name:tag in the Ollama library')),
      gguf: optional(ModelId),
      form: optional(Form),
      parameters: Parameters,
      active: optional(Parameters),
      context: optional(Type.Integer({ minimum: 1 })),
      languages: optional(Type.Array(text('ISO 639-1'), { description: 'languages the publisher states' })),
      released: IsoDate,
      why: text('one line: what makes it a good stand-in'),
      source: Source,
    }),
    { minItems: 1 },
  ),
});

// ----------------------------------------------------------------------------------------- inferred types

export type Source = Static<typeof Source>;
export type Clause = Static<typeof Clause>;
export type ClauseOf<K extends ClauseType> = Extract<Clause, { type: K }>;
export type License = Static<typeof License>;
export type Components = Static<typeof Components>;
export type Family = Static<typeof Family>;
export type Release = Static<typeof Release>;
export type Model = Static<typeof Model>;
export type OllamaModel = Static<typeof OllamaModel>;
export type ApiName = Static<typeof ApiName>;
export type PublisherFile = Static<typeof PublisherFile>;
export type RepublisherFile = Static<typeof RepublisherFile>;
export type Republisher = RepublisherFile['republishers'][number];
export type OpennessFile = Static<typeof OpennessFile>;
export type AlternativesFile = Static<typeof AlternativesFile>;
export type Alternative = AlternativesFile['alternatives'][number] & { task: Task };
