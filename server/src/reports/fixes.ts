/** What would settle a finding, as changes to the file it is in: what the finding itself knows, and stand-ins for the model. */
import type { Suggestion } from '../alternatives/types.ts';
import type { CheckedDocument, CheckedReference } from '../engine.ts';
import { visible } from '../escape.ts';
import { t } from '../l10n.ts';
import type { Span } from '../references/types.ts';
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
  // the base that a model card names is what the model was made from: another name there would be untrue
  const statesThePast = reference.role === 'base' && format === 'markdown';
  return [
    ...findings.flatMap(({ fix }) => (fix ? ownFix(fix) : [])),
    ...(statesThePast ? [] : suggestions.map((suggestion) => replacing(reference.span, suggestion))),
  ];
}

function ownFix(fix: NonNullable<Finding['fix']>): ProposedFix[] {
  if (fix.kind === 'rename') {
    return [{ title: t('Name it “{0}”', visible(fix.name)), changes: [{ span: fix.span, text: fix.name }] }];
  }
  if (fix.kind !== 'set-license') return [];
  const { license, name, nameSpan, span } = fix;
  // a name that has no key yet wants a line of its own, laid out like the card: the editor's fix knows how
  if (name !== undefined && nameSpan === undefined) return [];
  const named = name !== undefined && nameSpan !== undefined ? [{ span: nameSpan, text: name }] : [];
  const declared = name === undefined ? license : `${license}, license_name: ${name}`;
  return [{ title: t('Declare the licence “{0}”', visible(declared)), changes: [{ span, text: license }, ...named] }];
}

function replacing({ end, start }: Span, { drops, license, replacement }: Suggestion): ProposedFix {
  const span = drops ? { start: Math.min(start, drops.start), end: Math.max(end, drops.end) } : { start, end };
  return {
    title: t('Replace with {0} ({1})', visible(replacement), visible(license.shortName)),
    changes: [{ span, text: replacement }],
  };
}
