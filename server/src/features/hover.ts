/** The card of the model under the pointer. */
import { MarkupKind } from 'vscode-languageserver';
import { cardMarkdown, cardText } from '../render/card.ts';
import { describe } from '../terms/index.ts';
import { referenceAt } from './analyses.ts';
import { afterWaitingMessages, type Server } from './server.ts';

export function registerHover(server: Server): void {
  server.connection.onHover(async ({ position, textDocument }, token) => {
    await afterWaitingMessages();
    if (token.isCancellationRequested) return null;
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
