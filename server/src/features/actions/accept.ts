/** "Accept … with a reason": an exception in the policy file. Who can ask for the reason does; others get one to rewrite. */
import { visible } from '../../escape.ts';
import { t } from '../../l10n.ts';
import { acceptance } from '../policyEdits.ts';
import { type AcceptArguments, COMMANDS } from '../protocol.ts';
import type { ActionProvider } from './action.ts';

export const accept: ActionProvider = {
  async provide({ analysis, findings, reference, server }) {
    const { uri, situation } = analysis;
    const model = reference.model.id;
    const shown = visible(model, 80);
    if (server.client.options.commands?.includes(COMMANDS.accept)) {
      const title = t('Accept {0} with a reason…', shown);
      const rules = findings.map(({ rule }) => rule);
      const asked: AcceptArguments = { uri, position: reference.range.start, model, rules };
      return [{ title, command: { title, command: COMMANDS.accept, arguments: [asked] } }];
    }
    const planned = await acceptance(server, { uri, model, reason: t('reviewed on {0}', situation.options.today) });
    return 'edit' in planned ? [{ title: t('Accept {0} in the policy file', shown), edit: planned.edit }] : [];
  },
};
