/** Writing a stand-in in place of a reference: where, and what it says of itself. */
import type { Range } from 'vscode-languageserver';
import type { Suggestion } from '../alternatives/index.ts';
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { AnalysedReference, Analysis } from './analyses.ts';

/**
 * Whether another model in its place would make the document untrue: the base that a model card names is what the model was
 * made from.
 */
export const statesThePast = ({ reference }: AnalysedReference, { checked }: Analysis): boolean =>
  reference.role === 'base' && checked.format === 'markdown';

/** What gives way: the reference, and with it what cannot stay without the old model. */
export function replacedRange(
  analysis: Analysis,
  { range, reference }: AnalysedReference,
  suggestion: Suggestion | undefined,
): Range {
  const drops = suggestion?.drops;
  if (!drops) return range;
  const { end, start } = reference.span;
  return analysis.rangeOf({ start: Math.min(start, drops.start), end: Math.max(end, drops.end) });
}

/** "why; given up: …" */
export function reasonsFor({ losses, why }: Suggestion): string {
  const given = losses.length > 0 ? [t('given up: {0}', losses.join(', '))] : [];
  return visible([why, ...given].join('; '));
}

/** "qwen2.5:3b → olmo2:7b (Apache 2.0)" */
export const replacementLabel = (reference: AnalysedReference, { license, replacement }: Suggestion): string =>
  `${visible(reference.reference.text)} → ${visible(replacement)} (${visible(license.shortName)})`;
