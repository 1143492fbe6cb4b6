/**
 * A check of many files as plain data: what every report format is made of, and, but for what is marked, the public JSON
 * format as it stands (`server/schema/report.schema.json`).
 */
import type { OpennessClass } from '@modelterms/licenses-db';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedDocument, CheckedReference, Silenced } from '../engine.ts';
import type { EvidenceKind } from '../models/types.ts';
import type { ReferenceKind, Role, Span } from '../references/types.ts';
import { summarise } from '../terms/index.ts';
import type { Finding, Severity } from '../terms/types.ts';
import type { ProposedFix } from './fixes.ts';
import type { Acceptance, Duty } from './inventory.ts';

/** Version of the JSON format; a change that can break a reader raises it. */
export const REPORT_SCHEMA = '1';

/** Zero-based, UTF-16, end exclusive. */
export interface ReportedRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface ReportedFinding {
  /** A rule's id, or `policy-file` for a mistake in a policy file. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Of the licence or its policy; null where no single section says it. */
  readonly section: string | null;
}

export interface ReportedReference {
  /** Relative to the working directory, `/` as separator. */
  readonly file: string;
  readonly range: ReportedRange;
  readonly text: string;
  readonly kind: ReferenceKind;
  readonly id: string;
  readonly role: Role;
  readonly license: string | null;
  readonly openness: OpennessClass;
  readonly evidence: { readonly kind: EvidenceKind; readonly source: string; readonly checked: string };
  readonly lineage: readonly { readonly id: string | null; readonly name?: string; readonly relation: string }[];
  readonly findings: readonly ReportedFinding[];
  /** With `--explain`: the evidence that made this a reference, strongest first. */
  readonly why?: readonly string[];
}

/** A finding about a file rather than a reference in it: a suppression without effect, a mistake in a policy file. */
export interface ReportedRemark extends ReportedFinding {
  readonly file: string;
  readonly range: ReportedRange;
}

export interface ReportedSkip {
  readonly path: string;
  readonly reason: string;
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly tool: { readonly name: 'modelterms'; readonly version: string; readonly database: string };
  readonly files: { readonly scanned: number; readonly skipped: readonly ReportedSkip[] };
  readonly references: readonly ReportedReference[];
  /** Left out where there are none. */
  readonly findings?: readonly ReportedRemark[];
}

/** A model of `modelterms report --format json`: each once, whatever the number of places. */
export interface ReportedModel {
  readonly id: string;
  readonly kind: ReferenceKind;
  readonly publisher?: string;
  readonly task?: string;
  /** Every licence that binds, strictest first; empty where none is known. */
  readonly licenses: readonly {
    readonly id: string;
    readonly name: string;
    readonly spdx: string | null;
    readonly url: string | null;
    readonly via: 'own' | 'base' | 'layer' | 'disputed';
    readonly from?: string;
  }[];
  readonly openness: OpennessClass;
  readonly places: readonly { readonly file: string; readonly range: ReportedRange }[];
  /** What the licences ask, each clause weighed against the policy file. */
  readonly duties: readonly Duty[];
  readonly accepted: readonly Acceptance[];
}

/** Changes to the file that would settle a finding. */
export interface ReportedFix {
  readonly title: string;
  readonly changes: readonly { readonly range: ReportedRange; readonly text: string }[];
}

/** A reference with what other formats want besides; not part of the JSON format. */
export interface Entry {
  readonly reference: ReportedReference;
  /** All its findings in one line; empty where there are none. */
  readonly summary: string;
  readonly silenced: readonly Silenced[];
  /** Other places of the file that have part in the worst finding. */
  readonly related: readonly { readonly range: ReportedRange; readonly message: string }[];
  /** What would settle it, best first; empty for formats that do not show it. */
  readonly fixes: readonly ReportedFix[];
}

/** What there is to say of a place in a file. */
export interface Told {
  readonly span: Span;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

const findingOf = ({ message, rule, section, severity }: Finding): ReportedFinding => ({
  rule,
  severity,
  message,
  section: section ?? null,
});

/** Ranges of a text. */
function rangesIn(text: string): (span: Span) => ReportedRange {
  const document = TextDocument.create('', '', 0, text);
  return ({ end, start }) => ({ start: document.positionAt(start), end: document.positionAt(end) });
}

/** A checked document's references as plain data that holds on to nothing of it. */
export function entriesOf(
  file: string,
  text: string,
  checked: CheckedDocument,
  explain: boolean,
  fixesFor: (reference: CheckedReference) => readonly ProposedFix[],
): Entry[] {
  const rangeOf = rangesIn(text);
  return checked.references.map((reference) => ({
    reference: reported(file, rangeOf(reference.reference.span), reference, explain),
    summary: summarise(reference, reference.model),
    silenced: reference.silenced,
    related: (reference.findings[0]?.related ?? []).map(({ message, span }) => ({ message, range: rangeOf(span) })),
    fixes: fixesFor(reference).map(({ changes, title }) => ({
      title,
      changes: changes.map(({ span, text: changed }) => ({ range: rangeOf(span), text: changed })),
    })),
  }));
}

export function remarksOf(file: string, text: string, told: readonly Told[]): ReportedRemark[] {
  const rangeOf = rangesIn(text);
  return told.map(({ message, rule, severity, span }) => ({
    file,
    range: rangeOf(span),
    rule,
    severity,
    message,
    section: null,
  }));
}

function reported(
  file: string,
  range: ReportedRange,
  { findings, model, reference }: CheckedReference,
  explain: boolean,
): ReportedReference {
  const { evidence, license, lineage, openness } = model;
  return {
    file,
    range,
    text: reference.text,
    kind: reference.kind,
    id: model.id,
    role: reference.role,
    license: license?.id ?? null,
    openness,
    evidence: { kind: evidence.kind, source: evidence.source, checked: evidence.checked },
    lineage: lineage.map(({ id, name, relation }) => ({ id, ...(id === null ? { name } : {}), relation })),
    findings: findings.map(findingOf),
    ...(explain ? { why: reference.why } : {}),
  };
}
