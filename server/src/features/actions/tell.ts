/**
 * "Tell ModelTerms: …": facts of the profile that would settle what a licence makes conditional, written into the policy
 * file. A client that can ask gets the questions; for others there are only those that are answered by yes or no.
 */
import { t } from '../../l10n.ts';
import { statement } from '../policyEdits.ts';
import { COMMANDS, type FactQuestion, type TellArguments } from '../protocol.ts';
import { questionsFor } from '../questions.ts';
import type { ActionContext, ActionProvider, Fix } from './action.ts';

/** Questions with an entry of their own; the rest share one. */
const OWN = 2;

export const tell: ActionProvider = {
  async provide(context) {
    const { analysis, findings, reference, server } = context;
    // without a folder there is no place for a policy file
    if (server.world.folders.of(analysis.uri) === undefined) return [];
    const asked = findings.flatMap(({ asks }) => asks ?? []);
    const questions = questionsFor(asked, reference.assessment.clauses);
    if (questions.length === 0) return [];
    if (!server.client.options.commands?.includes(COMMANDS.tell)) return answers(questions, context);
    const own = questions.slice(0, questions.length > OWN + 1 ? OWN : questions.length);
    const rest = questions.slice(own.length);
    const ask = (title: string, some: readonly FactQuestion[]): Fix => {
      const told: TellArguments = { uri: analysis.uri, questions: some };
      return { title, command: { title, command: COMMANDS.tell, arguments: [told] } };
    };
    return [
      ...own.map((question) => ask(t('Tell ModelTerms: {0}…', question.label), [question])),
      ...(rest.length > 0 ? [ask(t('Tell ModelTerms more about this project…'), rest)] : []),
    ];
  },
};

/** The first question that yes or no answers, with both answers as edits. */
async function answers(questions: readonly FactQuestion[], { analysis, server }: ActionContext): Promise<Fix[]> {
  const question = questions.find(({ kind }) => kind === 'yes-no');
  if (!question) return [];
  const { fact, label } = question;
  const planned = await Promise.all(
    [true, false].map(async (value) => ({ value, ...(await statement(server, { uri: analysis.uri, fact, value })) })),
  );
  return planned.flatMap((one) => {
    if (!('edit' in one)) return [];
    const title = one.value ? t('Tell ModelTerms: {0}, yes', label) : t('Tell ModelTerms: {0}, no', label);
    return [{ title, edit: one.edit }];
  });
}
