/** The models of a report, each once: where it stands, its licences, what they ask of this project, and what was accepted. */
import type { License, Task } from '@modelterms/licenses-db';
import type { CheckedReference } from '../engine.ts';
import { governing } from '../terms/governing.ts';
import type { ProfileFact, Severity, Verdict, WeighedClause } from '../terms/types.ts';
import type { ReportedFinding, ReportedReference } from './report.ts';

/** One clause as it bears on the project. */
export interface Duty {
  /** A clause type of the database, which is its rule's id. */
  readonly rule: string;
  readonly group: Exclude<WeighedClause['group'], 'may'>;
  /** One line: what the clause asks. */
  readonly text: string;
  /** "Llama 3.1 licence, 1.b.i" */
  readonly place: string;
  readonly verdict: Verdict;
  /** Why the verdict: "you declared 120,000 monthly users". */
  readonly reason?: string;
  /** Facts of the usage profile that would settle it. */
  readonly asks?: readonly ProfileFact[];
}

/** A licence that binds, and how it comes to the model. */
export interface InventoryLicense {
  readonly license: License;
  readonly via: 'own' | 'base' | 'layer' | 'disputed';
  /** The model that brings it, for `base`. */
  readonly from?: string;
}

/** Terms that were accepted, and by what. */
export interface Acceptance {
  readonly by: 'comment' | 'policy';
  readonly reason: string;
  readonly rules: readonly string[];
}

export interface InventoryModel {
  readonly id: string;
  readonly kind: ReportedReference['kind'];
  readonly publisher?: string;
  readonly task?: Task;
  /** Its page on Hugging Face: `ORG/NAME`. */
  readonly page?: string;
  /** Strictest first; empty where none is known. */
  readonly licenses: readonly InventoryLicense[];
  readonly openness: ReportedReference['openness'];
  readonly lineage: ReportedReference['lineage'];
  readonly evidence: ReportedReference['evidence'];
  readonly places: readonly ReportedReference[];
  /** Each once, worst first. */
  readonly findings: readonly ReportedFinding[];
  /** What the licences ask, in the order of the licences; a clause that lets you do something is none. */
  readonly duties: readonly Duty[];
  readonly accepted: readonly Acceptance[];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const VERDICTS: readonly Verdict[] = ['applies', 'conditional', 'met', 'does-not-apply'];

/** Of one clause weighed for several places, what asks most. */
export const strictest = (first: Duty, ...others: readonly Duty[]): Duty =>
  others.reduce((a, b) => (VERDICTS.indexOf(b.verdict) < VERDICTS.indexOf(a.verdict) ? b : a), first);

type Facts = Omit<InventoryModel, 'places' | 'findings' | 'duties' | 'accepted'>;

interface Collected {
  readonly facts: Facts;
  readonly places: ReportedReference[];
  readonly findings: Map<string, ReportedFinding>;
  readonly duties: Map<string, Duty>;
  readonly accepted: Map<string, Acceptance>;
}

/** Grows with the models and places of a project, not with its files. */
export class Inventory {
  private readonly collected = new Map<string, Collected>();

  add(reported: ReportedReference, checked: CheckedReference): void {
    const key = `${reported.kind}\n${reported.id}`;
    let own = this.collected.get(key);
    if (!own) {
      own = {
        facts: factsOf(reported, checked),
        places: [],
        findings: new Map(),
        duties: new Map(),
        accepted: new Map(),
      };
      this.collected.set(key, own);
    }
    own.places.push(reported);
    for (const finding of reported.findings) own.findings.set(`${finding.rule}\n${finding.message}`, finding);
    for (const duty of checked.assessment.clauses.flatMap(dutyOf)) {
      const same = `${duty.rule}\n${duty.place}\n${duty.text}`;
      const before = own.duties.get(same);
      own.duties.set(same, before ? strictest(before, duty) : duty);
    }
    for (const { by, finding, reason } of checked.silenced) {
      const same = `${by}\n${reason}`;
      const rules = new Set([...(own.accepted.get(same)?.rules ?? []), finding.rule]);
      own.accepted.set(same, { by, reason, rules: [...rules] });
    }
  }

  /** In the order of their names. */
  models(): InventoryModel[] {
    const models = [...this.collected.values()].map(({ accepted, duties, facts, findings, places }) => ({
      ...facts,
      places,
      findings: [...findings.values()].sort(bySeverity),
      duties: [...duties.values()],
      accepted: [...accepted.values()],
    }));
    return models.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.kind < b.kind ? -1 : 1));
  }
}

const bySeverity = (a: ReportedFinding, b: ReportedFinding): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

function factsOf({ evidence, id, kind, lineage, openness }: ReportedReference, { model }: CheckedReference): Facts {
  const { page, publisher, task } = model;
  return {
    id,
    kind,
    ...(publisher === undefined ? {} : { publisher }),
    ...(task === undefined ? {} : { task }),
    ...(page === undefined ? {} : { page }),
    openness,
    lineage,
    evidence,
    licenses: governing(model).map(({ from, license, via }) => ({ license, via, ...(from ? { from } : {}) })),
  };
}

function dutyOf({ asks, clause, group, place, reason, text, verdict }: WeighedClause): Duty[] {
  if (group === 'may') return [];
  return [
    {
      rule: clause.type,
      group,
      text,
      place,
      verdict,
      ...(reason ? { reason } : {}),
      ...(asks && asks.length > 0 ? { asks } : {}),
    },
  ];
}
