/** Source files that say something about models of other files: republishers, openness, alternatives. */
import { type Static, Type } from 'typebox';
import { RELATIONS, type Task } from '../vocabulary.ts';
import { components, Form, ModelId, Parameters, TaskName } from './models.ts';
import { IsoDate, object, oneOf, optional, Source, text } from './pieces.ts';

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
  task: TaskName,
  alternatives: Type.Array(
    object({
      id: ModelId,
      name: text('e.g. OLMo 2 7B Instruct'),
      ollama: optional(text('name:tag in the Ollama library')),
      quantised: optional(
        object(
          {
            head: text('the tag without its quantisation: 7b-instruct'),
            as: Type.Array(text('as the tag ends: q4_K_M'), { minItems: 1 }),
          },
          'quantisations that the library has of the very model at `ollama`, as tags HEAD-QUANTISATION',
        ),
      ),
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
export type RepublisherFile = Static<typeof RepublisherFile>;
export type Republisher = RepublisherFile['republishers'][number];
export type OpennessFile = Static<typeof OpennessFile>;
export type AlternativesFile = Static<typeof AlternativesFile>;
export type Alternative = AlternativesFile['alternatives'][number] & { task: Task };
