/** What would settle a finding, as changes to the file it is in: what the finding itself knows, and stand-ins for the model. */
import type { Suggestion } from '../alternatives/types.ts';
import { replacingTitle, spanGivenUp, statesThePast } from '../alternatives/writing.ts';
import type { CheckedDocument, CheckedReference } from '../engine.ts';
import type { Span } from '../references/types.ts';
import { declaringTitle, namingTitle } from '../terms/fixTitles.ts';
import type { Finding } from '../terms/types.ts';

export interface ProposedFix {
  /** "Replace with olmo2:7b (Apache 2.0)" */
  readonly title: string;
  readonly changes: readonly { readonly span: Span; readonly text: string }[];
}

/** The finding's own first; stand-ins best first. */
export function fixesOf(
  { findings, reference }: CheckedReference,
  format: CheckedDocument['format'],
  suggestions: readonly Suggestion[],
): ProposedFix[] {
  return [
    ...findings.flatMap(({ fix }) => (fix ? ownFix(fix) : [])),
    ...(statesThePast(reference, format) ? [] : suggestions.map((suggestion) => replacing(reference.span, suggestion))),
  ];
}

function ownFix(fix: NonNullable<Finding['fix']>): ProposedFix[] {
  if (fix.kind === 'rename') {
    return [{ title: namingTitle(fix), changes: [{ span: fix.span, text: fix.name }] }];
  }
  if (fix.kind !== 'set-license') return [];
  const { license, name, nameSpan, span } = fix;
  // a name that has no key yet wants a line of its own, laid out like the card: the editor's fix knows how
  if (name !== undefined && nameSpan === undefined) return [];
  const named = name !== undefined && nameSpan !== undefined ? [{ span: nameSpan, text: name }] : [];
  return [{ title: declaringTitle(fix), changes: [{ span, text: license }, ...named] }];
}

function replacing(span: Span, suggestion: Suggestion): ProposedFix {
  return {
    title: replacingTitle(suggestion),
    changes: [{ span: spanGivenUp(span, suggestion.drops), text: suggestion.replacement }],
  };
}
