/** The models of a report, each once, with everywhere it stands and everything that is said of it. */
import type { Database, License } from '@modelterms/licenses-db';
import type { Entry, ReportedFinding, ReportedReference } from './report.ts';

export interface InventoryModel {
  readonly id: string;
  readonly kind: ReportedReference['kind'];
  readonly license: License | undefined;
  /** Of the first place; where a model stands decides neither. */
  readonly openness: string;
  readonly lineage: ReportedReference['lineage'];
  readonly evidence: ReportedReference['evidence'];
  readonly places: readonly ReportedReference[];
  /** Each once, worst first. */
  readonly findings: readonly ReportedFinding[];
  /** Reasons for which terms were accepted, each once. */
  readonly accepted: readonly string[];
}

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

/** In the order of their names. */
export function inventoryOf(entries: readonly Entry[], database: Database): InventoryModel[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.reference.kind}\n${entry.reference.id}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()]
    .flatMap((group): InventoryModel[] => {
      const [first] = group;
      if (!first) return [];
      const { evidence, id, kind, license, lineage, openness } = first.reference;
      const findings = new Map(
        group.flatMap(({ reference }) =>
          reference.findings.map((one) => [`${one.rule}\n${one.message}`, one] as const),
        ),
      );
      return [
        {
          id,
          kind,
          openness,
          lineage,
          evidence,
          license: license === null ? undefined : database.license(license),
          places: group.map(({ reference }) => reference),
          findings: [...findings.values()].sort(
            (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
          ),
          accepted: [...new Set(group.flatMap(({ silenced }) => silenced.map(({ reason }) => reason)))],
        },
      ];
    })
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.kind < b.kind ? -1 : 1));
}
