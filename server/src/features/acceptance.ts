/** Accepting the terms of a model: an exception in the policy file nearest to the document, or in a new one. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { t } from '../l10n.ts';
import { addException, policyTemplate } from '../terms/policy/index.ts';
import type { RuleId } from '../terms/types.ts';
import { POLICY_FILE } from '../workspace/policies.ts';
import { currentFile, rewriteFile } from './edits.ts';
import { canonical } from './folders.ts';
import type { AcceptParams } from './protocol.ts';
import type { Server } from './server.ts';

export type Acceptance = { readonly edit: WorkspaceEdit; readonly policy: string } | { readonly problem: string };

/** The edit that accepts, or why there can be none. */
export async function acceptance(server: Server, accepted: AcceptParams): Promise<Acceptance> {
  const { approvedBy, expires, model, reason, rules, uri } = accepted;
  const { client, world } = server;
  if (reason.trim() === '') return { problem: t('an acceptance needs a reason') };
  const folder = world.folders.of(uri);
  if (folder === undefined)
    return { problem: t('the file is in no workspace folder, so there is no place for a policy') };
  const { file } = await world.policies.nearest(canonical(uri), folder);
  const current = await currentFile(server, file ?? `${folder}/${POLICY_FILE}`);
  const edited = addException(current.text ?? policyTemplate(), {
    model,
    reason,
    ...(rules && rules.length > 0 ? { rules: rules as readonly RuleId[] } : {}),
    ...(expires === undefined ? {} : { expires }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
  });
  if (edited === undefined) return { problem: t('{0} has mistakes in it that stand in the way', POLICY_FILE) };
  const edit = rewriteFile(client, current, edited);
  return edit
    ? { edit, policy: current.uri }
    : { problem: t('the editor cannot create {0}; modelterms init can', POLICY_FILE) };
}
