/** `modelterms explain ID`: the card of one model. */
import { createColors } from 'picocolors';
import { jsonText } from '../escape.ts';
import { cardText } from '../render/card.ts';
import { describe } from '../terms/index.ts';
import { EXIT, type Io } from './io.ts';
import { type SubjectOptions, subjectOf } from './subject.ts';

export async function explain(id: string, options: SubjectOptions, io: Io): Promise<number> {
  const { assessment, model, query } = await subjectOf(id, options, io);
  const card = describe(model, assessment);
  if (options.format === 'text') io.out(`${cardText(card, createColors(io.colors))}\n`);
  else io.out(`${jsonText({ id: model.id, kind: query.kind, license: model.license?.id ?? null, card })}\n`);
  return EXIT.clean;
}
