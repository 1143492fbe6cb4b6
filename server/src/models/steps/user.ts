/** The user's own word, from the policy file: private models, and corrections of what the database says. */
import { type Context, type Found, inherit, opennessWith } from '../found.ts';
import type { AppliedLicense, Evidence, ModelQuery, UserModel } from '../types.ts';
import { readOllamaName } from './ollama.ts';
import { statedLicenses } from './stated.ts';

/** `known`: what other evidence tells of the model; it stays, but for the terms. */
export function fromUser(query: ModelQuery, context: Context, known: () => Found | undefined): Found | undefined {
  const user = context.options.userModels?.find((candidate) => isMeant(candidate, query));
  if (!user) return undefined;
  const { database } = context;
  const evidence: Evidence = { kind: 'user', source: '.modelterms.yaml', checked: database.date };
  const own = statedLicenses(user.license, database).map(
    (license): AppliedLicense => ({ license, via: 'own', evidence }),
  );
  const rest = known();
  const bases = user.base === undefined ? undefined : inherit(context, [{ id: user.base, relation: 'finetune' }]);
  return {
    ...rest,
    id: rest?.id ?? query.id,
    licenses: [...own, ...(bases?.licenses ?? [])],
    openness: opennessWith(own, rest?.components, bases?.openness ?? []),
    lineage: bases?.lineage ?? rest?.lineage ?? [],
    evidence,
  };
}

/** Ids are compared whatever their case; an Ollama name without tag means all its tags. */
function isMeant({ id }: UserModel, query: ModelQuery): boolean {
  const wanted = id.toLowerCase();
  const asked = query.id.toLowerCase();
  return wanted === asked || (query.kind === 'ollama' && wanted === readOllamaName(asked).name);
}
