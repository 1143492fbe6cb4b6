/** Small pieces that the descriptions of all source files are made of. */
import { type Static, type TSchema, Type } from 'typebox';

/** No key but those named: a misspelt one is a mistake, not an extra. */
export const closed = { additionalProperties: false } as const;
export const object = <T extends Record<string, TSchema>>(properties: T, description?: string) =>
  Type.Object(properties, description ? { ...closed, description } : closed);
export const text = (description?: string) => Type.String({ minLength: 1, ...(description ? { description } : {}) });
export const optional = Type.Optional;
export const oneOf = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Unsafe<T[number]>({ enum: [...values], ...(description ? { description } : {}) });

export const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });
export const Url = Type.String({ pattern: '^https://', description: 'an https address' });

/** Where a fact comes from and when somebody last looked. */
export const Source = object({
  title: text('what was read: a licence text, a model card, a publisher README, a registry manifest'),
  url: optional(Url),
  checked: IsoDate,
  note: optional(text('what a reader must know to weigh this source')),
});
export type Source = Static<typeof Source>;
