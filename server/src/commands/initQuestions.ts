/** The questions that `modelterms init` asks on a terminal: what no flag told already. */
import type { OpennessClass } from '@modelterms/licenses-db';
import { FACT_TEXTS } from '../factTexts.ts';
import { t } from '../l10n.ts';
import { opennessLabel } from '../terms/index.ts';
import type { UsageProfile } from '../terms/types.ts';
import { type Answers, factFrom, type WordedFact } from './initAnswers.ts';
import type { Terminal } from './io.ts';

const UNSAID = 'unsaid';

const WORDED: readonly WordedFact[] = ['monthlyActiveUsers', 'annualRevenue', 'regions', 'fields'];
const DOINGS = ['distributes', 'fineTunes', 'trainsOnOutputs', 'hosts'] as const;

const ACCEPTED: readonly OpennessClass[] = ['open-source', 'open-weights', 'restricted-weights'];

/** Undefined where the person broke off. */
export async function ask(
  { usage: stated, minimumOpenness }: Answers,
  terminal: Terminal,
): Promise<Answers | undefined> {
  // it is here alone that the library is needed, and only now
  const { cancel, intro, isCancel, multiselect, note, outro, select, text } = await import('@clack/prompts');
  const on = { input: terminal.input, output: terminal.output };
  const usage: { -readonly [Fact in keyof UsageProfile]: UsageProfile[Fact] } = { ...stated };
  const stopped = (): undefined => cancel(t('nothing was written'), on) as undefined;

  intro(t('What ModelTerms should know of this project'), on);
  note(t('Everything can be left out. What is not said is not known,\nand duties that hang on it stay notes.'), '', on);

  if (usage.commercial === undefined) {
    const commercial = await select({
      ...on,
      message: FACT_TEXTS.commercial.question(),
      options: [
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
        { value: UNSAID, label: t('leave it out') },
      ],
    });
    if (isCancel(commercial)) return stopped();
    if (commercial !== UNSAID) usage.commercial = commercial === 'yes';
  }

  for (const fact of WORDED) {
    if (usage[fact] !== undefined) continue;
    const { example, help, question } = FACT_TEXTS[fact];
    const answer = await text({
      ...on,
      message: `${question()} ${help()}`,
      placeholder: t('{0}; empty leaves it out', example),
      validate: (given = '') => {
        const read = given.trim() === '' ? undefined : factFrom(fact, given);
        return typeof read === 'string' ? read : undefined;
      },
    });
    if (isCancel(answer)) return stopped();
    if ((answer ?? '').trim() !== '') Object.assign(usage, factFrom(fact, answer));
  }

  const open = DOINGS.filter((fact) => usage[fact] === undefined);
  if (open.length > 0) {
    const done = await multiselect<string>({
      ...on,
      message: t('What do you do with models? What is left unmarked is left out.'),
      options: open.map((value) => ({ value, label: FACT_TEXTS[value].doing() })),
      required: false,
    });
    if (isCancel(done)) return stopped();
    for (const fact of open) if (done.includes(fact)) usage[fact] = true;
  }

  let accepted = minimumOpenness;
  if (accepted === undefined) {
    const least = await select<string>({
      ...on,
      message: t('Which models does the project accept?'),
      options: [
        { value: UNSAID, label: t('any; tell what their terms ask') },
        ...ACCEPTED.map((value) => ({ value, label: t('{0}, and whatever is more open', opennessLabel(value)) })),
      ],
    });
    if (isCancel(least)) return stopped();
    if (least !== UNSAID) accepted = least as OpennessClass;
  }

  outro(t('Thank you.'), on);
  return { usage, ...(accepted === undefined ? {} : { minimumOpenness: accepted }) };
}
