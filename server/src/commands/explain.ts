/** `modelterms explain ID`: the card of one model; of a rule's id, its page. */
import { createColors } from 'picocolors';
import { jsonText, visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { cardText } from '../render/card.ts';
import { fitted } from '../reports/wrap.ts';
import { describe } from '../terms/index.ts';
import { RULE_IDS } from '../terms/policy/index.ts';
import { EXIT, type Io } from './io.ts';
import { didYouMean } from './meant.ts';
import { type Subject, type SubjectOptions, subjectOf } from './subject.ts';

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
function next(id: string, { model, policy, query }: Subject, io: Io): string[] {
  const { engine } = io;
  const shown = visible(model.id);
  if (model.license === null) {
    const { database } = engine();
    const page =
      query.kind === 'huggingface' ? `https://huggingface.co/${id.split('/').map(encodeURIComponent).join('/')}` : '';
    const meant = didYouMean(id, database.names());
    return [
      ...(meant === undefined ? [] : [meant]),
      [
        t('What you can do'),
        ...(page === '' ? [] : [`  - ${t('read the terms on its page: {0}', page)}`]),
        `  - ${t('say in .modelterms.yaml under what licence it is; “modelterms licenses” lists them:')}`,
        '      models:',
        `        - id: ${JSON.stringify(shown)}`,
        '          license: apache-2.0',
      ].join('\n'),
    ];
  }
  const stand = engine().suggest({ model, reference: query }, { policy, asked: true, limit: 3 });
  if (stand.length === 0) return [];
  const names = stand.map(({ license, replacement }) => `  - ${visible(replacement)} · ${license.shortName}`);
  return [[t('More open stand-ins (modelterms alternatives {0})', shown), ...names].join('\n')];
}
