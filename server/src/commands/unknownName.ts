/** What somebody can do who asked about a name that the database does not know. */
import type { Database } from '@modelterms/licenses-db';
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { Io } from './io.ts';
import { didYouMean } from './meant.ts';
import type { Subject } from './subject.ts';

/** Paragraphs; `id`: as it was typed. */
export function afterUnknown(id: string, { model, query }: Subject, io: Io): string[] {
  const meant = didYouMean(id, namesLike(id, io.engine().database));
  const page =
    query.kind === 'huggingface' ? `https://huggingface.co/${id.split('/').map(encodeURIComponent).join('/')}` : '';
  return [
    ...(meant === undefined ? [] : [meant]),
    [
      t('What you can do'),
      ...(page === '' ? [] : [`  - ${t('read the terms on its page: {0}', page)}`]),
      `  - ${t('say in .modelterms.yaml under what licence it is; “modelterms licenses” lists them:')}`,
      '      models:',
      `        - id: ${JSON.stringify(visible(model.id))}`,
      '          license: apache-2.0',
    ].join('\n'),
  ];
}

/** Of a name of Ollama's library its tags, else all names. */
function namesLike(id: string, database: Database): readonly string[] {
  const [name = '', tag] = id.split(':');
  const tags = tag === undefined ? undefined : database.ollama(name, undefined)?.entry.tags;
  return tags ? Object.keys(tags).flatMap((one) => (/^[\w.-]+$/.test(one) ? `${name}:${one}` : [])) : database.names();
}
