/** Changes to policy files: facts and exceptions in the one nearest to a document, or in a new one; a first one to start from. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { t } from '../l10n.ts';
import { addException, policyTemplate, setProfileFact } from '../terms/policy/index.ts';
import { KEYS } from '../terms/policy/read.ts';
import type { ProfileFact, RuleId, UsageProfile } from '../terms/types.ts';
import { POLICY_FILE } from '../workspace/policies.ts';
import { type CurrentFile, currentFile, rewriteFile } from './edits.ts';
import type { AcceptParams, CreatePolicyParams, FactValue, PolicyAnswer, SetFactParams } from './protocol.ts';
import type { Server } from './server.ts';

/** `policy`: the file that the edit is of, or that stands in its way. */
export type PlannedEdit =
  | { readonly edit: WorkspaceEdit; readonly policy: string }
  | { readonly problem: string; readonly policy?: string };

/** The edit that accepts, or why there can be none. */
export async function acceptance(server: Server, accepted: AcceptParams): Promise<PlannedEdit> {
  const { approvedBy, expires, model, reason, rules, uri } = accepted;
  if (reason.trim() === '') return { problem: t('an acceptance needs a reason') };
  return rewritten(server, uri, (text) =>
    addException(text, {
      model,
      reason,
      ...(rules && rules.length > 0 ? { rules: rules as readonly RuleId[] } : {}),
      ...(expires === undefined ? {} : { expires }),
      ...(approvedBy === undefined ? {} : { approvedBy }),
    }),
  );
}

/** The edit that states a fact, or why there can be none. */
export async function statement(server: Server, { fact, uri, value }: SetFactParams): Promise<PlannedEdit> {
  const problem = refusal(fact, value);
  if (problem !== undefined) return { problem };
  return rewritten(
    server,
    uri,
    (text) => setProfileFact(text, fact as ProfileFact, value as NonNullable<UsageProfile[ProfileFact]>),
    () => policyTemplate({ [fact]: value }),
  );
}

/** A first policy file in a folder that has none. */
export async function firstPolicy(
  server: Server,
  { folder: wanted, usage = {} }: CreatePolicyParams,
): Promise<PlannedEdit> {
  const folder = wanted.replace(/\/$/, '');
  if (server.world.folders.of(`${folder}/${POLICY_FILE}`) === undefined) {
    return { problem: t('{0} is no folder of the workspace', wanted) };
  }
  const uri = `${folder}/${POLICY_FILE}`;
  // on the disk: the document of a file that was deleted may linger in the editor
  const current: CurrentFile = { uri, version: null, text: await server.files.read(uri) };
  if (current.text !== undefined) return { problem: t('{0} is there already', POLICY_FILE), policy: current.uri };
  for (const [fact, value] of Object.entries(usage)) {
    const problem = refusal(fact, value);
    if (problem !== undefined) return { problem };
  }
  return written(server, current, policyTemplate(usage as UsageProfile));
}

/** Why a fact cannot be stated; undefined where it can. What could not be read back is refused. */
function refusal(fact: string, value: FactValue): string | undefined {
  if (!isFact(fact)) return t('there is no fact {0}', fact);
  return setProfileFact('', fact, value as never) === undefined ? t('{0} cannot be that', fact) : undefined;
}

const isFact = (name: string): name is ProfileFact => (KEYS.usage as readonly string[]).includes(name);

/**
 * What `change` makes of the policy file in force for a document. Where there is none: a new one in its workspace folder,
 * from what `change` makes of the template, or as `anew` writes it.
 */
async function rewritten(
  server: Server,
  uri: string,
  change: (text: string) => string | undefined,
  anew?: () => string,
): Promise<PlannedEdit> {
  const { folders, policies } = server.world;
  const folder = folders.of(uri);
  if (folder === undefined) {
    return { problem: t('the file is in no workspace folder, so there is no place for a policy') };
  }
  const { file } = await policies.nearest(folders.place(uri), folder);
  const current = await currentFile(server, file ?? `${folder}/${POLICY_FILE}`);
  const changed = change(current.text ?? policyTemplate());
  if (changed === undefined) {
    return { problem: t('{0} has mistakes in it that stand in the way', POLICY_FILE), policy: current.uri };
  }
  return written(server, current, current.text === undefined && anew ? anew() : changed);
}

function written({ client }: Server, current: CurrentFile, text: string): PlannedEdit {
  const edit = rewriteFile(client, current, text);
  return edit
    ? { edit, policy: current.uri }
    : { problem: t('the editor cannot create {0}; modelterms init can', POLICY_FILE) };
}

/** Has the client carry it out. */
export async function carryOut({ connection }: Server, planned: PlannedEdit): Promise<PolicyAnswer> {
  const policy = planned.policy === undefined ? {} : { policy: planned.policy };
  if ('problem' in planned) return { applied: false, ...policy, problem: planned.problem };
  const { applied, failureReason } = await connection.workspace.applyEdit(planned.edit);
  return { applied, ...policy, ...(failureReason === undefined ? {} : { problem: failureReason }) };
}
