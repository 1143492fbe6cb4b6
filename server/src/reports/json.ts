/** The public JSON format; see `docs/cli.md` and `server/schema/report.schema.json`. */
import { jsonText } from '../escape.ts';
import type { InventoryModel } from './inventory.ts';
import type { ReportedModel } from './report.ts';
import type { Reporter } from './reporter.ts';

/** What `check` found, reference by reference. */
export const json: Reporter = ({ report }) => `${jsonText(report)}\n`;

/** The same with the inventory: each model once, with what its licences ask. */
export const jsonInventory: Reporter = ({ inventory, report }) =>
  `${jsonText({ ...report, models: inventory.models().map(reportedModel) })}\n`;

function reportedModel(model: InventoryModel): ReportedModel {
  const { accepted, duties, id, kind, licenses, openness, places, publisher, task } = model;
  return {
    id,
    kind,
    ...(publisher === undefined ? {} : { publisher }),
    ...(task === undefined ? {} : { task }),
    licenses: licenses.map(({ from, license, via }) => ({
      id: license.id,
      name: license.name,
      spdx: license.spdx ?? null,
      url: license.documents.license?.url ?? null,
      via,
      ...(from === undefined ? {} : { from }),
    })),
    openness,
    places: places.map(({ file, range }) => ({ file, range })),
    duties,
    accepted,
  };
}
