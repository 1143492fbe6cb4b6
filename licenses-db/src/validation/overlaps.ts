/** No name falls under two families of one publisher, and each family's examples fall under it. */
import type { Family } from '../schema.ts';
import { spelledIds } from '../sources/ids.ts';
import type { Path } from '../sources/problems.ts';
import type { Report } from './report.ts';

export function checkOverlaps(report: Report): void {
  const known = spelledIds(report.sources);
  for (const source of report.sources.publishers) {
    const orgs = new Set(source.data.orgs.map((org) => org.toLowerCase()));
    const families = (source.data.families ?? []).map((family, i) => ({ family, i, claims: claimsOf(family) }));
    const claimants = (id: string) => families.filter(({ claims }) => claims(id));

    for (const { family, i } of families) {
      family.examples.forEach((example, j) => {
        const path: Path = ['families', i, 'examples', j];
        if (!orgs.has(orgOf(example)))
          report.add(source, path, `${example} is of none of the publisher's organisations`);
        else if (!claimants(example).some((claimant) => claimant.i === i)) {
          report.add(source, path, `family "${family.id}" does not match its example ${example}`);
        }
      });
    }
    for (const id of known) {
      if (!orgs.has(orgOf(id))) continue;
      const [first, second] = claimants(id);
      if (first && second) {
        const names = `"${first.family.id}" and "${second.family.id}"`;
        report.add(source, ['families', second.i, 'patterns'], `families ${names} both match ${id}`);
      }
    }
  }
}

function claimsOf(family: Family): (id: string) => boolean {
  const orgs = family.orgs && new Set(family.orgs.map((org) => org.toLowerCase()));
  const patterns = family.patterns.map((pattern) => new RegExp(`^(?:${pattern})$`, 'i'));
  return (id) => {
    const name = id.slice(id.indexOf('/') + 1);
    return (!orgs || orgs.has(orgOf(id))) && patterns.some((pattern) => pattern.test(name));
  };
}

function orgOf(id: string): string {
  return id.slice(0, id.indexOf('/')).toLowerCase();
}
