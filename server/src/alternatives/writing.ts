/** Writing a stand-in in place of a reference: whether it may be, over what, and what that is called. */
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { Format, ModelReference, Span } from '../references/types.ts';
import type { Suggestion } from './types.ts';

/**
 * Whether another model in its place would make a document untrue: the base that a model card names is what the model was made
 * from. `format`: the document's, as the references room tells it.
 */
export const statesThePast = ({ role }: Pick<ModelReference, 'role'>, format: Format | undefined): boolean =>
  role === 'base' && format === 'markdown';

/** What gives way to a stand-in: the reference's span, and with it what cannot stay without the old model. UTF-16 offsets. */
export function spanGivenUp({ end, start }: Span, drops: Suggestion['drops']): Span {
  return drops ? { start: Math.min(start, drops.start), end: Math.max(end, drops.end) } : { start, end };
}

/** "Replace with olmo2:7b (Apache 2.0)" */
export const replacingTitle = ({ license, replacement }: Suggestion): string =>
  t('Replace with {0} ({1})', visible(replacement), visible(license.shortName));
