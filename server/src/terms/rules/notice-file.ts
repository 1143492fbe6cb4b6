import { t } from '../../l10n.ts';
import { quoted } from '../words.ts';
import { distributes } from './answers.ts';
import { weighNotice } from './notices.ts';
import type { Rule } from './rule.ts';

/** A notice to lie beside every copy of the weights that is passed on. Offering the model as a service passes on no copy. */
export const noticeFile: Rule<'notice-file'> = {
  group: 'must',
  weigh: (clause, situation) =>
    weighNotice(
      {
        words: [clause.words],
        file: 'NOTICE',
        missing: t('its notice stands nowhere'),
        owed: distributes(situation),
        shown: {
          text: t('Keep in a “{0}” file beside every copy you pass on: {1}', clause.file, quoted(clause.words)),
          brief: t('keep its notice beside every copy'),
        },
      },
      situation,
    ),
};
