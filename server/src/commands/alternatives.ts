/** `modelterms alternatives ID`: more open models that can stand in for one, best first. */
import { createColors } from 'picocolors';
import type { Suggestion } from '../alternatives/types.ts';
import { jsonText, visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { fitted } from '../reports/wrap.ts';
import { opennessLabel } from '../terms/index.ts';
import { EXIT, type Io } from './io.ts';
import { type SubjectOptions, subjectOf } from './subject.ts';
import { afterUnknown } from './unknownName.ts';

export async function alternatives(id: string, options: SubjectOptions, io: Io): Promise<number> {
  const subject = await subjectOf(id, options, io);
  const { model, policy, query } = subject;
  const suggestions = io.engine().suggest({ model, reference: query }, { policy, asked: true });
  if (options.format === 'json') {
    io.out(`${jsonText(suggestions.map(({ license, ...rest }) => ({ ...rest, license: license.id })))}\n`);
  } else if (suggestions.length === 0) {
    const isUnknown = model.license === null && model.task === undefined;
    const said = isUnknown
      ? [t('Nothing is known of {0}, so nobody can tell what might stand in for it.', visible(model.id))]
      : [t('No more open stand-in for {0} is known.', visible(model.id))];
    io.out(`${fitted([...said, ...(isUnknown ? afterUnknown(id, subject, io) : [])].join('\n\n'), io.columns)}\n`);
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
