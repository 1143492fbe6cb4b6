/** The card of a model: everything there is to say, as plain data that the editor and the command line both render. */
import type { License } from '@modelterms/licenses-db';
import { visible } from '../escape.ts';
import { FACT_TEXTS } from '../factTexts.ts';
import { t } from '../l10n.ts';
import type { AppliedLicense, Evidence, ResolvedModel } from '../models/types.ts';
import { type CardComponent, componentsOf } from './card/components.ts';
import { evidenceLabel, relationLabel, verdictLabel } from './card/labels.ts';
import { whyNotOpen } from './card/openness.ts';
import { governing, licenseWithWay, tellsNothing } from './governing.ts';
import { hasOnlyBaseTerms, isFreeByBase, opennessHeadline, opennessLabel } from './openness.ts';
import type { Assessment, PolicyException, ProfileFact, Severity, Verdict, WeighedClause } from './types.ts';
import { number } from './words.ts';

/**
 * All texts are plain, in the reader's language, without a full stop at the end. What comes from a document or a policy file has
 * its hidden characters made visible; escaping for Markdown or HTML is left to whoever renders.
 */
export interface Card {
  /** The model's id. */
  readonly title: string;
  readonly publisher?: string;
  /** Release, size, task and the like, each for itself: "Llama 3.1", "8 billion parameters". */
  readonly facts: readonly string[];
  readonly openness: ResolvedModel['openness'];
  /** "restricted weights" */
  readonly opennessLabel: string;
  /** "Weights for download, not open source: the licence restricts use" */
  readonly headline: string;
  /** What keeps it from being open source, one reason each; empty for open source and for unknown. */
  readonly whyNotOpen: readonly string[];
  /** The licences that bind, strictest first; empty where none is known. */
  readonly licenses: readonly CardLicense[];
  readonly may: readonly CardLine[];
  readonly must: readonly CardLine[];
  readonly mustNot: readonly CardLine[];
  /** Thresholds, and what ends or changes the grant. */
  readonly limits: readonly CardLine[];
  /** Facts that the profile would have to state for more to be weighed: by name, and as the policy file calls them. */
  readonly undeclared?: string;
  readonly components: readonly CardComponent[];
  /** What named bodies found about its openness. */
  readonly judgements: readonly string[];
  /** From the model to its farthest known base; empty where it is its own origin. */
  readonly lineage: readonly CardStep[];
  readonly evidence: CardEvidence;
  /** Doubts, disagreements and remarks. */
  readonly notes: readonly string[];
  readonly links: readonly CardLink[];
  /** The exception under which the project accepts it. */
  readonly accepted?: string;
  readonly disclaimer: string;
}

export interface CardLicense {
  readonly id: string;
  readonly name: string;
  /** With the way it comes, where that is not the model's own. */
  readonly label: string;
  readonly url?: string;
  readonly evidence: CardEvidence;
}

export interface CardLine {
  readonly text: string;
  /** "Llama 3.1 licence, 1.b.i"; absent where what sums a licence up has no one place. */
  readonly place?: string;
  readonly verdict?: Verdict;
  /** "does not apply: you declared 120,000 monthly users"; absent where there is nothing to weigh. */
  readonly weighed?: string;
  readonly severity?: Severity;
  /** What the database adds to the clause. */
  readonly note?: string;
  readonly asks?: readonly ProfileFact[];
}

export interface CardStep {
  readonly name: string;
  readonly id: string | null;
  readonly relation: string;
  readonly license: string | null;
}

export interface CardEvidence {
  /** "listed in the database" */
  readonly label: string;
  readonly source: string;
  readonly url?: string;
  /** YYYY-MM-DD */
  readonly checked: string;
}

export interface CardLink {
  readonly label: string;
  /** Always https. */
  readonly url: string;
}

/** `assessment`: of the model where it stands, or what `assessModel` makes of it on its own. */
export function describe(model: ResolvedModel, assessment: Assessment): Card {
  const licenses = governing(model);
  const told = assessment.clauses.filter((clause) => !saidByAnother(clause, assessment.clauses));
  const lines = (group: WeighedClause['group']) => told.filter((clause) => clause.group === group).map(lineOf);
  return {
    title: visible(model.id),
    ...(model.publisher ? { publisher: model.publisher } : {}),
    facts: factsOf(model),
    openness: model.openness,
    opennessLabel: opennessLabel(model.openness),
    headline: opennessHeadline(model),
    whyNotOpen: whyNotOpen(model, assessment.clauses),
    licenses: licenses.map(licenseOf),
    may: [...(licenses[0] ? grantsOf(licenses[0].license) : []), ...lines('may')],
    must: lines('must'),
    mustNot: lines('must-not'),
    limits: lines('limits'),
    ...undeclaredOf(told),
    components: componentsOf(model.components),
    judgements: model.components?.judgements ?? [],
    lineage: model.lineage.length > 1 ? model.lineage.map((step) => stepOf(step, model.licenses)) : [],
    evidence: evidenceOf(model.evidence),
    notes: notesOf(model, licenses),
    links: linksOf(model, licenses),
    ...(assessment.accepted ? { accepted: acceptedAs(assessment.accepted) } : {}),
    disclaimer: t('ModelTerms reads licences for you; this is not legal advice'),
  };
}

function grantsOf({ shortName, summary }: License): CardLine[] {
  return summary.may.map((text, i) => {
    const section = summary.maySections?.[i];
    return { text: unstopped(text), ...(section ? { place: `${shortName}, ${section}` } : {}) };
  });
}

const unstopped = (text: string): string => text.replace(/\.$/, '');

function factsOf({ release, parameters, task, form, context, released }: ResolvedModel): string[] {
  return [
    release,
    parameters && sizeOf(parameters),
    task && [task.replaceAll('-', ' '), form].filter(Boolean).join(', '),
    context && t('context {0}', number(context)),
    released && t('released {0}', released),
  ].filter((fact): fact is string => Boolean(fact));
}

/** `billions`: of parameters. */
function sizeOf(billions: number): string {
  if (billions < 1) return t('{0} million parameters', number(Math.round(billions * 1000)));
  if (billions < 1000) return t('{0} billion parameters', number(billions));
  return t('{0} trillion parameters', number(billions / 1000));
}

/** What trained models owe for outputs, where a duty of the same licence and section asks those words of every model. */
function saidByAnother({ clause, license }: WeighedClause, all: readonly WeighedClause[]): boolean {
  if (clause.type !== 'output-training' || clause.words === undefined) return false;
  return all.some(({ clause: other, license: its }) => {
    if (its.id !== license.id || other.section !== clause.section) return false;
    if (other.type === 'derivative-name-prefix')
      return other.covers.includes('outputs') && other.words === clause.words;
    return other.type === 'attribution-display' && other.trigger === 'making' && other.words === clause.words;
  });
}

/** The verdict and why; nothing where a clause holds, or hangs on people's judgement or on what nobody declared. */
function weighedOf({ verdict, reason }: WeighedClause): string | undefined {
  const label = verdictLabel(verdict);
  if (reason) return t('{0}: {1}', label, reason);
  return verdict === 'does-not-apply' || verdict === 'met' ? label : undefined;
}

/** Said once: most lines of a card hang on the same few facts. */
function undeclaredOf(clauses: readonly WeighedClause[]): Pick<Card, 'undeclared'> {
  const asked = new Set(clauses.flatMap(({ asks }) => asks ?? []));
  const facts = (Object.keys(FACT_TEXTS) as ProfileFact[]).filter((fact) => asked.has(fact));
  if (facts.length === 0) return {};
  const names = facts.map((fact) => FACT_TEXTS[fact].name()).join(', ');
  return {
    undeclared: t('Not declared, so not weighed: {0} (“usage” in .modelterms.yaml: {1})', names, facts.join(', ')),
  };
}

function lineOf(weighedClause: WeighedClause): CardLine {
  const { clause, line: text, place, verdict, severity, asks } = weighedClause;
  const weighed = weighedOf(weighedClause);
  return {
    text,
    place,
    verdict,
    ...(weighed ? { weighed } : {}),
    ...(severity ? { severity } : {}),
    ...(clause.note ? { note: unstopped(clause.note) } : {}),
    ...(asks ? { asks } : {}),
  };
}

function licenseOf(applied: AppliedLicense): CardLicense {
  const { license, evidence } = applied;
  const url = license.documents.license?.url;
  return {
    id: license.id,
    name: license.name,
    label: licenseWithWay(applied),
    ...(url ? { url } : {}),
    evidence: evidenceOf(evidence),
  };
}

function evidenceOf({ kind, source, url, checked }: Evidence): CardEvidence {
  return { label: evidenceLabel(kind), source: visible(source), ...(url ? { url } : {}), checked };
}

const stepOf = (
  { id, name, relation, license }: ResolvedModel['lineage'][number],
  applied: readonly AppliedLicense[],
): CardStep => ({
  name: visible(name),
  id: id === null ? null : visible(id),
  relation: relationLabel(relation),
  license: relation === 'self' ? ownLabels(applied) : license && labelOf(license, applied),
});

/** What the maker itself says; the model's governing licence may be one that a base brings along. */
function ownLabels(applied: readonly AppliedLicense[]): string | null {
  const own = applied.filter(({ via }) => via === 'own').map(({ license }) => license.shortName);
  return own.length > 0 ? own.join(', ') : null;
}

const labelOf = (id: string, applied: readonly AppliedLicense[]): string =>
  applied.find(({ license }) => license.id === id)?.license.shortName ?? id;

function notesOf(model: ResolvedModel, licenses: readonly AppliedLicense[]): string[] {
  const others = model.licenses.filter(({ license, via }) => via !== 'base' && license.id !== model.license?.id);
  return [
    ...(model.disagreement && model.license && others.length > 0
      ? [
          t(
            'Sources disagree: the stricter {0} is shown, another says {1}',
            model.license.shortName,
            others.map(({ license, evidence }) => t('{0}, by {1}', license.shortName, evidence.source)).join('; '),
          ),
        ]
      : []),
    ...(model.evidence.kind === 'name' ? [t('That it derives from these models is read from its name alone')] : []),
    ...(hasOnlyBaseTerms(model.licenses) && !isFreeByBase(model)
      ? [t('What its own maker asks is not known here: the terms are those of what it was made from')]
      : []),
    ...licenses.flatMap(({ license }) => doubtOf(license)),
    ...(model.note ? [unstopped(visible(model.note))] : []),
  ];
}

function doubtOf(license: License): string[] {
  if (tellsNothing(license)) return [t('“{0}” is a label that names no licence text', license.id)];
  if (license.verification === 'read') return [];
  const said =
    license.verification === 'partial'
      ? t('Not everything that belongs to the {0} could be read', license.shortName)
      : t('The text of the {0} was not to be had: what is said of it comes from others', license.shortName);
  const { note } = license.source;
  return [note ? t('{0}; {1}', said, unstopped(note)) : said];
}

const isHttps = (url: string | undefined): url is string =>
  url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:';

function linksOf(model: ResolvedModel, licenses: readonly AppliedLicense[]): CardLink[] {
  const texts = licenses.flatMap(({ license }) =>
    Object.values(license.documents).map(({ title, url }) => ({ label: title, url })),
  );
  const page = model.page && {
    label: t('Model page'),
    url: `https://huggingface.co/${model.page.split('/').map(encodeURIComponent).join('/')}`,
  };
  const seen = new Set<string>();
  return [...texts, ...(page ? [page] : [])].filter(
    (link): link is CardLink => isHttps(link.url) && seen.size !== seen.add(link.url).size,
  );
}

function acceptedAs({ reason, expires, approvedBy }: PolicyException): string {
  const why = visible(reason);
  const by = approvedBy && visible(approvedBy);
  if (expires && by) return t('Accepted until {0} by {1}: {2}', expires, by, why);
  if (expires) return t('Accepted until {0}: {1}', expires, why);
  return by ? t('Accepted by {0}: {1}', by, why) : t('Accepted: {0}', why);
}
