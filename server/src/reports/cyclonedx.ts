/**
 * CycloneDX 1.6, an ML-BOM in JSON: each model a component with its licence, lineage, duties and the places that name it. See
 * https://cyclonedx.org/docs/1.6/json/.
 */
import { jsonText, visible } from '../escape.ts';
import { t } from '../l10n.ts';
import { type InventoryModel, inventoryOf } from './inventory.ts';
import type { Reporter } from './reporter.ts';

/** In front of the names of our own properties. */
const OWN = 'modelterms';

export const cyclonedx: Reporter = ({ database, entries, report }) => {
  const { name, version } = report.tool;
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name, version }] },
      properties: [property('database', report.tool.database)],
    },
    components: inventoryOf(entries, database).map(componentOf),
  };
  return `${jsonText(bom)}\n`;
};

function componentOf(model: InventoryModel) {
  const { accepted, evidence, findings, id, kind, license, lineage, openness, places } = model;
  const slash = kind === 'huggingface' ? id.indexOf('/') : -1;
  return {
    type: 'machine-learning-model',
    'bom-ref': `${kind}:${id}`,
    ...(slash > 0 ? { group: visible(id.slice(0, slash)) } : {}),
    name: visible(id.slice(slash + 1)),
    ...(slash > 0 ? { purl: `pkg:huggingface/${id.split('/').map(encodeURIComponent).join('/')}` } : {}),
    ...(license ? { licenses: [{ license: licenseOf(license) }] } : {}),
    ...(lineage.length > 1 ? { pedigree: { ancestors: lineage.slice(1).map(ancestorOf) } } : {}),
    evidence: {
      occurrences: places.map(({ file, range, text }) => ({
        location: visible(file),
        line: range.start.line + 1,
        offset: range.start.character,
        symbol: visible(text),
      })),
    },
    properties: [
      property('kind', kind),
      property('openness', openness),
      ...(evidence.kind === 'none'
        ? []
        : [property('evidence', `${evidence.kind}: ${evidence.source} (${evidence.checked})`)]),
      ...(license ? [property('license', license.id)] : []),
      ...findings.map(({ message, rule, section }) =>
        property(`duty:${rule}`, section === null ? message : t('{0} (section {1})', message, section)),
      ),
      ...accepted.map((reason) => property('accepted', reason)),
    ],
  };
}

/** An SPDX id where SPDX has one; otherwise the licence by its name, never a made-up id. */
function licenseOf({ documents, name, spdx }: NonNullable<InventoryModel['license']>) {
  const url = documents.license?.url;
  return { ...(spdx === undefined ? { name } : { id: spdx }), ...(url === undefined ? {} : { url }) };
}

const ancestorOf = ({ id, name, relation }: InventoryModel['lineage'][number]) => ({
  type: 'machine-learning-model',
  name: visible(id ?? name ?? ''),
  properties: [property('relation', relation)],
});

const property = (name: string, value: string) => ({ name: `${OWN}:${name}`, value: visible(value) });
