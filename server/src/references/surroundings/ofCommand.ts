/** The words of a command: its plain arguments and the values of its options. */
import type { CommandRow } from '../tables/commands.ts';
import { readKey } from '../tables/keys.ts';
import { type Provider, providers } from '../tables/providers.ts';
import type { SlotContext } from '../types.ts';
import { fromReading, type Judgement, nothing, veto } from './judgement.ts';

export function ofCommand(context: SlotContext, row: CommandRow, name: string): Judgement | undefined {
  const provider: Provider | undefined =
    row.runtime && (providers.get(row.runtime) ?? { id: row.runtime, kind: 'huggingface' });
  const kind = context.siblings().get('repo_type') ?? '';
  if (/^(?:dataset|space)$/.test(kind)) return veto('dataset', `${name} of a ${kind}`);
  if (context.flag !== undefined) {
    const role = row.flags?.[context.flag];
    const said = `option ${context.flag} of ${name}`;
    if (role)
      return { points: 3, role, provider, certain: true, repository: !provider, why: [`${said}, which takes a model`] };
    const judged = fromReading(context, readKey(context.flag), said);
    if (judged.points === 0 && !judged.veto) return undefined;
    return provider ? { ...judged, provider } : judged;
  }
  const position = context.path[0];
  if (typeof position !== 'number' || context.path.length > 1) return undefined;
  if (row.models === 'all' || (row.models !== 'none' && row.models.includes(position)))
    return {
      points: 3,
      role: row.role ?? 'model',
      provider,
      certain: true,
      repository: !provider,
      why: [`argument of ${name}, which takes models`],
    };
  return row.writes ? veto('other', `${name} writes to it`) : { ...nothing, provider };
}
