/** The model that `explain` and `alternatives` are asked about, weighed against the policy of where they are run. */
import type { ModelQuery, ResolvedModel } from '../models/types.ts';
import type { ReferenceKind } from '../references/types.ts';
import type { Assessment, Policy } from '../terms/types.ts';
import { repositoryOf } from '../workspace/discovery.ts';
import { POLICY_FILE, Policies } from '../workspace/policies.ts';
import type { Io } from './io.ts';
import { queryFor } from './modelName.ts';
import { configuredPolicy, readIfThere, slashed } from './paths.ts';

export interface SubjectOptions {
  readonly format: 'text' | 'json';
  readonly kind?: ReferenceKind;
  readonly config?: string;
}

export interface Subject {
  readonly query: ModelQuery;
  readonly model: ResolvedModel;
  readonly assessment: Assessment;
  readonly policy: Policy;
}

export async function subjectOf(id: string, { config, kind }: SubjectOptions, io: Io): Promise<Subject> {
  const engine = io.engine();
  const policy = await policyFor(config, io);
  const query = queryFor(id, kind, engine.database);
  return { query, policy, ...engine.assess(query, policy, io.today) };
}

async function policyFor(config: string | undefined, io: Io): Promise<Policy> {
  if (config !== undefined) return configuredPolicy(config, io).policy;
  const own = `${slashed(io.cwd)}/${POLICY_FILE}`;
  return (await new Policies(async (file) => readIfThere(file)).nearest(own, slashed(repositoryOf(io.cwd) ?? io.cwd)))
    .policy;
}
