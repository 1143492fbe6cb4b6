/** `modelterms alternatives ID`: more open models that can stand in for one, best first. */
import { createColors } from 'picocolors';
import type { Suggestion } from '../alternatives/types.ts';
import { jsonText, visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { fitted } from '../reports/wrap.ts';
import { opennessLabel } from '../terms/index.ts';
import { EXIT, type Io } from './io.ts';
import { didYouMean } from './meant.ts';
import { type SubjectOptions, subjectOf } from './subject.ts';

export async function alternatives(id: string, options: SubjectOptions, io: Io): Promise<number> {
  const { model, policy, query } = await subjectOf(id, options, io);
  const suggestions = io.engine().suggest({ model, reference: query }, { policy, asked: true });
  if (options.format === 'json') {
    io.out(`${jsonText(suggestions.map(({ license, ...rest }) => ({ ...rest, license: license.id })))}\n`);
  } else if (suggestions.length === 0) {
    const unknown = model.license === null && model.task === undefined;
    const hint = unknown ? didYouMean(id, io.engine().database.names()) : undefined;
    io.out(`${[t('No more open stand-in for {0} is known.', visible(model.id)), hint].filter(Boolean).join(' ')}\n`);
  } else {
    io.out(suggestions.map((suggestion) => `${fitted(show(suggestion, io), io.columns)}\n`).join('\n'));
  }
  return EXIT.clean;
}

function show({ license, losses, name, openness, parameters, replacement, why }: Suggestion, io: Io): string {
  const { bold, dim } = createColors(io.colors);
  const facts = [name, t('{0}B', parameters), opennessLabel(openness), license.shortName].join(' · ');
  const lost = losses.length > 0 ? [dim(`  ${t('Given up: {0}', losses.join('; '))}`)] : [];
  return [`${bold(replacement)}  ${facts}`, `  ${why}`, ...lost].join('\n');
}
