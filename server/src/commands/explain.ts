/** `modelterms explain ID`: the card of one model; of a rule's id, its page. */
import { createColors } from 'picocolors';
import { jsonText, visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { cardText } from '../render/card.ts';
import { fitted } from '../reports/wrap.ts';
import { describe } from '../terms/index.ts';
import { RULE_IDS } from '../terms/policy/index.ts';
import { EXIT, type Io } from './io.ts';
import { type Subject, type SubjectOptions, subjectOf } from './subject.ts';
import { afterUnknown } from './unknownName.ts';

export async function explain(id: string, options: SubjectOptions, io: Io): Promise<number> {
  const page = options.format === 'text' && (RULE_IDS as readonly string[]).includes(id) ? io.rulePage(id) : undefined;
  if (page !== undefined) {
    io.out(`${fitted(page.trimEnd(), io.columns)}\n`);
    return EXIT.clean;
  }
  const subject = await subjectOf(id, options, io);
  const { assessment, model, query } = subject;
  const card = describe(model, assessment);
  if (options.format === 'text') {
    const text = cardText(card, createColors(io.colors));
    io.out(`${fitted([text, ...next(id, subject, io)].join('\n\n'), io.columns)}\n`);
  } else {
    io.out(`${jsonText({ id: model.id, kind: query.kind, license: model.license?.id ?? null, card })}\n`);
  }
  return EXIT.clean;
}

/** What somebody can do now, who has read the card. */
function next(id: string, subject: Subject, io: Io): string[] {
  if (subject.model.license === null) return afterUnknown(id, subject, io);
  const { model, policy, query } = subject;
  const stand = io.engine().suggest({ model, reference: query }, { policy, asked: true, limit: 3 });
  if (stand.length === 0) return [];
  const names = stand.map(({ license, replacement }) => `  - ${visible(replacement)} · ${license.shortName}`);
  return [[t('More open stand-ins (modelterms alternatives {0})', visible(model.id)), ...names].join('\n')];
}
