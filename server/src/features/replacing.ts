/** Writing a stand-in in place of a reference: where, and what it says of itself. */
import type { Range } from 'vscode-languageserver';
import type { Suggestion } from '../alternatives/index.ts';
import { spanGivenUp } from '../alternatives/writing.ts';
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { AnalysedReference, Analysis } from './analyses.ts';

/** What gives way, as the editor counts. */
export function replacedRange(
  analysis: Analysis,
  { range, reference }: AnalysedReference,
  suggestion: Suggestion | undefined,
): Range {
  const drops = suggestion?.drops;
  return drops ? analysis.rangeOf(spanGivenUp(reference.span, drops)) : range;
}

/** "why; given up: …" */
export function reasonsFor({ losses, why }: Suggestion): string {
  const given = losses.length > 0 ? [t('given up: {0}', losses.join(', '))] : [];
  return visible([why, ...given].join('; '));
}

/** "qwen2.5:3b → olmo2:7b (Apache 2.0)" */
export const replacementLabel = (reference: AnalysedReference, { license, replacement }: Suggestion): string =>
  `${visible(reference.reference.text)} → ${visible(replacement)} (${visible(license.shortName)})`;
