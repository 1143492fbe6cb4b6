/** The requests of clients that know this server; see `protocol.ts`. */
import { visible } from '../escape.ts';
import { cardMarkdown } from '../render/card.ts';
import { describe, opennessLabel } from '../terms/index.ts';
import { type AnalysedReference, type Analysis, referenceAt } from './analyses.ts';
import { acceptance, carryOut, firstPolicy, statement } from './policyEdits.ts';
import {
  type AcceptParams,
  type AlternativesAnswer,
  type CardAnswer,
  type CreatePolicyParams,
  type DocumentPlace,
  METHODS,
  type SetFactParams,
} from './protocol.ts';
import { policyQuestions } from './questions.ts';
import { replacedRange } from './replacing.ts';
import type { Server } from './server.ts';
import { afterWaitingMessages } from './turns.ts';

export function registerRequests(server: Server): void {
  const { analyses, connection, world } = server;
  const atPlace = async <T>(
    { position, uri }: DocumentPlace,
    answer: (reference: AnalysedReference, analysis: Analysis) => T,
  ): Promise<T | null> => {
    await afterWaitingMessages();
    const analysis = await analyses.of(uri);
    const reference = analysis && referenceAt(analysis, position);
    return reference ? answer(reference, analysis) : null;
  };

  connection.onRequest(METHODS.alternatives, (place: DocumentPlace) =>
    atPlace(place, (reference, analysis): AlternativesAnswer => {
      const { situation, uri, version } = analysis;
      const suggestions = world.engine().suggest(reference, { policy: situation.options.policy, asked: true });
      return {
        uri,
        version,
        range: replacedRange(analysis, reference, suggestions[0]),
        text: visible(reference.reference.text),
        alternatives: suggestions.map(({ context, license, losses, name, openness, parameters, replacement, why }) => ({
          replacement,
          name,
          openness,
          opennessLabel: opennessLabel(openness),
          license: license.id,
          licenseName: license.shortName,
          parameters,
          ...(context === undefined ? {} : { context }),
          why,
          losses,
        })),
      };
    }),
  );

  connection.onRequest(METHODS.card, (place: DocumentPlace) =>
    atPlace(place, (reference): CardAnswer => {
      return {
        range: reference.range,
        text: visible(reference.reference.text),
        markdown: cardMarkdown(describe(reference.model, reference.assessment)),
      };
    }),
  );

  connection.onRequest(METHODS.accept, async (params: AcceptParams) =>
    carryOut(server, await acceptance(server, params)),
  );
  connection.onRequest(METHODS.setFact, async (params: SetFactParams) =>
    carryOut(server, await statement(server, params)),
  );
  connection.onRequest(METHODS.policyQuestions, policyQuestions);
  connection.onRequest(METHODS.createPolicy, async (params: CreatePolicyParams) =>
    carryOut(server, await firstPolicy(server, params)),
  );
}
