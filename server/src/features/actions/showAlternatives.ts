/** "Show open alternatives…": a list to choose from, for clients that can show one. */
import { t } from '../../l10n.ts';
import { COMMANDS, type ShowAlternativesArguments } from '../protocol.ts';
import type { ActionProvider } from './action.ts';

export const showAlternatives: ActionProvider = {
  provide({ analysis, reference, server }) {
    const { client, world } = server;
    if (!client.options.commands?.includes(COMMANDS.showAlternatives)) return [];
    const { policy } = analysis.situation.options;
    if (world.engine().suggest(reference, { policy, limit: 1, asked: true }).length === 0) return [];
    const title = t('Show open alternatives…');
    const place: ShowAlternativesArguments = { uri: analysis.uri, position: reference.range.start };
    return [{ title, command: { title, command: COMMANDS.showAlternatives, arguments: [place] } }];
  },
};
