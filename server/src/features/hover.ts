/** The card of the model under the pointer; in the policy file, what a key is for. */
import { MarkupKind } from 'vscode-languageserver';
import { cardMarkdown, cardText } from '../render/card.ts';
import { describe } from '../terms/index.ts';
import { isPolicyFile } from '../workspace/policies.ts';
import { referenceAt } from './analyses.ts';
import { canonical } from './folders.ts';
import { policyHover } from './policyHelp.ts';
import type { Server } from './server.ts';
import { afterWaitingMessages } from './turns.ts';

export function registerHover(server: Server): void {
  server.connection.onHover(async ({ position, textDocument }, token) => {
    await afterWaitingMessages();
    if (token.isCancellationRequested) return null;
    const document = server.world.documents.get(textDocument.uri);
    if (document && isPolicyFile(canonical(document.uri))) return policyHover(document, position);
    const analysis = await server.analyses.of(textDocument.uri);
    const reference = analysis && referenceAt(analysis, position);
    if (!reference) return null;
    const card = describe(reference.model, reference.assessment);
    return {
      range: reference.range,
      contents: server.client.markdown
        ? { kind: MarkupKind.Markdown, value: cardMarkdown(card) }
        : { kind: MarkupKind.PlainText, value: cardText(card) },
    };
  });
}
