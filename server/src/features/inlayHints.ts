/** Inlay hints behind each reference, where the setting asks for them: licence and openness. */
import { visible } from '../escape.ts';
import { opennessLabel } from '../terms/index.ts';
import { referencesIn } from './analyses.ts';
import type { Server } from './server.ts';
import { afterWaitingMessages } from './turns.ts';

export function registerInlayHints(server: Server): void {
  server.connection.languages.inlayHint.on(async ({ range, textDocument }, token) => {
    await afterWaitingMessages();
    if (token.isCancellationRequested) return [];
    const analysis = await server.analyses.of(textDocument.uri);
    if (!analysis?.situation.settings.inlayHints) return [];
    return referencesIn(analysis, range).map(({ model, range: { end } }) => ({
      position: end,
      label: visible([model.license?.shortName, opennessLabel(model.openness)].filter(Boolean).join(' · ')),
      paddingLeft: true,
    }));
  });
}
