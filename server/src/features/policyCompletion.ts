/** Completion in the policy file. */
import { isPolicyFile } from '../workspace/policies.ts';
import { canonical } from './folders.ts';
import { policyCompletions } from './policyHelp.ts';
import type { Server } from './server.ts';

export function registerPolicyCompletion({ connection, world }: Server): void {
  connection.onCompletion(({ position, textDocument }) => {
    const document = world.documents.get(textDocument.uri);
    return document && isPolicyFile(canonical(document.uri)) ? policyCompletions(document, position) : null;
  });
}
