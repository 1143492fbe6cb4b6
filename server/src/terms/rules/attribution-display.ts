import type { ClauseOf } from '@modelterms/licenses-db';
import { t } from '../../l10n.ts';
import type { Situation } from '../situation.ts';
import { alternatives, quoted, withDetails } from '../words.ts';
import { type Answer, both, commercial, distributes, either, fineTunes, hosts, trainsOnOutputs } from './answers.ts';
import { weighNotice } from './notices.ts';
import type { Rule } from './rule.ts';

type Trigger = NonNullable<ClauseOf<'attribution-display'>['trigger']>;

const ships = (situation: Situation): Answer => either(distributes(situation), hosts(situation));

const TRIGGERS: Record<Trigger, (situation: Situation) => Answer> = {
  shipping: ships,
  making: (situation) => both(either(fineTunes(situation), trainsOnOutputs(situation)), ships(situation)),
  'commercial-use': commercial,
};

/** Words to be shown to the public, such as “Built with Llama”. A product documentation counts, so a README can hold them. */
export const attributionDisplay: Rule<'attribution-display'> = {
  group: 'must',
  weigh(clause, situation) {
    const words = [clause.words, ...(clause.orWords ?? [])] as [string, ...string[]];
    const accepted = words.map(quoted).join(t(' or '));
    const main = clause.prominent
      ? t('Show {0} prominently when {1}', accepted, clause.when)
      : t('Show {0} when {1}', accepted, clause.when);
    return weighNotice(
      {
        words,
        isPublic: true,
        file: 'README.md',
        missing: t('{0} stands nowhere', quoted(clause.words)),
        owed: TRIGGERS[clause.trigger ?? 'shipping'](situation),
        shown: {
          text: withDetails(main, [t('in: {0}', alternatives(clause.where))]),
          brief: t('show {0}', quoted(clause.words)),
        },
      },
      situation,
    );
  },
};
