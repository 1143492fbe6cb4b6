/** The clauses of a licence: their types and parameters. */
import { type Static, type TObject, type TSchema, Type } from 'typebox';
import { CLAUSE_TYPES, type ClauseType } from '../vocabulary.ts';
import { closed, object, oneOf, optional, text, Url } from './pieces.ts';

const money = object({ amount: Type.Number({ exclusiveMinimum: 0 }), currency: text('ISO 4217') });
const PERIODS = ['month', 'year'] as const;
/** Kinds of model that some texts single out. What reads the database tells them from a model's facts. */
const REACHES = ['multimodal'] as const;

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
    prominent: Type.Boolean(),
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
    trigger: optional(
      oneOf(
        ['shipping', 'making', 'commercial-use'],
        'the same as far as a profile tells. shipping, where left out: the model, or what contains it, goes to others or serves them; making: a model made with it or its outputs does; commercial-use: it is used commercially',
      ),
    ),
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
  hosting: {
    stance: oneOf(['forbidden', 'needs-license', 'terms-must-pass']),
    revenue: optional(
      object(
        { ...money.properties, period: oneOf(PERIODS), affiliates: Type.Boolean() },
        'where the clause binds only above a revenue',
      ),
    ),
    detail: optional(text()),
  },
  'competitor-bar': { against: text('whom or what one may not compete with, in our words') },
  registration: { with: text(), when: text(), url: optional(Url) },
  'share-alike': { scope: oneOf(['derivatives', 'outputs-too', 'network-use-too']), license: optional(text()) },
  'no-derivatives': {
    copiesToo: optional(Type.Boolean({ description: 'whether unchanged copies may not be passed on either' })),
  },
  'source-disclosure': { when: text() },
  'ip-litigation-termination': { covers: Type.Array(oneOf(['patent', 'copyright', 'any-ip'])) },
  'guardrail-bypass-termination': {
    unlessReplaced: optional(Type.Boolean({ description: 'whether a guardrail of equal worth may take its place' })),
  },
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
      models: optional(
        oneOf(
          REACHES,
          'the models that the clause reaches, where the text puts it on some only; every model where left out',
        ),
      ),
      note: optional(text('what the parameters cannot say, in our words')),
      ...CLAUSE_PARAMETERS[type],
    },
    closed,
  );
const clauseSchemas = Object.fromEntries(CLAUSE_TYPES.map((type) => [type, clause(type)]));
/** Said here and not inferred from `clause()`: a schema spread together in a generic function loses its properties. */
type ClauseBody<K extends ClauseType> = {
  type: K;
  section: string;
  document?: string;
  models?: (typeof REACHES)[number];
  note?: string;
} & Static<TObject<(typeof CLAUSE_PARAMETERS)[K]>>;
export const Clause = Type.Unsafe<{ [K in ClauseType]: ClauseBody<K> }[ClauseType]>({
  type: 'object',
  // lets a validator judge a clause by its own type alone, so that a mistake is told once and precisely
  discriminator: { propertyName: 'type' },
  required: ['type'],
  oneOf: Object.values(clauseSchemas),
});
export type Clause = Static<typeof Clause>;
export type ClauseOf<K extends ClauseType> = Extract<Clause, { type: K }>;
