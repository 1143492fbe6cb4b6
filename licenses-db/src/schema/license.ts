/** licenses/<id>.yaml */
import { type Static, Type } from 'typebox';
import { Clause } from './clauses.ts';
import { IsoDate, object, oneOf, optional, Source, text, Url } from './pieces.ts';

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
    {
      may: Type.Array(text()),
      maySections: optional(
        Type.Array(text(), { description: 'where the text says so, one for each line of `may`, in its order' }),
      ),
      must: Type.Array(text()),
      mustNot: Type.Array(text()),
    },
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
export type License = Static<typeof License>;
